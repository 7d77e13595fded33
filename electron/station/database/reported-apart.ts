/** What the store has said is done stands apart from what a reading has shown; and how many orders a page of a time will show. */
export const reportedApart = `
-- Reported: the store has said that it is done. Confirmed: a later reading of the order has shown it. What earlier versions
-- have as confirmed was only said.
CREATE TABLE intents_told (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  order_no TEXT NOT NULL,
  kind TEXT NOT NULL,
  box_id TEXT,
  box_number INTEGER,
  payload TEXT NOT NULL,
  given_at INTEGER NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('waiting', 'sending', 'unknown', 'reported', 'confirmed', 'needsPerson', 'handled')),
  since INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  read_first INTEGER NOT NULL,
  section TEXT,
  step TEXT,
  before TEXT,
  sent_at INTEGER,
  problem TEXT,
  last_answer TEXT,
  accepted TEXT NOT NULL DEFAULT '[]',
  handled TEXT,
  head INTEGER NOT NULL
) STRICT;
INSERT INTO intents_told SELECT seq, order_no, kind, box_id, box_number, payload, given_at, state, since, next_at, attempts,
  read_first, section, step, before, sent_at, problem, last_answer, accepted, handled, head FROM intents;
-- No number is given twice, of what was taken back neither.
DELETE FROM sqlite_sequence WHERE name = 'intents_told';
INSERT INTO sqlite_sequence (name, seq) SELECT 'intents_told', seq FROM sqlite_sequence WHERE name = 'intents';
DROP TABLE intents;
ALTER TABLE intents_told RENAME TO intents;
CREATE INDEX intents_order ON intents (order_no, seq);
CREATE INDEX intents_box ON intents (box_id, kind, seq);
CREATE INDEX intents_open ON intents (order_no, seq) WHERE state NOT IN ('reported', 'confirmed', 'handled');
CREATE INDEX intents_oldest ON intents (seq) WHERE state NOT IN ('reported', 'confirmed', 'handled');
CREATE INDEX intents_heads ON intents (state, seq) WHERE head = 1;
CREATE INDEX intents_due ON intents (next_at, seq) WHERE head = 1 AND state IN ('waiting', 'sending', 'unknown');
-- How many orders a page of a span of time will show.
CREATE INDEX orders_placed ON orders (placed_at);
CREATE INDEX intents_reported ON intents (seq, order_no) WHERE state = 'reported';
`
