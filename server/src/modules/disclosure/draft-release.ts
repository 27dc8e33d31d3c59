import { printed } from './disclosure-rule.ts';
import type { Knowledge, Row, Shown } from './knowledge.ts';
import { cellValues, knowledgeOf, tell } from './knowledge.ts';
import type { ReleaseProblem } from './release-problem.ts';
import { lossOf } from './widening-program.ts';

/** A release while it is decided what is shown of it: figures that add up the same are shown, or c, together. */
export class DraftRelease {
  readonly problem: ReleaseProblem;
  readonly shown: Shown[];
  readonly knowledge: Knowledge;
  readonly #byRule: readonly Shown[];

  /** @param suppressed keys of cells that are c already, from an earlier attempt. */
  constructor(problem: ReleaseProblem, suppressed: ReadonlySet<string>) {
    this.problem = keepingNoughtsBack(problem);
    this.#byRule = shownByRule(this.problem);
    this.shown = this.#byRule.map((shown, cell) => {
      const { key = '' } = this.problem.cells[cell] ?? {};
      return isPublished(shown) && suppressed.has(key) ? 'c' : shown;
    });
    this.knowledge = knowledgeOf(this.problem, this.shown);
  }

  /** Keys of all that is c. */
  suppressedKeys(): string[] {
    return this.problem.cells.flatMap(({ key }, cell) => (this.shown[cell] === 'c' ? [key] : []));
  }

  /** Whether a row is published and may be suppressed: it is neither 0 nor known anyway. */
  mayGive = (row: number): boolean => {
    const { cells } = this.#row(row);
    return (
      cells.some((cell) => isPublished(this.shown[cell])) &&
      cells.every((cell) => this.problem.cells[cell]?.known !== true)
    );
  };

  suppress(row: number): void {
    this.#show(row, (cell) => (this.shown[cell] === null ? null : 'c'));
  }

  /** Shows a row as the rule alone would. */
  publish(row: number): void {
    this.#show(row, (cell) => this.#byRule[cell] ?? null);
  }

  /** Rows that are c although the rule would publish them, the greatest loss first. */
  suppressedBesides(): number[] {
    const rows = [...this.knowledge.rows.entries()].filter(([, { cells }]) =>
      cells.some((cell) => this.shown[cell] === 'c' && isPublished(this.#byRule[cell])),
    );
    return rows
      .toSorted(([, one], [, other]) => lossOf(other) - lossOf(one))
      .map(([index]) => index);
  }

  #row(index: number): Row {
    const row = this.knowledge.rows[index];
    if (!row) throw new RangeError('There is no such row.');
    return row;
  }

  #show(index: number, shown: (cell: number) => Shown): void {
    const row = this.#row(index);
    for (const cell of row.cells) this.shown[cell] = shown(cell);
    tell(this.problem, row, (cell) => this.shown[cell] ?? null);
  }
}

const isPublished = (shown: Shown | undefined) => typeof shown === 'number' && shown !== 0;

function shownByRule(problem: ReleaseProblem): Shown[] {
  const values = cellValues(problem);
  return problem.cells.map(({ kind }, cell) => {
    if (kind === 'hidden') return null;
    return kind === 'kept-back' ? 'c' : printed(problem.rule, values[cell] ?? 0);
  });
}

/** A 0 that is part of a 0 that is kept back must not be shown: it is kept back too. */
function keepingNoughtsBack(problem: ReleaseProblem): ReleaseProblem {
  const values = cellValues(problem);
  const parts = new Set(
    problem.cells.flatMap(({ kind, of }, cell) =>
      kind === 'kept-back' && values[cell] === 0 ? of : [],
    ),
  );
  const cells = problem.cells.map((cell, nth) =>
    cell.kind === 'published' && values[nth] === 0 && cell.of.some((each) => parts.has(each))
      ? { ...cell, kind: 'kept-back' as const }
      : cell,
  );
  return { ...problem, cells };
}
