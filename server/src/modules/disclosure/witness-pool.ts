import type { AttackerView } from './attacker-view.ts';
import { mustBeKept } from './attacker-view.ts';
import type { Knowledge } from './knowledge.ts';
import type { Witness } from './witness.ts';
import { agrees, isPossibleFor } from './witness.ts';

/**
 * Witnesses found so far, and for each attacker the least and most of every row that they prove possible.
 *
 * One witness speaks for every attacker who cannot rule it out, and for every row it changes.
 */
export class WitnessPool {
  readonly #knowledge: Knowledge;
  readonly #views: readonly AttackerView[];
  readonly #rows: number;
  readonly #least: Int32Array;
  readonly #most: Int32Array;
  /** 1 where the bar must hold. */
  readonly #kept: Uint8Array;
  #witnesses: Witness[] = [];

  constructor(knowledge: Knowledge, views: readonly AttackerView[]) {
    this.#knowledge = knowledge;
    this.#views = views;
    this.#rows = knowledge.rows.length;
    this.#least = new Int32Array(views.length * this.#rows);
    this.#most = new Int32Array(views.length * this.#rows);
    this.#kept = new Uint8Array(views.length * this.#rows);
    this.#markAll();
  }

  get witnesses(): readonly Witness[] {
    return this.#witnesses;
  }

  #markAll(): void {
    for (const row of this.#knowledge.rows.keys()) this.mark(row);
  }

  /** Decides anew for whom a row must keep the bar, after what is shown of it has changed. */
  mark(row: number): void {
    const known = this.#knowledge.rows[row];
    for (const [nth, view] of this.#views.entries()) {
      const kept = known !== undefined && mustBeKept(known, view, this.#knowledge);
      this.#kept[nth * this.#rows + row] = kept ? 1 : 0;
    }
  }

  /** Adds a witness where it proves something new that is needed; otherwise nothing is known from it. */
  add(witness: Witness): void {
    const attackers = [...this.#views.keys()].filter((attacker) => {
      const view = this.#views[attacker];
      return view && isPossibleFor(view, witness, this.#knowledge.values);
    });
    if (!attackers.some((attacker) => this.#helps(attacker, witness))) return;
    for (const attacker of attackers) this.#count(attacker, witness);
    this.#witnesses.push(witness);
  }

  #helps(attacker: number, { rows, rowChanges }: Witness): boolean {
    return rows.some((row, nth) => {
      const at = attacker * this.#rows + row;
      const by = rowChanges[nth] ?? 0;
      return (
        this.isOpen(attacker, row) && (by < (this.#least[at] ?? 0) || by > (this.#most[at] ?? 0))
      );
    });
  }

  #count(attacker: number, { rows, rowChanges }: Witness): void {
    for (let nth = 0; nth < rows.length; nth += 1) {
      const at = attacker * this.#rows + (rows[nth] ?? 0);
      const by = rowChanges[nth] ?? 0;
      if (by < (this.#least[at] ?? 0)) this.#least[at] = by;
      if (by > (this.#most[at] ?? 0)) this.#most[at] = by;
    }
  }

  /** Starts again, with those of some witnesses that agree with what is shown now. */
  refresh(witnesses: readonly Witness[] = this.#witnesses): void {
    this.#least.fill(0);
    this.#most.fill(0);
    this.#markAll();
    this.#witnesses = [];
    for (const witness of witnesses) if (agrees(this.#knowledge, witness)) this.add(witness);
  }

  /** How far below and above its true value a row is proved to reach, for an attacker by number. */
  reach(attacker: number, row: number): { readonly least: number; readonly most: number } {
    const at = attacker * this.#rows + row;
    return { least: this.#least[at] ?? 0, most: this.#most[at] ?? 0 };
  }

  /** Whether a row must keep the bar for an attacker, and is not yet proved to. */
  isOpen(attacker: number, row: number): boolean {
    const at = attacker * this.#rows + row;
    const width = this.#views[attacker]?.attacker.width ?? 0;
    return this.#kept[at] === 1 && (this.#most[at] ?? 0) - (this.#least[at] ?? 0) < width;
  }

  /** Rows that are not yet proved to keep the bar for an attacker. */
  open(attacker: number): number[] {
    return [...this.#knowledge.rows.keys()].filter((row) => this.isOpen(attacker, row));
  }
}
