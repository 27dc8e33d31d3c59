import { describe, expect, test } from 'vitest';
import type { Commissioned } from './recommissioning.ts';
import { datesOf, overlapsOf, radarOf, radarSentence } from './recommissioning.ts';

const framework: Commissioned = {
  kind: 'FRAMEWORK',
  id: 'f',
  reference: 'CCS034',
  title: 'Fostering framework',
  authorityCode: 'E10000007',
  startsOn: '2024-04-01',
  endsOn: '2028-03-31',
  noticeMonths: 3,
  decisionLeadMonths: 18,
  extensions: [{ nth: 1, months: 24, decideByMonths: 6, takenOn: null }],
  reopenings: ['2025-10-01', '2026-10-01'],
  providerIds: [1, 2],
  buyers: ['E06000015', 'E10000007'],
};
const block: Commissioned = {
  ...framework,
  kind: 'BLOCK',
  id: 'b',
  reference: 'BLOCK-1',
  title: 'Block of four beds',
  authorityCode: 'E06000015',
  startsOn: '2026-01-01',
  endsOn: '2027-12-31',
  noticeMonths: null,
  decisionLeadMonths: null,
  extensions: [],
  reopenings: [],
  providerIds: [2],
  buyers: [],
};
const time = { from: '2026-06-15', until: '2029-06-15' };

describe('the dates of a framework', () => {
  test('are those its terms lead to, in order', () => {
    expect(datesOf(framework).map(({ kind, on }) => `${on} ${kind}`)).toEqual([
      '2025-10-01 REOPENING',
      '2026-09-30 RECOMMISSION_START',
      '2026-10-01 REOPENING',
      '2027-09-30 EXTENSION_DECISION',
      '2027-12-31 NOTICE_BY',
      '2028-03-31 END',
      '2030-03-31 LAST_POSSIBLE_END',
    ]);
  });

  test('are none that nobody says', () => {
    expect(datesOf({ ...framework, endsOn: null, reopenings: [] })).toEqual([]);
  });
});

describe('the radar', () => {
  test('shows what has a date in its time, the next one first', () => {
    const items = radarOf([block, framework], time);

    expect(items.map(({ of, dates }) => [of.reference, dates[0]?.on, dates.length])).toEqual([
      ['CCS034', '2026-09-30', 5],
      ['BLOCK-1', '2027-12-31', 1],
    ]);
    expect(items[0]?.extendedTo).toBe('2030-03-31');
  });

  test('and what was to be done before, of what has not ended', () => {
    const late = { from: '2027-10-15', until: '2030-01-01' };

    const [overdue] = radarOf([framework], late);

    expect(overdue?.overdue.map(({ kind, on }) => [kind, on])).toEqual([
      ['RECOMMISSION_START', '2026-09-30'],
      ['EXTENSION_DECISION', '2027-09-30'],
    ]);
    expect(radarOf([framework], { from: '2028-04-01', until: '2031-01-01' })).toMatchObject([
      { overdue: [] },
    ]);
  });

  test('says what comes next', () => {
    const items = radarOf([block, framework], time);

    expect(radarSentence(items, overlapsOf([block, framework], time))).toBe(
      '1 framework and 1 block contract end in this time. Next, on 30 September 2026: work on what follows Fostering framework is to begin. 1 block contract runs beside a framework that the provider is on.',
    );
    expect(radarSentence([], [])).toBe('Nothing ends, reopens or is to be decided in this time.');
  });
});

describe('a block contract overlaps a framework', () => {
  test('that its provider is on, where the authority buys by both', () => {
    expect(overlapsOf([block, framework], time)).toMatchObject([
      {
        from: '2026-06-15',
        until: '2027-12-31',
        sentence:
          'The provider of BLOCK-1 is also on CCS034, which goes on until 31 March 2028: when the block ends on 31 December 2027, its beds can be called off there.',
      },
    ]);
  });

  test('and stands alone where it lasts longer', () => {
    const [overlap] = overlapsOf([{ ...block, endsOn: '2029-01-31' }, framework], time);

    expect(overlap?.sentence).toContain(
      'which ends on 31 March 2028: from then until 31 January 2029 the block stands alone.',
    );
  });

  test.each([
    ['its provider is not on', { providerIds: [3] }],
    ['its authority does not buy by', { authorityCode: 'E06000018' }],
    ['had ended before', { startsOn: '2028-04-01', endsOn: '2029-01-31' }],
  ])('but none that %s', (_what, change) => {
    expect(overlapsOf([{ ...block, ...change }, framework], time)).toEqual([]);
  });
});
