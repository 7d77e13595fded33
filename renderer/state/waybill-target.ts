/** A sealed box whose waybill is to be corrected. */
export type WaybillTarget = {
  boxId: string
  orderNo: string
  box: number
  /** Null while its waybill is taken off. */
  invoice: { courierIdx: number; courierName: string; invoiceNo: string } | null
  /** The store has it ready to ship, as far as this desk knows: the waybill may come off. */
  removable: boolean
}
