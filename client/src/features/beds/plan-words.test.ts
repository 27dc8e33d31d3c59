import { expect, test } from 'vitest';
import type { Plan } from './plan-queries.ts';
import { extremesWords, placesSteps, plansSentence, riskWords, signed } from './plan-words.ts';

const plan = (change: number, effectiveOn: string, stage: Plan['stage'] = 'REGISTER') =>
  ({ change, effectiveOn, stage }) as Plan;

const plans = [plan(3, '2027-05-01'), plan(-4, '2027-01-01'), plan(2, '2027-05-01')];

test('places are added up day by day, those of one day together', () => {
  expect(placesSteps(plans, '2026-12-01')).toMatchObject([
    { on: '2027-01-01', change: -4, net: -4 },
    { on: '2027-05-01', change: 5, net: 1 },
  ]);
});

test('what was to be there before today is in no sum, and is told where it is not done', () => {
  const late = [...plans, plan(6, '2026-11-30'), plan(7, '2026-11-30', 'OPEN')];

  expect(placesSteps(late, '2026-12-01')).toHaveLength(2);
  expect(plansSentence(late, '2026-12-01')).toBe(
    'By 1 May 2027 5 places are to come and 4 to go: 1 more than today. 1 plan should have been done before today.',
  );
});

test('it is told when there are fewest places, and most', () => {
  expect(extremesWords(placesSteps(plans, '2026-12-01'))).toBe(
    'Fewest from 1 January 2027 (−4), most from 1 May 2027 (+1).',
  );
  expect(extremesWords(placesSteps(plans.slice(0, 1), '2026-12-01'))).toBe(
    'One step, from 1 May 2027 (+3).',
  );
});

test('there are words for no plan, for none ahead, and for as many as today', () => {
  expect(plansSentence([], '2026-12-01')).toMatch(/^No place is planned to come or to go/);
  expect(plansSentence([plan(1, '2026-11-01', 'OPEN')], '2026-12-01')).toBe(
    'No place is planned from today on.',
  );
  expect(plansSentence([plan(1, '2027-01-01'), plan(-1, '2027-02-01')], '2026-12-01')).toBe(
    'By 1 February 2027 1 place is to come and 1 to go: as many as today.',
  );
});

test.each([
  [3, '+3'],
  [-2, '−2'],
  [0, '0'],
])('%i is written %s', (change, text) => {
  expect(signed(change)).toBe(text);
});

test.each([
  [{ risk: 'HIGH', riskReason: 'PLANNING' } as const, 'high: planning permission'],
  [{ risk: 'LOW', riskReason: null } as const, 'low'],
  [{ risk: null, riskReason: null } as const, 'not said'],
])('a risk %o is %s', (risk, text) => {
  expect(riskWords(risk)).toBe(text);
});
