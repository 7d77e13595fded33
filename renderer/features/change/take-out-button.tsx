import { PackageMinus } from 'lucide-react'
import { useText } from '../../i18n/language.ts'
import { useActions } from '../../state/desk-context.ts'
import styles from './take-out-button.module.css'

type TakeOutButtonProps = {
  boxId: string
  box: number
  itemNo: string
  name: string
  /** One has to come out: said in words and in colour. */
  wanted?: boolean
  testId: string
}

/** Takes one unit of a line out of a box without a waybill. */
export function TakeOutButton({ boxId, box, itemNo, name, wanted = false, testId }: TakeOutButtonProps) {
  const t = useText()
  const { run } = useActions()
  const label = t('takeOut.one', { box, name })
  return (
    <button
      type="button"
      className={`${styles.button} ${wanted ? styles.wanted : ''}`}
      aria-label={label}
      title={label}
      data-testid={testId}
      onClick={() => {
        run('takeOut', { boxId, itemNo })
      }}
    >
      {wanted ? <PackageMinus aria-hidden="true" /> : null}
      {wanted ? t('takeOut.button') : '−1'}
    </button>
  )
}
