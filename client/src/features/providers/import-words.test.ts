import { expect, test } from 'vitest';
import type { PurchaseImport } from './import-queries.ts';
import { noticesSentence, purchaseSentence } from './import-words.ts';

const item = (outcome: PurchaseImport['items'][number]['outcome']) => ({
  table: 'block-contracts',
  row: 2,
  title: 'B',
  outcome,
  sentence: '',
});

test('a look says what would be done, and that nothing is done yet', () => {
  const items = [item('NEW'), item('NEW'), item('ENDED')];

  expect(purchaseSentence({ applied: false, problems: [], items })).toBe(
    'This would be done: 2 new, 1 ended. Nothing has been done yet.',
  );
  expect(purchaseSentence({ applied: true, problems: [], items })).toBe('Done: 2 new, 1 ended.');
});

test('a problem stops all of it', () => {
  const problem = { table: null, row: 2, column: 'beds', message: 'must be a number' };

  expect(purchaseSentence({ applied: false, problems: [problem], items: [] })).toBe(
    'Nothing can be done with this: 1 problem. Mend it, then look again.',
  );
});

const notice = {
  ocid: 'ocds-1',
  title: 'Homes',
  outcome: 'NEW' as const,
  buyers: [],
  startsOn: null,
  endsOn: null,
  value: null,
  releases: 1,
  changes: [],
  framework: null,
  suppliers: [],
};

test('a notice older than what is known is said to be', () => {
  const notices = [{ ...notice, outcome: 'OLDER' as const }];

  expect(noticesSentence({ applied: true, problems: [], notices })).toBe(
    'Done: 1 framework older than what is known.',
  );
});

test('suppliers that are no provider of the register are to be looked at', () => {
  const withQuery = {
    ...notice,
    suppliers: [
      { name: 'A', outcome: 'QUERY' as const, sentence: '', lots: [], provider: null, alike: [] },
    ],
  };

  expect(noticesSentence({ applied: false, problems: [], notices: [withQuery] })).toBe(
    'This would be done: 1 framework new. 1 supplier to be looked at. Nothing has been done yet.',
  );
});
