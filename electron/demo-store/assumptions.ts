import type { SectionAssumptions } from '../../shared/domain/sections/assumptions.ts'
import { defaultSectionAssumptions } from '../../shared/domain/sections/assumptions.ts'

/** Where the order system's document is silent, the answer this store gives; each is a switch. docs/demo-store.md lists them. */
export interface Assumptions extends SectionAssumptions {
  /**
   * 30187, "part of a quantity only in 배송대기": `asked` reads it as the status asked for, `had` as the status the section
   * is in already.
   */
  readonly partQuantityNeedsReady: 'asked' | 'had'
  /** 배송중 asked for with the list of every unit of the section: done, or refused as any list is (30138). */
  readonly wholeListWithShipping: 'accept' | 'refuse'
  /** A section's invoice call that lists every unit of the section: refused with 30121, or done without a split. */
  readonly invoiceForAllItems: 'refuse' | 'in-place'
  /** Shipping operations on a section on hold: refused (30077 or 30084), or done. The document names no code. */
  readonly heldSectionShipping: 'refuse' | 'allow'
  /** A new section starts with no delivery fees, or with a copy of them. */
  readonly splitDeliveryFees: 'stay' | 'copy'
  /** A section split off one with an invoice has a copy of it, or none. */
  readonly splitInvoice: 'copy' | 'none'
  /** Outside channel: an invoice given in the very call that asks for 배송중 is too late (30136), or good enough. */
  readonly channelInvoiceInShippingCall: 'refuse' | 'accept'
  /** Sections of an approved exchange go through the same shipping calls, or are refused. */
  readonly exchangeShipping: 'same-calls' | 'refuse'
  /** An order-level call that fails for every section alike: an error envelope, or a 200 with only failures. */
  readonly orderCallWithoutSuccess: 'error' | 'lists'
  /** `PATCH /orders/{orderNo}/invoice`: the document's text says lists, its schema says boolean. */
  readonly changeOrderInvoiceAnswer: 'lists' | 'boolean'
  /** `inputType` of an invoice that came through the API. */
  readonly apiInvoiceInputType: 'EXTERNAL_CHANNEL' | 'DIRECT'
  /** What an invoice number looks like (30120): 8 to 20 letters, digits and hyphens; 9 to 14 digits; or anything. */
  readonly invoiceNumbers: 'letters-and-digits' | 'digits' | 'anything'
  /** Whether a section filter of the order list also trims the sections inside each order. */
  readonly listedSections: 'all' | 'matching'
  readonly listOrder: 'newest-first' | 'oldest-first'
  /** Whether the order list insists on `unitCode`. */
  readonly listUnitCode: 'optional' | 'required'
  /** JSON type of `error.errorCode`. */
  readonly errorCodeType: 'number' | 'string'
  /** Optional fields without a value: left out, or sent as null. */
  readonly emptyFields: 'missing' | 'null'
  /** `scope` in a token answer. */
  readonly tokenScope: 'string' | 'array'
  /** Whether the token call also reads a JSON body (30122 if not). */
  readonly tokenBody: 'form' | 'form-or-json'
  /** Whether a refresh ends the access token it replaces at once. */
  readonly refreshEndsOldAccess: boolean
  /** Whether a 429 of the limiter says how many seconds to wait. */
  readonly limiterRetryAfter: boolean
  /** State of the link between site and app at first: a test link works at once, an installed app must report completion. */
  readonly firstLink: 'test' | 'linking'
  /** Whether the app may keep link data (30195 if not). */
  readonly linkData: 'supported' | 'unsupported'
}

export const defaultAssumptions: Assumptions = {
  ...defaultSectionAssumptions,
  partQuantityNeedsReady: 'asked',
  wholeListWithShipping: 'accept',
  invoiceForAllItems: 'refuse',
  heldSectionShipping: 'refuse',
  splitDeliveryFees: 'stay',
  splitInvoice: 'copy',
  channelInvoiceInShippingCall: 'refuse',
  exchangeShipping: 'same-calls',
  orderCallWithoutSuccess: 'error',
  changeOrderInvoiceAnswer: 'lists',
  apiInvoiceInputType: 'EXTERNAL_CHANNEL',
  invoiceNumbers: 'letters-and-digits',
  listedSections: 'all',
  listOrder: 'newest-first',
  listUnitCode: 'optional',
  errorCodeType: 'number',
  emptyFields: 'missing',
  tokenScope: 'string',
  tokenBody: 'form',
  refreshEndsOldAccess: false,
  limiterRetryAfter: false,
  firstLink: 'test',
  linkData: 'supported',
}
