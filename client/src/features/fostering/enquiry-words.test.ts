import { expect, test } from 'vitest';
import { enquiryFilter } from './enquiry-filter.ts';
import type { EnquiryImport } from './enquiry-mutations.ts';
import { enquiriesSentence } from './enquiry-words.ts';
import { eventResultSentence } from './event-words.ts';
import { importSentence } from './import-words.ts';

test.each([
  ['', 2829, '2,829 enquiries.'],
  ['status=open&from=2026-09', 1, '1 enquiry open, received since September 2026.'],
  [
    'only=waiting&in=E06000015',
    3,
    '3 enquiries waiting for a first response, the oldest first, narrowed as chosen below.',
  ],
  [
    'status=approved&from=2026-08&to=2026-09',
    2,
    '2 enquiries that led to an approval, received from August 2026 to September 2026.',
  ],
])('of the filter “%s” it is said: %s', (search, count, sentence) => {
  expect(enquiriesSentence(count, enquiryFilter(new URLSearchParams(search)))).toBe(sentence);
});

test.each([
  ['RECORDED', null, 'Recorded: On hold, 2 March 2026.'],
  ['KNOWN', null, 'It was there already: On hold, 2 March 2026. Nothing changed.'],
  [
    'ASKED',
    'it was on hold already. Is the day right?',
    'Held, and not counted until somebody answers: it was on hold already. Is the day right?',
  ],
] as const)('of an event that is %s it is said what became of it', (outcome, question, said) => {
  expect(eventResultSentence({ kind: 'ON-HOLD', on: '2026-03-02', outcome, question }, [])).toBe(
    said,
  );
});

const item = { row: 2, reference: 'F-1', recorded: 1, questions: [] };
const problem = { row: 2, column: 'received', message: 'must be a day' };
const looks: readonly (readonly [EnquiryImport, string])[] = [
  [
    { applied: false, problems: [problem], items: [] },
    'Nothing can be done with this: 1 problem. Mend it, then look again.',
  ],
  [
    {
      applied: false,
      problems: [],
      items: [
        { ...item, outcome: 'NEW' },
        { ...item, outcome: 'CHANGED', questions: ['Is that right?'] },
      ],
    },
    'This would be done: 1 new, 1 goes on. 1 event to be asked about and held. Nothing has been done yet.',
  ],
  [
    { applied: true, problems: [], items: [{ ...item, outcome: 'UNCHANGED' }] },
    'Done: 1 unchanged.',
  ],
];

test.each(looks)('what a file would do is said: %#', (found, sentence) => {
  expect(importSentence(found)).toBe(sentence);
});
