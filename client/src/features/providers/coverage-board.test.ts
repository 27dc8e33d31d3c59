import { expect, test } from 'vitest';
import { boardOf, reasonKey, reasonTotals, shareKey, together } from './coverage-board.ts';
import type { CoverageMonth, CoverageRow, SpotFigure } from './coverage-queries.ts';
import { coverageSentence } from './coverage-sentence.ts';
import { trendPoints, trendsSentence } from './coverage-trends.ts';

const figure = (value: number | null): SpotFigure => ({
  value,
  symbol: value === null ? 'x' : null,
  text: value === null ? 'x' : String(value),
  status: 'PROVISIONAL',
  synthetic: true,
  why: 'own',
});

const share = (on: number | null, of: number): CoverageMonth['share'] => ({
  ...figure(on === null ? null : (on / of) * 100),
  text: on === null ? 'x' : `${((on / of) * 100).toFixed(1)}%`,
  numerator: on,
  denominator: on === null ? null : of,
});

const month = (period: string, on: number | null, of = 20): CoverageMonth => ({
  period,
  direction: 'NONE',
  share: share(on, of),
  spot: figure(2),
});

const derby = { id: '1', code: 'E06000015', name: 'Derby' };
const nottingham = { id: '2', code: 'E06000018', name: 'Nottingham' };

const row = (authority: CoverageRow['authority'], figures: CoverageMonth[]): CoverageRow => ({
  authority,
  service: 'ALL',
  title: 'All services',
  figures,
});

const rows = (derbyLast: number | null, all: number | null) => [
  row(derby, [month('2026-08', 12), month('2026-09', derbyLast)]),
  row(nottingham, [month('2026-08', 10), month('2026-09', 15)]),
  row(null, [month('2026-08', null), month('2026-09', all, 40)]),
];

test('the lead says the share of all members with its numbers, and who bought least on framework', () => {
  const board = boardOf({ rows: rows(18, 33) }, 'D2N2');

  expect(coverageSentence(board, '2026-09')).toBe(
    'In September 2026, 82.5% (33 of 40) of the placements that all members bought were made on a framework. Nottingham bought the least on framework, 75.0% (15 of 20).',
  );
});

test('where a member is not seen, the lead says so and gives no share for all', () => {
  const board = boardOf({ rows: rows(null, null) }, 'D2N2');

  expect(coverageSentence(board, '2026-09')).toBe(
    'In September 2026 you see 1 member of 2, so there is no share for all together. Of these, Nottingham bought the least on framework, 75.0% (15 of 20).',
  );
});

test('the consortium stands as a row of its own', () => {
  const board = boardOf({ rows: rows(18, 33) }, 'D2N2');

  expect(board.subjects.map(({ id, name }) => [id, name])).toEqual([
    ['E06000015', 'Derby'],
    ['E06000018', 'Nottingham'],
    [together, 'D2N2 together'],
  ]);
  expect(board.cell(together, 'ALL')?.last.share.text).toBe('82.5%');
});

test('reasons are added over the months that are seen, and unseen months are counted', () => {
  const reason = (code: string, values: (number | null)[]) => ({
    reason: code,
    title: code,
    authority: derby,
    figures: values.map((value, index) => ({
      period: `2026-0${index + 1}`,
      figure: figure(value),
    })),
  });

  const totals = reasonTotals(
    {
      spotReasons: [
        reason('NO-OFFER', [1, null, 2]),
        reason('TOO-LATE', [4, 1, null]),
        reason('NK', [null, null, null]),
      ],
    },
    derby.code,
  );

  expect(totals.map(({ reason: code, total, missing }) => [code, total, missing])).toEqual([
    ['TOO-LATE', 5, 1],
    ['NO-OFFER', 3, 1],
    ['NK', null, 3],
  ]);
});

test('keys of indicators are those of the catalogue', () => {
  expect([
    shareKey('ALL'),
    shareKey('RESIDENTIAL'),
    reasonKey('NO-OFFER'),
    reasonKey('NK'),
  ]).toEqual([
    'on-framework-share-month',
    'on-framework-share-month-residential',
    'spot-placements-month-no-offer',
    'spot-placements-month-reason-not-known',
  ]);
});

test('a small picture has a gap where there is no figure, and says how far each went', () => {
  const months = [month('2026-07', 10), month('2026-08', null), month('2026-09', 20)];

  expect(trendPoints({ months }, { width: 100, height: 50 })).toEqual([
    { x: 0, y: 25 },
    null,
    { x: 100, y: 0 },
  ]);
  expect(trendsSentence([{ id: '1', name: 'Derby', months }])).toBe(
    'Between the first and the last month that you see, Derby went from 50.0% to 100.0%.',
  );
});
