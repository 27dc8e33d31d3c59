import { setImmediate } from 'node:timers/promises';
import type { AttackerView } from './attacker-view.ts';
import { viewsOf } from './attacker-view.ts';
import { certified } from './audit.ts';
import { DraftRelease } from './draft-release.ts';
import { MoveSearch } from './move-search.ts';
import type { ProtectedCells, ProtectOptions, ReleaseProblem } from './release-problem.ts';
import { AuditFailed } from './release-problem.ts';
import type { Solver } from './solver.ts';
import { solveWithHighs } from './solver.ts';
import type { Widening } from './suppression.ts';
import { Inquiry } from './suppression.ts';
import type { Aim, Change } from './widening-program.ts';
import { witnessOf } from './witness.ts';
import { WitnessPool } from './witness-pool.ts';

/** Steps of cheap search in one try, try after try. */
const efforts = [60, 60];
/** How long the thread is kept before anybody else has a turn. Unit: milliseconds. */
const turn = 50;

type Options = ProtectOptions & { readonly solver?: Solver };

/**
 * Decides what of a release is shown, such that no attacker narrows any c below their bar, at little loss.
 *
 * The rule first; then, attacker by attacker, every c that is not proved to keep its bar is looked into, and where no
 * proof is found more is suppressed; at the end what turned out not to be needed is given back. What is returned is
 * certified from scratch.
 *
 * @throws AuditFailed nothing more can be suppressed and an attacker still narrows a figure.
 * @throws the signal's reason, where it was stopped.
 */
export async function protect(
  problem: ReleaseProblem,
  options: Options = {},
): Promise<ProtectedCells> {
  const since = performance.now();
  const draft = new DraftRelease(problem, new Set(options.checkpoint?.suppressed));
  const work = new Protection(draft, options);
  await work.audit();
  await work.giveBack();
  options.signal?.throwIfAborted();
  return certified(draft.problem, draft.shown, work.witnesses, {
    seconds: (performance.now() - since) / 1_000,
  });
}

class Protection {
  readonly #draft: DraftRelease;
  readonly #options: Options;
  readonly #views: readonly AttackerView[];
  readonly #pool: WitnessPool;
  readonly #search: MoveSearch;
  readonly #inquiry: Inquiry;
  readonly #through = new Set<string>();
  #rested = performance.now();

  constructor(draft: DraftRelease, options: Options) {
    const { knowledge, mayGive } = draft;
    this.#draft = draft;
    this.#options = options;
    this.#views = viewsOf(knowledge);
    this.#pool = new WitnessPool(knowledge, this.#views);
    this.#search = new MoveSearch(knowledge);
    this.#inquiry = new Inquiry(knowledge, options.solver ?? solveWithHighs, mayGive);
  }

  get witnesses() {
    return this.#pool.witnesses;
  }

  /** Suppresses until every attacker's bar holds: what is suppressed for one opens new questions for the others. */
  async audit(): Promise<void> {
    while (this.#views.some((_, attacker) => this.#pool.open(attacker).length > 0)) {
      this.#through.clear();
      for (const [attacker, view] of this.#views.entries()) {
        await this.#auditFor(attacker, view);
        this.#through.add(view.attacker.name);
        this.#report('auditing', attacker + 1, this.#views.length);
      }
    }
  }

  async #auditFor(attacker: number, view: AttackerView): Promise<void> {
    for (let open = this.#pool.open(attacker); open.length > 0; open = this.#pool.open(attacker)) {
      for (const row of open) await this.#settle(attacker, view, row);
    }
  }

  /** Proves that a row keeps an attacker's bar, or suppresses something to that end. */
  async #settle(attacker: number, view: AttackerView, row: number): Promise<void> {
    await this.#rest();
    if (this.#look(attacker, view, row) || (await this.#ask(attacker, view, row))) return;
    const widening = await this.#leastWidening(attacker, view, row);
    this.#suppress(widening?.suppress ?? []);
    this.#try(widening?.change ?? []);
    if (!this.#pool.isOpen(attacker, row)) return;
    const around = this.#around(row);
    if (around.length === 0) {
      throw new AuditFailed(view.attacker.name, this.#pool.open(attacker).length, this.#why(row));
    }
    this.#suppress(around);
  }

  /** Why nothing more can be suppressed that would help. */
  #why(row: number): string {
    const { knowledge, problem } = this.#draft;
    const cells = knowledge.rows[row]?.cells ?? [];
    return cells.some((cell) => problem.cells[cell]?.earlier)
      ? 'earlier releases say too much of them; a draft among these can be withdrawn, what was published cannot be unread'
      : 'nothing more can be suppressed';
  }

  #suppress(rows: readonly number[]): void {
    for (const row of rows) {
      this.#draft.suppress(row);
      this.#pool.mark(row);
    }
  }

  #try(change: Change): void {
    const witness = witnessOf(this.#draft.knowledge, change);
    if (witness) this.#pool.add(witness);
  }

  /** Looks for witnesses by cheap moves, up and down. True: enough were found. */
  #look(attacker: number, view: AttackerView, row: number): boolean {
    return efforts.some((patience) => {
      for (const direction of [0, 1] as const) {
        if (this.#pool.isOpen(attacker, row)) {
          const aim = this.#aims(attacker, view, row)[direction];
          this.#try(this.#search.towards(view, aim, patience));
        }
      }
      return !this.#pool.isOpen(attacker, row);
    });
  }

  /** Asks the solver for witnesses: first without regard to whole numbers, which is quick and often gives them. */
  async #ask(attacker: number, view: AttackerView, row: number): Promise<boolean> {
    let widest = 0;
    for (const direction of [0, 1] as const) {
      const aim = this.#aims(attacker, view, row)[direction];
      const { change, near } = await this.#inquiry.nearestRelaxed(view, aim);
      widest += near;
      this.#try(change);
      if (!this.#pool.isOpen(attacker, row)) return true;
      await this.#rest();
    }
    if (widest < view.attacker.width) return false;
    for (const direction of [0, 1] as const) {
      const aim = this.#aims(attacker, view, row)[direction];
      this.#try(await this.#inquiry.nearestWhole(view, aim));
      if (!this.#pool.isOpen(attacker, row)) return true;
      await this.#rest();
    }
    return false;
  }

  /** How far up, or how far down, a row must be moved to keep the bar. */
  #aims(attacker: number, view: AttackerView, row: number): readonly [up: Aim, down: Aim] {
    const { least, most } = this.#pool.reach(attacker, row);
    const { width } = view.attacker;
    return [
      { row, by: least + width },
      { row, by: most - width },
    ];
  }

  /** The cheaper of moving a row up and moving it down. */
  async #leastWidening(
    attacker: number,
    view: AttackerView,
    row: number,
  ): Promise<Widening | null> {
    const [above, below] = this.#aims(attacker, view, row);
    const up = await this.#inquiry.cheapest(view, above);
    await this.#rest();
    const down = await this.#inquiry.cheapest(view, below);
    await this.#rest();
    if (!up || !down) return up ?? down;
    return down.cost < up.cost ? down : up;
  }

  /** Everything published that shares something with a row: given up where nothing better was found. */
  #around(row: number): number[] {
    const { rows, rowsOf } = this.#draft.knowledge;
    const around = new Set([row]);
    for (const variable of rows[row]?.variables ?? []) {
      for (const each of rowsOf[variable] ?? []) around.add(each);
    }
    return [...around].filter(this.#draft.mayGive);
  }

  /** Publishes again, the greatest loss first, what the bars hold without. */
  async giveBack(): Promise<void> {
    for (const row of this.#draft.suppressedBesides()) {
      await this.#tryBack(row);
      // How many there are would tell how many figures were kept back for the sake of others.
      this.#report('giving back', 0, null);
    }
  }

  async #tryBack(row: number): Promise<void> {
    const before = this.#pool.witnesses;
    this.#draft.publish(row);
    this.#pool.refresh();
    if (await this.#holds()) return;
    const found = this.#pool.witnesses;
    this.#draft.suppress(row);
    this.#pool.refresh([...before, ...found]);
  }

  /** Whether cheap moves prove every attacker's bar. */
  async #holds(): Promise<boolean> {
    for (const [attacker, view] of this.#views.entries()) {
      for (const row of this.#pool.open(attacker)) {
        await this.#rest();
        if (!this.#look(attacker, view, row)) return false;
      }
    }
    return true;
  }

  /** Lets others have a turn now and then, and ends here if the work is to stop. */
  async #rest(): Promise<void> {
    if (performance.now() - this.#rested < turn) return;
    await setImmediate();
    this.#rested = performance.now();
    this.#options.signal?.throwIfAborted();
  }

  #report(stage: string, done: number, total: number | null): void {
    const suppressed = this.#draft.suppressedKeys();
    const checkpoint = { suppressed, attackersDone: [...this.#through] };
    this.#options.report?.({ stage, done, total, checkpoint });
  }
}
