/**
 * Every table of the database, by what is lost with it.
 * truth: written at this desk and nowhere else to be had. log, orders: read from there, and can be read anew.
 * copied: the store's word as last heard; what is lost of it comes again.
 */
export const tables = {
  truth: ['packing_log', 'log_gaps', 'intents', 'people', 'product_rules', 'barcode_book', 'settings'],
  derived: {
    log: ['packing_progress', 'waybills', 'serials', 'handovers'],
    orders: ['order_codes', 'product_codes', 'one_item_codes'],
  },
  copied: ['orders', 'couriers'],
} as const

/** A table that is read from the packing log. */
export type LogTable = (typeof tables.derived.log)[number]

/** A table whose rows a salvage has to save: nothing else brings them back, or not at once. */
export type KeptTable = (typeof tables.truth)[number] | (typeof tables.copied)[number]

/** What a kept table was called before a migration put it in another's place. */
export const formerNames: { readonly [table in KeptTable]?: string } = { intents: 'outbox' }
