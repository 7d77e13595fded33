import Database from 'better-sqlite3'

export type StoreDatabase = Database.Database

const schema = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE orders (
  order_no INTEGER PRIMARY KEY,
  wtime INTEGER NOT NULL,
  unit_code TEXT NOT NULL,
  is_pending INTEGER NOT NULL,
  is_unlinked INTEGER NOT NULL,
  sale_channel TEXT NOT NULL,
  order_type TEXT NOT NULL,
  is_member TEXT NOT NULL,
  member_uid TEXT,
  member_code TEXT,
  orderer_name TEXT NOT NULL,
  orderer_call TEXT,
  is_first TEXT NOT NULL,
  is_cancel_req TEXT NOT NULL,
  is_request_payment TEXT NOT NULL,
  is_gift TEXT NOT NULL
) STRICT;
CREATE INDEX orders_by_time ON orders (wtime, order_no);
CREATE TABLE documents (
  order_no INTEGER PRIMARY KEY REFERENCES orders (order_no) ON DELETE CASCADE,
  document TEXT NOT NULL
) STRICT;
CREATE TABLE order_sections (
  order_section_code TEXT PRIMARY KEY,
  order_no INTEGER NOT NULL REFERENCES orders (order_no) ON DELETE CASCADE,
  status TEXT NOT NULL,
  is_delivery_hold TEXT NOT NULL,
  delivery_type TEXT NOT NULL,
  delivery_pay_type TEXT NOT NULL,
  send_time INTEGER,
  complete_time INTEGER,
  cancel_request_time INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX order_sections_by_order ON order_sections (order_no);
CREATE INDEX order_sections_by_status ON order_sections (status, order_no);
CREATE TABLE order_payments (
  order_no INTEGER NOT NULL REFERENCES orders (order_no) ON DELETE CASCADE,
  method TEXT NOT NULL,
  status TEXT NOT NULL
) STRICT;
CREATE INDEX order_payments_by_order ON order_payments (order_no);
CREATE TABLE order_places (
  order_no INTEGER NOT NULL REFERENCES orders (order_no) ON DELETE CASCADE,
  shipping_place_code TEXT NOT NULL,
  PRIMARY KEY (order_no, shipping_place_code)
) STRICT, WITHOUT ROWID;
CREATE TABLE tokens (
  token TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  client_id TEXT NOT NULL,
  scope TEXT NOT NULL,
  redirect_uri TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  is_used INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
`

const schemaVersion = 1

/**
 * For a file that holds a shop: readers and the one writer side by side, at most the last moments lost with the power.
 * In memory there is no log, but calls that fail still have to be rolled back.
 */
const useAsUsual = (database: StoreDatabase): void => {
  database.pragma(`journal_mode = ${database.memory ? 'MEMORY' : 'WAL'}`)
  database.pragma('synchronous = NORMAL')
}

/**
 * Opens the store's database, creating the tables in a new file. An existing file is used as it is. A new one is fast and
 * unsafe until `finishNewDatabase`, so that a large shop is soon filled.
 * Throws when the file belongs to another version of the store, or was never finished.
 */
export const openStoreDatabase = (
  file: string,
  nativeBinding: string | undefined,
): { database: StoreDatabase; isNew: boolean } => {
  const database = new Database(file, nativeBinding === undefined ? {} : { nativeBinding })
  try {
    database.pragma('foreign_keys = ON')
    database.pragma('cache_size = -65536')
    const version: unknown = database.pragma('user_version', { simple: true })
    if (version === schemaVersion) {
      useAsUsual(database)
      return { database, isNew: false }
    }
    if (version !== 0)
      throw new Error(`${file} was written by another version of the demo store (${String(version)})`)
    if (tableCount(database) > 0)
      throw new Error(`${file} is no finished demo store; move it away to start a new one`)
    database.pragma('journal_mode = OFF')
    database.pragma('synchronous = OFF')
    database.exec(schema)
    return { database, isNew: true }
  } catch (error) {
    database.close()
    throw error
  }
}

const tableCount = (database: StoreDatabase): number =>
  database.prepare<[], { n: number }>('SELECT count(*) AS n FROM sqlite_schema').get()?.n ?? 0

/** Marks a new database as complete and makes it safe. */
export const finishNewDatabase = (database: StoreDatabase): void => {
  database.pragma(`user_version = ${String(schemaVersion)}`)
  useAsUsual(database)
}
