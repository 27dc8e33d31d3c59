import type { Grid } from './grid.ts';
import { placesOf } from './grid.ts';
import type { Outcome } from './outcome.ts';
import { outcome } from './outcome.ts';
import type { ReconcileFinding } from './reconciliation.ts';
import type { Relation, RelationCase, RelationKind } from './relation.ts';
import { numberText, printedText, quote, rounded, shortNumber } from './words.ts';

const rules = { share: 'share', rate: 'rate', growth: 'growth', change: 'growth' } as const;

/** Shares, rates and changes that stand beside what they are made of. */
export function checkRelations(grid: Grid, relations: readonly Relation[]): Outcome {
  return outcome(
    relations.reduce((sum, { cases }) => sum + cases.length, 0),
    relations.flatMap((relation) =>
      relation.cases
        .filter(({ agrees }) => !agrees)
        .map((wrong) => findingOf(grid, relation, wrong)),
    ),
  );
}

function findingOf(
  grid: Grid,
  { kind, target }: Relation,
  { item, printed, first, second, range }: RelationCase,
): ReconcileFinding {
  const middle = (range.low + range.high) / 2;
  const sign = printed.unit === 'percent' ? '%' : '';
  const expected = `${numberText(middle, printed.step)}${sign}`;
  const where = `${quote(grid.items[item]?.label ?? '')}, ${quote(grid.lists[target]?.label ?? '')}`;
  const told: Record<RelationKind, string> = {
    share: `${first.text} of ${second.text} is ${expected}${exact(middle, expected)}`,
    rate: `${first.text} among ${second.text} is ${expected}`,
    growth: `from ${first.text} to ${second.text} the change is ${expected}`,
    change: `from ${first.text} to ${second.text} the change is ${expected}`,
  };
  return {
    rule: rules[kind],
    severity: 'error',
    cells: placesOf([printed, first, second]),
    printed: printedText(printed),
    expected,
    difference: rounded(printed.value - middle),
    sentence: `${where} says ${printedText(printed)}, but ${told[kind]}.`,
  };
}

/** The share with two more digits, where those say more. */
function exact(value: number, expected: string): string {
  const more = `${shortNumber(Math.round(value * 100) / 100)}%`;
  return more === expected ? '' : ` (${more})`;
}
