/** Why an intent cannot go on without a person. */
export const problemKinds = [
  /** The goods are in no section that could be shipped. */
  'goodsGone',
  'sectionHeld',
  'sectionCancelled',
  /** The section has another waybill than the one that was meant. */
  'otherInvoice',
  /** The section holds other goods than the box. */
  'otherGoods',
  /** The waybill is on another section of the order as well. */
  'waybillTwice',
  /** It was done, and is no more: somebody has taken it back. */
  'undone',
  /** The receiver or address is another than the waybill was made out for. */
  'addressChanged',
  'changedMeanwhile',
  /** The parcel is on its way: what was asked for is only done before that. */
  'onItsWay',
  'cannotTell',
  /** What the store says of the order could not be read where it matters: the field and its value are the words. */
  'unreadable',
  /** A rule of the store stands against it; its code and words say which. */
  'refused',
] as const

export type ProblemKind = (typeof problemKinds)[number]
