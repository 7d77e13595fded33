import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Bridge } from '../../shared/contract/bridge.ts'
import type { Input, Method, Outputs, Reply } from '../../shared/contract/methods.ts'
import type { StationSnapshot } from '../../shared/contract/snapshot.ts'

// Written out by name: nothing but these channels can be reached from the window. A test holds them against
// shared/contract; importing it here would pull zod into the sandbox.
const method =
  <M extends Method>(name: M) =>
  (input: Input<M>): Promise<Reply<Outputs[M]>> =>
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
  undo: method('undo'),
  chooseCourier: method('chooseCourier'),
  queue: method('queue'),
  unsent: method('unsent'),
  retry: method('retry'),
  pullNow: method('pullNow'),
  connect: method('connect'),
  changeSettings: method('changeSettings'),
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
