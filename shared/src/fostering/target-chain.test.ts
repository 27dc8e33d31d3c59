import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TargetChain } from './target-chain.ts';
import { approvalsAt, checkChain, enquiriesNeeded, upliftOn } from './target-chain.ts';

const published: TargetChain = {
  enquiries: 660,
  conversionPercent: 15.45,
  approvals: 103,
  baselineApprovals: 54,
  upliftPercent: 89,
};

describe('the chain of a target', () => {
  test('that contradicts itself is explained, with what would agree', () => {
    const { agrees, links, approvalsThatAgree, explanation } = checkChain(published);

    expect(agrees).toBe(false);
    expect(links.map(({ kind, agrees: link, approvals }) => [kind, link, approvals])).toEqual([
      ['CONVERSION', false, 102],
      ['UPLIFT', false, 102],
    ]);
    expect(links.map(({ percentNeeded }) => percentNeeded?.toFixed(1))).toEqual(['15.6', '90.7']);
    expect(approvalsThatAgree).toBe(102);
    expect(explanation).toBe(
      '660 enquiries × 15.45 % is 102 approvals, not 103: 103 of 660 is 15.61 %. An uplift of 89 % on 54 is 102 approvals, not 103: 103 on 54 is 91 %. 102 approvals would agree with all that is stated.',
    );
  });

  test('agrees where a percentage is as near as its decimals', () => {
    expect(checkChain({ ...published, approvals: 102 })).toMatchObject({
      agrees: true,
      approvalsThatAgree: null,
      explanation: null,
    });
    expect(checkChain({ ...published, conversionPercent: 15.6, upliftPercent: 91 })).toMatchObject({
      agrees: true,
    });
  });

  test('is not held against what was not stated', () => {
    expect(checkChain({ ...published, conversionPercent: null, baselineApprovals: null })).toEqual({
      agrees: true,
      links: [],
      approvalsThatAgree: null,
      explanation: null,
    });
  });

  test('names no approvals where none agree with every link', () => {
    const { approvalsThatAgree, explanation } = checkChain({ ...published, upliftPercent: 50 });

    expect(approvalsThatAgree).toBeNull();
    expect(explanation).not.toContain('would agree');
  });

  test('of no baseline has no uplift', () => {
    expect(upliftOn(0, 10)).toBeNull();
    expect(checkChain({ ...published, approvals: 102, baselineApprovals: 0 }).explanation).toBe(
      'An uplift of 89 % on 0 is 0 approvals, not 102.',
    );
  });
});

test('whatever is worked out from one end agrees from the other', () => {
  const whole = fc.integer({ min: 1, max: 20_000 });
  const cents = fc.integer({ min: 1, max: 10_000 });
  fc.assert(
    fc.property(whole, cents, whole, (enquiries, hundredths, baselineApprovals) => {
      const conversionPercent = hundredths / 100;
      const approvals = Math.round(approvalsAt(enquiries, conversionPercent));
      const uplift = upliftOn(baselineApprovals, approvals) ?? 0;
      const check = checkChain({
        ...{ enquiries, conversionPercent, approvals, baselineApprovals },
        upliftPercent: Number(uplift.toFixed(2)),
      });
      expect(check.agrees).toBe(true);
    }),
  );
});

test('as many enquiries as are needed bring the approvals, and one fewer does not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000 }),
      fc.integer({ min: 1, max: 10_000 }),
      (approvals, hundredths) => {
        const rate = hundredths / 100;
        const needed = enquiriesNeeded(approvals, rate) ?? 0;
        expect(approvalsAt(needed, rate)).toBeGreaterThanOrEqual(approvals - 1e-6);
        expect(approvalsAt(needed - 1, rate)).toBeLessThan(approvals);
      },
    ),
  );
  expect(enquiriesNeeded(10, 0)).toBeNull();
});
