import { reportedApart } from './reported-apart.ts'

/**
 * Forward only, never edited once released: version N is the Nth entry, and the database's `user_version` says how many
 * have been applied.
 */
export type Migrations = readonly string[]

export const releasedMigrations: Migrations = [
  `
  -- What happened at the desk. Only ever added to; each row carries the hash of the one before.
  CREATE TABLE packing_log (
    seq INTEGER PRIMARY KEY,
    order_no TEXT,
    at INTEGER NOT NULL,
    type TEXT NOT NULL,
    event TEXT NOT NULL,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
  CREATE INDEX packing_log_order ON packing_log (order_no, seq);
  CREATE INDEX packing_log_desk ON packing_log (seq) WHERE type IN ('orderOpened', 'orderResumed', 'orderPutDown');

  -- Read from the log: how far an order has got.
  CREATE TABLE packing_progress (
    order_no TEXT PRIMARY KEY,
    needed INTEGER NOT NULL,
    packed INTEGER NOT NULL,
    unsealed INTEGER NOT NULL,
    all_sealed INTEGER NOT NULL
  ) STRICT;

  -- Read from the log: which box a waybill number is on.
  CREATE TABLE waybills (
    invoice_no TEXT PRIMARY KEY,
    order_no TEXT NOT NULL,
    box_number INTEGER NOT NULL
  ) STRICT;

  -- The store's orders, as last heard.
  CREATE TABLE orders (
    order_no TEXT PRIMARY KEY,
    document TEXT NOT NULL,
    placed_at TEXT NOT NULL,
    standing TEXT NOT NULL,
    channel TEXT NOT NULL,
    orderer_name TEXT NOT NULL,
    receiver_name TEXT NOT NULL,
    first_item TEXT NOT NULL,
    lines INTEGER NOT NULL,
    units INTEGER NOT NULL,
    search TEXT NOT NULL,
    to_ship INTEGER NOT NULL,
    seen_round INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX orders_queue ON orders (standing, placed_at);
  CREATE INDEX orders_to_ship ON orders (seen_round, order_no) WHERE to_ship = 1;

  -- Everything printed that names an order.
  CREATE TABLE order_codes (
    code TEXT PRIMARY KEY COLLATE NOCASE,
    order_no TEXT NOT NULL
  ) STRICT;

  -- Product codes seen in any order: tells a wrong item from an unknown code.
  CREATE TABLE product_codes (
    code TEXT PRIMARY KEY COLLATE NOCASE,
    name TEXT NOT NULL
  ) STRICT;

  CREATE TABLE barcode_book (
    barcode TEXT PRIMARY KEY,
    sku TEXT NOT NULL,
    units INTEGER NOT NULL CHECK (units > 0),
    name TEXT NOT NULL
  ) STRICT;

  -- Sealed boxes and how far the store has been told.
  CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    box_id TEXT NOT NULL UNIQUE,
    order_no TEXT NOT NULL,
    box_number INTEGER NOT NULL,
    promise TEXT NOT NULL,
    sealed_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'unknown', 'confirmed', 'needsPerson', 'handled')),
    since INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    read_first INTEGER NOT NULL,
    box_section TEXT,
    step TEXT,
    before TEXT,
    sent_at INTEGER,
    problem TEXT,
    last_answer TEXT,
    address_accepted INTEGER NOT NULL DEFAULT 0,
    handled TEXT
  ) STRICT;
  CREATE INDEX outbox_open ON outbox (order_no, seq) WHERE state NOT IN ('confirmed', 'handled');
  CREATE INDEX outbox_order ON outbox (order_no);

  CREATE TABLE couriers (
    idx INTEGER PRIMARY KEY,
    name TEXT NOT NULL
  ) STRICT;

  CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;
  `,
  `
  -- Where a salvage could not read the log: nothing is known between \`after_seq\` and \`resumes_seq\`, both exclusive.
  CREATE TABLE log_gaps (
    after_seq INTEGER PRIMARY KEY,
    resumes_seq INTEGER NOT NULL,
    found_at INTEGER NOT NULL
  ) STRICT;
  `,
  `
  -- Read from the log: an order set aside at this desk, with the reason, or handed to another desk.
  ALTER TABLE packing_progress ADD COLUMN held TEXT;
  ALTER TABLE packing_progress ADD COLUMN handed_to TEXT;

  -- Read from the log: which box a serial number is in.
  CREATE TABLE serials (
    product TEXT NOT NULL,
    serial TEXT NOT NULL,
    order_no TEXT NOT NULL,
    box_number INTEGER NOT NULL,
    PRIMARY KEY (product, serial),
    -- For finding an order's own: each action at the desk does.
    UNIQUE (order_no, box_number, product, serial)
  ) STRICT;

  DROP INDEX packing_log_desk;
  CREATE INDEX packing_log_desk ON packing_log (seq)
    WHERE type IN ('orderOpened', 'orderResumed', 'orderPutDown', 'orderHeld', 'orderHandedOver');

  CREATE INDEX packing_log_people ON packing_log (seq) WHERE type IN ('packerSignedIn', 'packerSignedOut');

  -- The log by day, and by whoever packed.
  CREATE INDEX packing_log_at ON packing_log (at, type);

  -- Products that ask for a serial number with each unit, or for a lot.
  CREATE TABLE product_rules (
    sku TEXT PRIMARY KEY COLLATE NOCASE,
    capture TEXT NOT NULL CHECK (capture IN ('serial', 'lot'))
  ) STRICT;

  CREATE TABLE people (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('packer', 'lead')),
    pin TEXT,
    badge TEXT UNIQUE,
    active INTEGER NOT NULL DEFAULT 1
  ) STRICT;

  -- The courier of a waybill that the shop has registered already; the one product of an order that has no other.
  ALTER TABLE orders ADD COLUMN courier_idx INTEGER;
  ALTER TABLE orders ADD COLUMN single_item TEXT;
  UPDATE orders SET
    courier_idx = (SELECT json_extract(s.value, '$.invoice.courierIdx') FROM json_each(document, '$.sections') s
      WHERE json_extract(s.value, '$.invoice.courierIdx') IS NOT NULL LIMIT 1),
    single_item = CASE WHEN lines = 1 THEN first_item END;
  CREATE INDEX orders_single ON orders (standing, single_item) WHERE single_item IS NOT NULL;
  -- What the queue is searched and filtered by, without reading the documents.
  CREATE INDEX orders_find ON orders (placed_at, order_no, standing, channel, courier_idx, single_item, search, to_ship)
    WHERE to_ship = 1;

  -- The codes of the one unit that an order is all about.
  CREATE TABLE one_item_codes (
    code TEXT NOT NULL COLLATE NOCASE,
    order_no TEXT NOT NULL,
    PRIMARY KEY (code, order_no)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX one_item_order ON one_item_codes (order_no);
  INSERT OR IGNORE INTO one_item_codes (code, order_no)
    SELECT c.value, o.order_no FROM orders o, json_each(o.document, '$.sections') s, json_each(s.value, '$.items') i,
      json_each(json_array(json_extract(i.value, '$.product.optionSku'), json_extract(i.value, '$.product.productSku'),
        json_extract(i.value, '$.product.ownCode'))) c
    WHERE o.units = 1 AND o.to_ship = 1 AND c.value IS NOT NULL
      AND json_extract(s.value, '$.status') IN ('PRODUCT_PREPARATION', 'SHIPPING_READY');
  `,
  `
  -- From here on the store's document of an order is kept whole. What earlier versions kept can be packed from, and is to be
  -- read from the store again.
  ALTER TABLE orders ADD COLUMN to_read INTEGER NOT NULL DEFAULT 0;
  UPDATE orders SET to_read = 1;
  CREATE INDEX orders_to_read ON orders (to_ship, order_no) WHERE to_read = 1;
  -- What makes an order unreadable: the field, and what it says.
  ALTER TABLE orders ADD COLUMN odd_field TEXT;
  ALTER TABLE orders ADD COLUMN odd_value TEXT;
  `,
  `
  -- Everything the desk has promised to bring about at the store, and how far that is: a sealed box is one kind of it.
  CREATE TABLE intents (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    order_no TEXT NOT NULL,
    kind TEXT NOT NULL,
    -- The box it is about, where it is about one.
    box_id TEXT,
    box_number INTEGER,
    -- What was promised, by the schema of its kind.
    payload TEXT NOT NULL,
    given_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'unknown', 'confirmed', 'needsPerson', 'handled')),
    since INTEGER NOT NULL,
    next_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    read_first INTEGER NOT NULL,
    -- The section that is its own, or its box's, once known.
    section TEXT,
    -- The write under way, or whose outcome is not known, with the order's sections before it and when it was sent.
    step TEXT,
    before TEXT,
    sent_at INTEGER,
    problem TEXT,
    last_answer TEXT,
    -- Problems that a person has seen and wants it to go on in spite of.
    accepted TEXT NOT NULL DEFAULT '[]',
    handled TEXT,
    -- The first of its order that has not ended: the only one that is worked on.
    head INTEGER NOT NULL
  ) STRICT;
  INSERT INTO intents (seq, order_no, kind, box_id, box_number, payload, given_at, state, since, next_at, attempts,
      read_first, section, step, before, sent_at, problem, last_answer, accepted, handled, head)
    SELECT seq, order_no, 'dispatch', box_id, box_number, promise, sealed_at, state, since, next_at, attempts,
      read_first, box_section, step, before, sent_at, problem, last_answer,
      iif(address_accepted = 1, '["addressChanged"]', '[]'), handled,
      seq IN (SELECT min(seq) FROM outbox WHERE state NOT IN ('confirmed', 'handled') GROUP BY order_no)
    FROM outbox;
  DROP TABLE outbox;
  CREATE INDEX intents_order ON intents (order_no, seq);
  CREATE INDEX intents_box ON intents (box_id, kind, seq);
  CREATE INDEX intents_open ON intents (order_no, seq) WHERE state NOT IN ('confirmed', 'handled');
  CREATE INDEX intents_oldest ON intents (seq) WHERE state NOT IN ('confirmed', 'handled');
  CREATE INDEX intents_heads ON intents (state, seq) WHERE head = 1;
  CREATE INDEX intents_due ON intents (next_at, seq) WHERE head = 1 AND state IN ('waiting', 'sending', 'unknown');

  -- Read from the log: sealed boxes that become 배송중 when the courier takes them, and when that was.
  CREATE TABLE handovers (
    box_id TEXT PRIMARY KEY,
    order_no TEXT NOT NULL,
    box_number INTEGER NOT NULL,
    courier_idx INTEGER,
    invoice_no TEXT,
    sealed_at INTEGER NOT NULL,
    given_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX handovers_missing ON handovers (courier_idx, sealed_at) WHERE given_at IS NULL;
  CREATE INDEX handovers_given ON handovers (given_at) WHERE given_at IS NOT NULL;
  CREATE INDEX handovers_order ON handovers (order_no);
  `,
  `
  -- What is asked on a scan's way, by index alone: the few orders set aside or handed over here, and the oldest order that
  -- is one unit of a product.
  CREATE INDEX packing_progress_aside ON packing_progress (order_no, held, handed_to)
    WHERE held IS NOT NULL OR handed_to IS NOT NULL;
  ALTER TABLE one_item_codes ADD COLUMN placed_at TEXT NOT NULL DEFAULT '';
  UPDATE one_item_codes SET placed_at = coalesce(
    (SELECT o.placed_at FROM orders o WHERE o.order_no = one_item_codes.order_no), '');
  CREATE INDEX one_item_oldest ON one_item_codes (code, placed_at, order_no);
  `,
  `
  -- When a write went out is kept once its outcome is known, and says that the store may have heard of the intent; an answer
  -- is of the last write only.
  UPDATE intents SET sent_at = given_at WHERE sent_at IS NULL AND (last_answer IS NOT NULL OR attempts > 0);
  UPDATE intents SET last_answer = NULL WHERE step IS NOT NULL;
  `,
  reportedApart,
]
