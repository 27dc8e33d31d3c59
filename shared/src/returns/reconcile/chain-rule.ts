import type { Figure, Grid } from './grid.ts';
import { isFigure, placesOf } from './grid.ts';
import type { Interval } from './interval.ts';
import { around, fits } from './interval.ts';
import type { Outcome } from './outcome.ts';
import { outcome, together } from './outcome.ts';
import type { ReconcileFinding } from './reconciliation.ts';
import { moreOrLess, printedText, quote, rounded, shortNumber } from './words.ts';

/** A number of things, the rate at which they become another, and the number of those. */
interface Link {
  readonly from: Figure;
  readonly rate: Figure;
  readonly to: Figure;
  readonly labels: readonly [from: string, to: string];
}

/** Targets that follow from one another: enquiries, the rate at which they are approved, approvals. */
export function checkChains(grid: Grid): Outcome {
  return together(
    grid.lists.flatMap((_, list) =>
      grid.items.map((_, item) => {
        const link = linkAt(grid, list, item);
        return link ? check(link) : outcome(0);
      }),
    ),
  );
}

const stemOf = (label: string): string =>
  (label.toLowerCase().split(/\s+/u)[0] ?? '').replace(/(ies|y|als?|s|ions?|ed)$/u, '');

/** “Enquiries target”, “Approval rate target”, “Approvals target”, one below the other. */
function linkAt(grid: Grid, list: number, item: number): Link | null {
  const label = grid.items[item]?.label ?? '';
  const [from, rate, to] = [item - 1, item, item + 1].map((at) =>
    grid.items[at] ? grid.at(list, at) : null,
  );
  if (!from || !rate || !to || !isFigure(from) || !isFigure(rate) || !isFigure(to)) return null;
  if (rate.unit !== 'percent' || from.unit !== 'count' || to.unit !== 'count') return null;
  const next = grid.items[item + 1]?.label ?? '';
  const isLink =
    /\bconversion\b/iu.test(label) ||
    (/\brate\b/iu.test(label) && stemOf(label) === stemOf(next) && stemOf(label).length > 2);
  return isLink ? { from, rate, to, labels: [grid.items[item - 1]?.label ?? '', next] } : null;
}

function check({ from, rate, to, labels }: Link): Outcome {
  const [share, number] = [around(rate), around(from)];
  const range: Interval = {
    low: (share.low * number.low) / 100,
    high: (share.high * number.high) / 100,
  };
  // People and homes are whole: what a rate makes is rounded to one.
  const whole = { low: Math.round(range.low), high: Math.round(range.high) };
  if (fits(to, range) || fits(to, whole)) return outcome(1);
  const expected = Math.round((from.value * rate.value) / 100);
  const finding: ReconcileFinding = {
    rule: 'target-chain',
    severity: 'error',
    cells: placesOf([to, from, rate]),
    printed: to.text,
    expected: shortNumber(expected),
    difference: rounded(to.value - expected),
    sentence: `${printedText(rate)} of ${from.text} (${quote(labels[0])}) is ${shortNumber(expected)}, but ${quote(labels[1])} says ${to.text}: ${moreOrLess(to.value - expected)}.`,
  };
  return outcome(1, [finding]);
}
