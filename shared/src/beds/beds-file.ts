/** Columns of a file of homes' places, in any order: a row says how many places of a home are in a state. */
export const bedsColumns = ['urn', 'state', 'places', 'reason', 'reserved_until'] as const;

/** A file to begin from: one home, all its places. */
export const bedsTemplate = [
  bedsColumns.join(','),
  'SC000001,OCCUPIED,3,,',
  'SC000001,RESERVED,1,,2026-12-31',
  'SC000001,CLOSED,1,STAFFING,',
  '',
].join('\r\n');
