import { expect, test } from 'vitest';
import {
  financialYearOf,
  planTitle,
  roughly,
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
  progress: { until: '2026-11-22', enquiries: 1818, approvals: 81 },
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
