import type { AttackerView } from './attacker-view.ts';
import type { Knowledge, Row } from './knowledge.ts';
import type { Program, Solver } from './solver.ts';
import type { Aim, Change, Question } from './widening-program.ts';
import { cheapest, lossOf, nearest } from './widening-program.ts';

/** Longest that the solver may look for one answer. Unit: seconds. */
const patience = 5;

/** A way to widen a row: what to change, and which rows must no longer be published for that. */
export interface Widening {
  readonly change: Change;
  readonly suppress: readonly number[];
  readonly cost: number;
}

/** Asks the solver about an attacker's knowledge. Every answer is still to be checked. */
export class Inquiry {
  readonly #knowledge: Knowledge;
  readonly #solver: Solver;
  readonly #mayGive: (row: number) => boolean;

  /** @param mayGive whether a row is published and could be suppressed. */
  constructor(knowledge: Knowledge, solver: Solver, mayGive: (row: number) => boolean) {
    this.#knowledge = knowledge;
    this.#solver = solver;
    this.#mayGive = mayGive;
  }

  /**
   * A table in which a row is as near to an aim as can be, with how near the relaxed question comes: no table is nearer.
   */
  async nearestRelaxed(view: AttackerView, aim: Aim): Promise<{ change: Change; near: number }> {
    const question = nearest(this.#knowledge, view, aim);
    const answer = await this.#ask(question, { whole: false, slack: 0 });
    if (!answer) return { change: [], near: Infinity };
    return {
      change: question.changeIn(answer) ?? [],
      near: Math.abs(aim.by) - question.shortIn(answer),
    };
  }

  async nearestWhole(view: AttackerView, aim: Aim): Promise<Change> {
    const question = nearest(this.#knowledge, view, aim);
    const answer = await this.#ask(question, { whole: true, slack: 0.5 });
    return (answer && question.changeIn(answer)) ?? [];
  }

  /** The way to reach an aim that gives up least of what is published. Null: none was found. */
  async cheapest(view: AttackerView, aim: Aim): Promise<Widening | null> {
    const question = cheapest(this.#knowledge, view, aim, this.#mayGive);
    const relaxed = await this.#ask(question, { whole: false, slack: 0 });
    if (!relaxed) return null;
    const hint = this.#widening(question.changeIn(relaxed));
    if (hint && hint.suppress.length <= 1) return hint;
    const answer = await this.#ask(question, { whole: true, slack: 0.1 });
    const best = answer && this.#widening(question.changeIn(answer));
    if (!best || !hint) return best ?? hint;
    return best.cost <= hint.cost ? best : hint;
  }

  async #ask(
    { program }: Question,
    how: Pick<Program, 'whole' | 'slack'>,
  ): Promise<readonly number[] | null> {
    return await this.#solver({ ...program, ...how, seconds: patience });
  }

  /** With the rows that a change takes out of what is published. */
  #widening(change: Change | null): Widening | null {
    if (!change) return null;
    const suppress = sumsOf(this.#knowledge, change).filter(({ row, by }) => !allows(row, by));
    if (!suppress.every(({ index }) => this.#mayGive(index))) return null;
    return {
      change,
      suppress: suppress.map(({ index }) => index),
      cost: suppress.reduce((cost, { row }) => cost + lossOf(row), 0),
    };
  }
}

/** The rows that a change touches, and by how much it changes each. */
function sumsOf({ rows, rowsOf, signsOf }: Knowledge, change: Change) {
  const sums = new Map<number, number>();
  for (const [variable, by] of change) {
    for (const [nth, row] of (rowsOf[variable] ?? new Int32Array()).entries()) {
      sums.set(row, (sums.get(row) ?? 0) + by * (signsOf[variable]?.[nth] ?? 0));
    }
  }
  return sums
    .entries()
    .flatMap(([index, by]) => {
      const row = rows[index];
      return row ? [{ index, row, by }] : [];
    })
    .toArray();
}

const allows = ({ sum, least, most }: Row, by: number) => sum + by >= least && sum + by <= most;
