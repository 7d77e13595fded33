import { Field } from './field.tsx'

type PinFieldProps = {
  label: string
  testId: string
  value: string
  /** As long as any PIN that may have been set, unless a shorter one is asked for. */
  maxLength?: number
  onText: (text: string) => void
}

/** A PIN, typed unseen. */
export const PinField = ({ maxLength = 32, ...rest }: PinFieldProps) => (
  <Field type="password" inputMode="numeric" maxLength={maxLength} {...rest} />
)
