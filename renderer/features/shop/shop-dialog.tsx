import { useText } from '../../i18n/language.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ShopPanel } from './shop-panel.tsx'

export function ShopDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  return (
    <Dialog title={t('shop.title')} wide testId="shop-dialog" onClose={onClose}>
      <ShopPanel />
    </Dialog>
  )
}
