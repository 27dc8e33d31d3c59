import type { AuthorityCollection, CollectionMonth } from './return-queries.ts';

const october = '2026-10';

/** A dataset and month, on time and not due unless a test says otherwise. */
export const aMonth = (given: Partial<CollectionMonth> = {}): CollectionMonth => ({
  dataset: 'beds',
  period: october,
  dueOn: '2026-11-05',
  state: 'NOT_DUE',
  receivedAt: null,
  onTime: null,
  return: null,
  newer: null,
  ...given,
});

/** What an authority has sent. */
export const collectionOf = (
  name: string,
  ...months: readonly Partial<CollectionMonth>[]
): AuthorityCollection => ({
  authority: { id: name, code: `code of ${name}`, name },
  timeliness: null,
  months: months.map(aMonth),
});

/** As `authority.code` of a collection above. */
export const codeOf = (name: string) => `code of ${name}`;
