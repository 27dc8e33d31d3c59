import type { AttackerView } from './attacker-view.ts';
import type { Knowledge } from './knowledge.ts';
import type { Aim, Change } from './widening-program.ts';

/** How many variables of a row are looked at for one step. */
const looks = 64;
/** How many steps a variable that was changed is not changed back. */
const memory = 5;

/** Bounds that a row is to reach for a while, in place of its own. */
interface Wanted {
  readonly row: number;
  readonly least: number;
  readonly most: number;
}

/** A change of one variable by one, and how much worse (better: below 0) it makes things. */
interface Step {
  readonly variable: number;
  readonly by: number;
  readonly score: number;
}

const empty = { variables: new Int32Array(), signs: new Int8Array() };
const nowhere = { row: -1, sum: 0, least: 0, most: 0 };

/**
 * Looks for witnesses by single steps of one: a change that breaks other rows is made good by further changes there
 * (pairs, cycles, chains), the one that breaks least first; rows that stay broken weigh more with every step.
 *
 * Cheap and without a proof of its own: what it finds is to be checked, what it does not find means nothing.
 */
export class MoveSearch {
  readonly #knowledge: Knowledge;
  readonly #change: Int32Array;
  readonly #sum: Int32Array;
  readonly #weight: Int32Array;
  readonly #blockedUntil: Int32Array;
  /** Rows out of bounds, and where each stands in that list. */
  readonly #broken: number[] = [];
  readonly #brokenAt: Int32Array;
  readonly #weighted: number[] = [];
  #log: [variable: number, by: number][] = [];
  #view: AttackerView | null = null;
  #wanted: Wanted = nowhere;
  #step = 0;
  #turn = 1;

  constructor(knowledge: Knowledge) {
    const { rows, values } = knowledge;
    this.#knowledge = knowledge;
    this.#change = new Int32Array(values.length);
    this.#sum = Int32Array.from(rows, ({ sum }) => sum);
    this.#weight = new Int32Array(rows.length).fill(1);
    this.#blockedUntil = new Int32Array(2 * values.length);
    this.#brokenAt = new Int32Array(rows.length).fill(-1);
  }

  /** A change that brings a row as near to an aim as is found within so many steps for each unit. */
  towards(view: AttackerView, { row, by }: Aim, patience: number): Change {
    this.#undoTo(0);
    this.#view = view;
    const direction = Math.sign(by);
    for (let reached = direction; reached * direction <= by * direction; reached += direction) {
      if (!this.#push(row, reached, patience)) break;
    }
    const changed = new Set(this.#log.map(([variable]) => variable));
    return [...changed].map((variable) => [variable, this.#change[variable] ?? 0] as const);
  }

  /** Moves a row's sum to at least (up) or at most (down) `by` off its true value. False: not found, and undone. */
  #push(row: number, by: number, patience: number): boolean {
    const { sum, least, most } = this.#knowledge.rows[row] ?? nowhere;
    this.#wanted = by > 0 ? { row, least: sum + by, most } : { row, least, most: sum + by };
    if (this.#wanted.least > this.#wanted.most) this.#wanted = nowhere;
    if (this.#wanted === nowhere) return false;
    const before = this.#log.length;
    this.#judge(row);
    const found = this.#repair(patience);
    this.#wanted = nowhere;
    if (!found) this.#undoTo(before);
    this.#judge(row);
    this.#forgetWeights();
    return found;
  }

  #repair(patience: number): boolean {
    for (let steps = 0; this.#broken.length > 0; steps += 1) {
      if (steps >= patience) return false;
      this.#step += 1;
      const row = this.#broken[this.#next(this.#broken.length)] ?? 0;
      const best = this.#bestStep(row);
      if (!best) return false;
      if (best.score >= 0) this.#weighBroken();
      this.#apply(best.variable, best.by);
      this.#blockedUntil[2 * best.variable + (best.by > 0 ? 0 : 1)] = this.#step + memory;
    }
    return true;
  }

  /** A number below `count`, in an order that does not repeat soon but is the same at every run. */
  #next(count: number): number {
    this.#turn = (Math.imul(this.#turn, 1_664_525) + 1_013_904_223) >>> 0;
    return (this.#turn >>> 8) % count;
  }

  #bestStep(index: number): Step | null {
    let best: Step | null = null;
    for (const step of this.#stepsOf(index)) {
      if (step.score < (best?.score ?? Infinity)) best = step;
    }
    return best;
  }

  /** Some of the free steps that bring a broken row nearer to its bounds. */
  #stepsOf(index: number): Step[] {
    const { variables, signs } = this.#knowledge.rows[index] ?? empty;
    const direction = this.#excess(index, this.#sum[index] ?? 0) < 0 ? 1 : -1;
    const start = this.#next(Math.max(1, variables.length));
    const steps: Step[] = [];
    for (let nth = 0; nth < variables.length && steps.length < looks; nth += 1) {
      const at = (start + nth) % variables.length;
      const variable = variables[at] ?? 0;
      const by = direction * (signs[at] ?? 0);
      if (this.#isFree(variable, by)) {
        steps.push({ variable, by, score: this.#scoreOf(variable, by) });
      }
    }
    return steps;
  }

  #isFree(variable: number, by: number): boolean {
    if (!this.#view || this.#view.fixed[variable] === 1) return false;
    if ((this.#blockedUntil[2 * variable + (by > 0 ? 1 : 0)] ?? 0) > this.#step) return false;
    const value = (this.#knowledge.values[variable] ?? 0) + (this.#change[variable] ?? 0) + by;
    return value >= (this.#view.floor[variable] ?? 0);
  }

  /** By how much a step makes things worse (better: below 0). Going back towards the truth is preferred. */
  #scoreOf(variable: number, by: number): number {
    const rows = this.#knowledge.rowsOf[variable] ?? new Int32Array();
    const signs = this.#knowledge.signsOf[variable] ?? new Int8Array();
    let score = (this.#change[variable] ?? 0) * by < 0 ? -0.5 : 0;
    for (let nth = 0; nth < rows.length; nth += 1) {
      const row = rows[nth] ?? 0;
      const sum = this.#sum[row] ?? 0;
      const after = Math.abs(this.#excess(row, sum + by * (signs[nth] ?? 0)));
      score += (this.#weight[row] ?? 1) * (after - Math.abs(this.#excess(row, sum)));
    }
    return score;
  }

  /** How far a sum lies below (negative) or above its row's bounds. */
  #excess(index: number, sum: number): number {
    const { least, most } = this.#boundsOf(index);
    if (sum < least) return sum - least;
    return sum > most ? sum - most : 0;
  }

  #boundsOf(index: number): { readonly least: number; readonly most: number } {
    return index === this.#wanted.row
      ? this.#wanted
      : (this.#knowledge.rows[index] ?? this.#wanted);
  }

  #apply(variable: number, by: number): void {
    this.#log.push([variable, by]);
    this.#change[variable] = (this.#change[variable] ?? 0) + by;
    const rows = this.#knowledge.rowsOf[variable] ?? new Int32Array();
    const signs = this.#knowledge.signsOf[variable] ?? new Int8Array();
    for (let nth = 0; nth < rows.length; nth += 1) {
      const row = rows[nth] ?? 0;
      this.#sum[row] = (this.#sum[row] ?? 0) + by * (signs[nth] ?? 0);
      this.#judge(row);
    }
  }

  #undoTo(length: number): void {
    while (this.#log.length > length) {
      const [variable, by] = this.#log.at(-1) ?? [0, 0];
      this.#apply(variable, -by);
      this.#log.length -= 2;
    }
  }

  /** Puts a row on the list of broken ones, or takes it off. */
  #judge(row: number): void {
    const at = this.#brokenAt[row] ?? -1;
    const isBroken = this.#excess(row, this.#sum[row] ?? 0) !== 0;
    if (isBroken && at < 0) {
      this.#brokenAt[row] = this.#broken.push(row) - 1;
    } else if (!isBroken && at >= 0) {
      const last = this.#broken.pop() ?? row;
      this.#brokenAt[row] = -1;
      if (last !== row) {
        this.#broken[at] = last;
        this.#brokenAt[last] = at;
      }
    }
  }

  #weighBroken(): void {
    for (const row of this.#broken) {
      this.#weight[row] = (this.#weight[row] ?? 1) + 1;
      this.#weighted.push(row);
    }
  }

  #forgetWeights(): void {
    for (const row of this.#weighted) this.#weight[row] = 1;
    this.#weighted.length = 0;
  }
}
