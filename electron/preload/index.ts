import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Bridge } from '../../shared/contract/bridge.ts'
import type { Reply, WindowInput, WindowMethod, WindowOutputs } from '../../shared/contract/methods.ts'
import type { StationSnapshot } from '../../shared/contract/snapshot.ts'

// Written out by name: nothing but these channels can be reached from the window. A test holds them against
// shared/contract; importing it here would pull zod into the sandbox.
const method =
  <M extends WindowMethod>(name: M) =>
  (input: WindowInput<M>): Promise<Reply<WindowOutputs[M]>> =>
    ipcRenderer.invoke(`packdesk:${name}`, input)

const bridge: Bridge = {
  snapshot: method('snapshot'),
  scan: method('scan'),
  openOrder: method('openOrder'),
  putDown: method('putDown'),
  closeBox: method('closeBox'),
  nextBox: method('nextBox'),
  selectBox: method('selectBox'),
  emptyBox: method('emptyBox'),
  packByHand: method('packByHand'),
  takeOut: method('takeOut'),
  takeOverChanges: method('takeOverChanges'),
  undo: method('undo'),
  holdOrder: method('holdOrder'),
  handOver: method('handOver'),
  writeNote: method('writeNote'),
  sealAll: method('sealAll'),
  reopenBox: method('reopenBox'),
  typeBox: method('typeBox'),
  weighBox: method('weighBox'),
  countItem: method('countItem'),
  takeRest: method('takeRest'),
  armTakeOut: method('armTakeOut'),
  moveItem: method('moveItem'),
  choose: method('choose'),
  confirm: method('confirm'),
  people: method('people'),
  addPerson: method('addPerson'),
  changePerson: method('changePerson'),
  makeBadge: method('makeBadge'),
  signIn: method('signIn'),
  signOut: method('signOut'),
  chooseCourier: method('chooseCourier'),
  queue: method('queue'),
  itemBatches: method('itemBatches'),
  handover: method('handover'),
  scanHandover: method('scanHandover'),
  takeBackHandover: method('takeBackHandover'),
  unpackBox: method('unpackBox'),
  correctWaybill: method('correctWaybill'),
  board: method('board'),
  exportBoard: method('exportBoard'),
  history: method('history'),
  findOrders: method('findOrders'),
  bookPreview: method('bookPreview'),
  bookImport: method('bookImport'),
  bookList: method('bookList'),
  bookPut: method('bookPut'),
  bookRemove: method('bookRemove'),
  bookExport: method('bookExport'),
  productRules: method('productRules'),
  putProductRule: method('putProductRule'),
  removeProductRule: method('removeProductRule'),
  learnCode: method('learnCode'),
  unsent: method('unsent'),
  giveIntent: method('giveIntent'),
  retry: method('retry'),
  resolveByHand: method('resolveByHand'),
  goOn: method('goOn'),
  setPin: method('setPin'),
  pullNow: method('pullNow'),
  resync: method('resync'),
  connect: method('connect'),
  changeSettings: method('changeSettings'),
  rebuild: method('rebuild'),
  verifyLog: method('verifyLog'),
  exportLog: method('exportLog'),
  demoFaults: method('demoFaults'),
  demoMisbehave: method('demoMisbehave'),
  demoClearFaults: method('demoClearFaults'),
  demoShop: method('demoShop'),
  shopState: method('shopState'),
  connectShop: method('connectShop'),
  cancelConnecting: method('cancelConnecting'),
  useDemoStore: method('useDemoStore'),
  restart: method('restart'),
  startupProblem: () => ipcRenderer.invoke('packdesk:startupProblem'),
  onSnapshot: (listener) => {
    const forward = (_event: IpcRendererEvent, snapshot: StationSnapshot) => {
      listener(snapshot)
    }
    ipcRenderer.on('packdesk:event:snapshot', forward)
    return () => {
      ipcRenderer.off('packdesk:event:snapshot', forward)
    }
  },
}

contextBridge.exposeInMainWorld('packdesk', bridge)
