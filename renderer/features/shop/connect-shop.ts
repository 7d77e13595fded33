import type { WindowInput } from '../../../shared/contract/methods.ts'
import type { Actions } from '../../state/actions.ts'
import type { DeskStore } from '../../state/desk-store.ts'

/**
 * Has the shop's owner asked in the browser. It takes minutes, while packing goes on and a scan may close the dialog it
 * was begun in: how it stands is in the store.
 */
export function connectShop(store: DeskStore, actions: Actions, keys: WindowInput<'connectShop'>): void {
  store.setState({ shop: { waiting: true, result: null } })
  void actions.ask('connectShop', keys).then((result) => {
    store.setState({
      shop: { waiting: false, result: result ?? { ok: false, why: 'unreachable', words: null } },
    })
  })
}
