/**
 * Why the desk's data may be of an earlier time than what the store has been told. older: its log ends before, or goes on
 * otherwise than, what the anchor saw · other: it is another desk's · missing: the anchor is gone · unreadable: nobody can
 * tell what the anchor says · restored: a backup was put in place.
 */
export const doubtKinds = ['older', 'other', 'missing', 'unreadable', 'restored'] as const

export type DoubtKind = (typeof doubtKinds)[number]
