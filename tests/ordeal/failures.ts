/**
 * What must not be.
 * lostScan: an acknowledged scan or seal is not at the desk · silentDuplicate: one waybill on two sections, or more of a line
 * shipped than was ordered, and nobody is asked · wrongContents: a confirmed box's section holds other goods, or has another
 * waybill · falseConfirmation: a confirmed box has no section that left under its waybill · overPacked: a desk sealed more
 * than was ordered · oldLabel: shipped to an address that had long been changed, and nobody is asked · stuck: neither done,
 * nor over, nor anybody asked · neverNoticed: the shop changed a parcel, goods wait or data went missing, and the desk says
 * nothing of it.
 */
type FailureName =
  | 'lostScan'
  | 'silentDuplicate'
  | 'wrongContents'
  | 'falseConfirmation'
  | 'overPacked'
  | 'oldLabel'
  | 'stuck'
  | 'neverNoticed'
export type Failure = { name: FailureName; what: string }
