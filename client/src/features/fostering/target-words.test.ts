import { expect, test } from 'vitest';
import {
  financialYearOf,
  planTitle,
  roughly,
  scoredSentence,
  spansOf,
  stagesOfPlan,
  targetSentence,
} from './target-words.ts';

const target = {
  id: '1',
  year: '2026-27',
  householdType: null,
  baselineApprovals: 54,
  upliftPercent: 89,
  enquiries: 660,
  conversionPercent: 15.45,
  approvals: 103,
  source: null,
  shared: true,
  synthetic: true,
  version: 1,
  authority: null,
  check: { agrees: true, approvalsThatAgree: null, explanation: null, links: [] },
  progress: { until: '2026-11-22', enquiries: 1818, approvals: 81, synthetic: false },
};

test('a target is said with how far its year has come, and only with that where it is not seen', () => {
  expect(targetSentence(target)).toBe(
    'The whole hub: the target of 2026-27 is 103 households approved. By 22 November 2026, 81 had been (79 %), and 1,818 households had enquired.',
  );
  expect(targetSentence({ ...target, progress: null })).toBe(
    'The whole hub: the target of 2026-27 is 103 households approved.',
  );
  expect(targetSentence({ ...target, approvals: 0 })).toContain('81 had been, and');
  expect(targetSentence({ ...target, check: { ...target.check, agrees: false } })).toContain(
    'is 103 households approved, and contradicts itself.',
  );
});

test('a published target is not said to stand at households that are made up without saying so', () => {
  const progress = { ...target.progress, synthetic: true };

  expect(targetSentence({ ...target, progress, synthetic: false })).toContain(
    '1,818 households had enquired. What was counted is made up for a demonstration.',
  );
});

test('forecasts are scored by how many held what came, and of how many years they were', () => {
  const of = (year: string, isWithin: boolean | null) => ({
    ...{ year, score: isWithin === null ? null : { isWithin, error: 0 } },
  });

  expect(scoredSentence([of('2025-26', true), of('2025-26', false), of('2026-27', null)])).toBe(
    '3 forecasts are kept; 2 of them, of one year, were held against what came, which lay within the interval of 1.',
  );
  expect(scoredSentence([of('2024-25', true), of('2025-26', true)])).toContain(
    '2 of them, of 2 years,',
  );
  expect(scoredSentence([of('2026-27', null)])).toBe(
    '1 forecast is kept; none was held against what came yet.',
  );
});

test('a plan is named by whose it is and the type of household', () => {
  expect(planTitle({ authority: { name: 'Derby' }, householdType: 'SHORT-BREAKS' })).toBe(
    'Derby, short breaks',
  );
});

test('a year that is not over is held against the same months of the year before', () => {
  expect(spansOf('2026-27', '2026-10')).toEqual({
    now: { from: '2026-04', to: '2026-10' },
    before: { from: '2025-04', to: '2025-10' },
  });
  expect(spansOf('2025-26', '2026-10')?.now).toEqual({ from: '2025-04', to: '2026-03' });
  expect(spansOf('2027-28', '2026-10')).toBeNull();
});

test('the year begins in April', () => {
  expect([financialYearOf('2026-03-31'), financialYearOf('2026-04-01')]).toEqual([
    '2025-26',
    '2026-27',
  ]);
  expect(financialYearOf('1999-12-31')).toBe('1999-00');
});

test('the stages of a plan are all members’ or one authority’s, and none where they are not seen', () => {
  const row = { group: { key: 'E06000015', why: 'own' }, stages: [] };
  const months = { months: [], period: { whyNoTotal: 'hidden', total: null, rows: [row] } };
  expect(stagesOfPlan(months, null)).toBeNull();
  expect(stagesOfPlan(months, 'E06000015')).toEqual([]);
  expect(stagesOfPlan(months, 'E06000018')).toBeNull();
});

test('numbers have one decimal at most', () => {
  expect([roughly(146.77), roughly(3), roughly(1234.5)]).toEqual(['146.8', '3', '1,234.5']);
});
