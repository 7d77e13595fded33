import { useEffect } from 'react'
import { useLanguage, useText } from '../../i18n/language.ts'
import { useDesk, useDeskState, useSnapshot } from '../../state/desk-context.ts'
import { weight } from '../../i18n/format.ts'
import { orderBarcode } from '../../../shared/domain/codes/command-barcode.ts'
import { Barcode } from '../command-sheet/barcode.tsx'
import styles from './box-slip.module.css'

/**
 * What is in a box, on paper: shown to the printer only, and printed as soon as it is asked for, by button or by command
 * barcode. Asked for again, it is printed again.
 */
export function BoxSlip() {
  const t = useText()
  const language = useLanguage()
  const { store, print } = useDesk()
  const desk = useSnapshot((snapshot) => snapshot.desk)
  const wanted = useSnapshot(({ lastScan }) => {
    const said = lastScan?.answer.ok === true ? lastScan.answer.said : null
    return said?.kind === 'slipWanted' ? said.box : null
  })
  const deskName = useSnapshot((snapshot) => snapshot.settings.deskName)
  const scanId = useSnapshot((snapshot) => snapshot.lastScan?.id ?? 0)
  const number = useDeskState((state) => state.slip)
  useEffect(() => {
    if (wanted !== null) store.setState({ slip: wanted })
  }, [wanted, scanId, store])
  const box = desk?.boxes.find((each) => each.number === number) ?? null
  useEffect(() => {
    if (box === null) return
    print()
    store.setState({ slip: null })
  }, [box, print, store])
  if (desk === null || box === null) return null
  return (
    <article className={styles.slip} data-testid="box-slip">
      <h1>
        {t('box.number', { number: box.number })} <span>{desk.receiver?.name ?? desk.ordererName}</span>
      </h1>
      <p className={styles.order}>
        {t('order.number')} <strong>{desk.orderNo}</strong>
      </p>
      <Barcode text={orderBarcode(desk.orderNo)} />
      <table>
        <tbody>
          {box.contents.map((content) => (
            <tr key={content.itemNo}>
              <td>
                {content.name} {content.options}
                {box.identities
                  .filter((identity) => identity.itemNo === content.itemNo)
                  .map((identity) => (
                    <span key={identity.value} className={styles.identity}>
                      {identity.value}
                    </span>
                  ))}
              </td>
              <td className={styles.qty}>× {content.qty}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {deskName === '' ? null : `${deskName} · `}
        {box.type === null ? null : `${box.type.name} · `}
        {box.grams === null ? null : `${weight(language, box.grams)} · `}
        {box.invoice === null ? null : `${box.invoice.courierName} ${box.invoice.invoiceNo}`}
      </p>
    </article>
  )
}
