import { expect, test } from 'vitest';
import { enquiryFilter } from './enquiry-filter.ts';
import type { EnquiryImport } from './enquiry-mutations.ts';
import { enquiriesSentence, factsInWords, stagesOnItsWay } from './enquiry-words.ts';
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
    { applied: false, problems: [problem], moreProblems: 0, items: [] },
    'Nothing can be done with this: 1 problem. Mend it, then look again.',
  ],
  [
    { applied: false, problems: [problem, problem], moreProblems: 2_298, items: [] },
    'Nothing can be done with this: 2,300 problems. The first 2 are below. Mend them, then look again.',
  ],
  [
    {
      applied: false,
      problems: [],
      moreProblems: 0,
      items: [
        { ...item, outcome: 'NEW' },
        { ...item, outcome: 'CHANGED', questions: ['Is that right?'] },
      ],
    },
    'This would be done: 1 new, 1 goes on. 1 event to be asked about and held. Nothing has been done yet.',
  ],
  [
    { applied: true, problems: [], moreProblems: 0, items: [{ ...item, outcome: 'UNCHANGED' }] },
    'Done: 1 unchanged.',
  ],
];

test.each(looks)('what a file would do is said: %#', (found, sentence) => {
  expect(importSentence(found)).toBe(sentence);
});

const stage = (code: string, title: string, limit: number) => ({
  ...{ code, title, definition: 'A test.', standard: true, used: true },
  clock: { from: 'RECEIVED', limit, unit: 'DAYS' as const },
});

/** The visit was to come within 10 days, then within 5, and a talk before it was given up. */
const sets = [
  {
    ...{ version: 1, inForceFrom: '2026-03-01' },
    stages: [stage('RECEIVED', 'Call', 0), stage('INITIAL-VISIT', 'Home visit', 5)],
  },
  {
    ...{ version: 0, inForceFrom: null },
    stages: [
      stage('RECEIVED', 'Enquiry', 0),
      stage('OWN-TALK', 'Talk', 3),
      stage('INITIAL-VISIT', 'Visit', 10),
    ],
  },
];

const on = (days: Readonly<Record<string, string>>, closedOn: string | null = null) =>
  stagesOnItsWay(
    sets,
    { reached: Object.entries(days).map(([code, day]) => ({ stage: code, on: day })), closedOn },
    '2026-03-10',
  ).map(({ title, clock }) => `${title} ${clock?.limit}`);

test('stages are as they were when an enquiry reached them, those to come as today', () => {
  expect(on({ RECEIVED: '2026-02-01' })).toEqual(['Enquiry 0', 'Home visit 5']);
  expect(on({ RECEIVED: '2026-02-01', 'INITIAL-VISIT': '2026-02-12' })).toEqual([
    'Enquiry 0',
    'Visit 10',
  ]);
  expect(on({ RECEIVED: '2026-02-01', 'OWN-TALK': '2026-02-02' })).toEqual([
    'Enquiry 0',
    'Talk 3',
    'Home visit 5',
  ]);
});

test('stages that an enquiry never reached are as they were when it ended', () => {
  expect(on({ RECEIVED: '2026-02-01' }, '2026-02-20')).toEqual(['Enquiry 0', 'Talk 3', 'Visit 10']);
});

test('what is known of an enquiry is said in a line', () => {
  const facts = { source: 'WEB', householdType: 'MAINSTREAM', campaign: null, area: 'NG7' };

  expect(factsInWords(facts)).toBe(
    'Website or search, Mainstream, with fostering to adopt, NG7, no campaign.',
  );
});
