import type { Outcome } from './outcome.ts';
import type { CellPlace, Reconciliation } from './reconciliation.ts';

/** How much of what was found is told: nobody reads more, and a page or an answer would not hold it. */
const mostTold = { findings: 200, unchecked: 200, cells: 2_000 };

/** So many of a finding's cells are told however many there are: the questioned one, and two to compare it with. */
const leastCells = 3;

/** What is told of all that was found, and a sentence on the rest; empty where everything is told. */
export function told({ findings, unchecked }: Pick<Outcome, 'findings' | 'unchecked'>): Pick<
  Reconciliation,
  'findings' | 'unchecked'
> & {
  readonly rest: string;
} {
  let cells = mostTold.cells;
  const withCells = <One extends { readonly cells: readonly CellPlace[] }>(one: One): One => {
    const shown = one.cells.slice(0, Math.max(leastCells, cells));
    cells -= shown.length;
    return shown.length === one.cells.length ? one : { ...one, cells: shown };
  };
  const isMore =
    findings.length > mostTold.findings
      ? ` The gravest ${mostTold.findings} are listed: mend them, or check a smaller part of the table, to see the others.`
      : '';
  const isMoreOpen =
    unchecked.length > mostTold.unchecked
      ? ` The first ${mostTold.unchecked} that could not be checked are listed.`
      : '';
  return {
    findings: findings.slice(0, mostTold.findings).map(withCells),
    unchecked: unchecked.slice(0, mostTold.unchecked).map(withCells),
    rest: `${isMore}${isMoreOpen}`,
  };
}
