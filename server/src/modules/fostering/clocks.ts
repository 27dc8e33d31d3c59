import type { Counted } from '@sufficiency/shared/fostering/percentile.ts';
import { percentileOf } from '@sufficiency/shared/fostering/percentile.ts';
import type { Followed, SurvivalStep } from '@sufficiency/shared/fostering/survival.ts';
import { dayReachedBy, survivalCurve } from '@sufficiency/shared/fostering/survival.ts';
import type { ClockRow } from './clocks.queries.ts';
import { shareOf } from './cohort-funnel.ts';
import type { FosteringGroup } from './fostering-groups.ts';
import { groupsOf } from './fostering-groups.ts';
import type { FosteringScope } from './fostering-scope.ts';
import type { ShownClock } from './stage-clocks.ts';

/** How long it took, or has taken, from one stage to another. Unit: the clock's; calendar months are told in days. */
export class ClockMeasure {
  readonly #rows: readonly ClockRow[];
  #curve: readonly SurvivalStep[] | undefined;

  constructor(rows: readonly ClockRow[]) {
    this.#rows = rows;
  }

  /** Enquiries whose clock started, but those that are not measured. */
  get started(): number {
    return this.finished + this.left + this.open;
  }
  get finished(): number {
    return this.#sum(({ end }) => end === 'REACHED');
  }
  /** Withdrawn, not approved, or gone on past the stage. */
  get left(): number {
    return this.#sum(({ end }) => end === 'LEFT');
  }
  get open(): number {
    return this.#sum(({ end }) => end === 'OPEN');
  }
  get openLate(): number {
    return this.#sum(({ end, late }) => end === 'OPEN' && late === true);
  }
  get onTime(): number {
    return this.#sum(({ end, late }) => end === 'REACHED' && late === false);
  }
  /** Finished late, or past the limit without being finished. */
  get late(): number {
    return this.#sum(({ late }) => late === true);
  }
  /** Of those of whom it is settled. Unit: percent. */
  get onTimeShare(): number | null {
    return shareOf(this.onTime, this.onTime + this.late);
  }
  get backLoaded(): number {
    return this.#sum(({ end }) => end === 'BACK-LOADED');
  }
  get outOfOrder(): number {
    return this.#sum(({ end }) => end === 'OUT-OF-ORDER');
  }
  /** Those of whom days on hold were taken out. */
  get held(): number {
    return this.#rows.reduce((sum, { held }) => sum + held, 0);
  }
  get synthetic(): boolean {
    return this.#rows.some(({ synthetic }) => synthetic);
  }
  /** Of the finished alone. */
  get median(): number | null {
    return percentileOf(this.#finishedDays(), 0.5);
  }
  get percentile90(): number | null {
    return percentileOf(this.#finishedDays(), 0.9);
  }
  /** Of all, open ones and those who left included; null where the curve does not reach a half. */
  get curveMedian(): number | null {
    return dayReachedBy(this.curve, 0.5);
  }
  get curvePercentile90(): number | null {
    return dayReachedBy(this.curve, 0.9);
  }
  get curve(): readonly SurvivalStep[] {
    this.#curve ??= survivalCurve(this.#rows.flatMap(followed));
    return this.#curve;
  }
  /** The longest anybody was followed; null where nobody was. */
  get followedTo(): number | null {
    const days = this.#rows.flatMap((row) => row.days ?? []);
    return days.length === 0 ? null : Math.max(...days);
  }

  #sum(counts: (row: ClockRow) => boolean): number {
    return this.#rows.filter(counts).reduce((sum, { enquiries }) => sum + enquiries, 0);
  }

  #finishedDays(): Counted[] {
    return this.#rows.flatMap(({ end, days, enquiries }) =>
      end === 'REACHED' && days !== null ? [{ value: days, count: enquiries }] : [],
    );
  }
}

const followed = ({ end, days, enquiries }: ClockRow): Followed[] =>
  days !== null && (end === 'REACHED' || end === 'LEFT' || end === 'OPEN')
    ? [{ days, end, households: enquiries }]
    : [];

/** One clock of every group. */
export interface FosteringClock extends ShownClock {
  readonly rows: readonly {
    readonly group: FosteringGroup;
    readonly measure: ClockMeasure | null;
  }[];
  /** All together; null where a part of it is not seen. */
  readonly total: ClockMeasure | null;
}

export interface FosteringClocks {
  readonly scope: FosteringScope;
  readonly clocks: readonly FosteringClock[];
  readonly whyNoTotal: string | null;
}

/** Arranges clocks by what enquiries are counted by. */
export function fosteringClocksOf(
  scope: FosteringScope,
  clocks: readonly ShownClock[],
  found: readonly ClockRow[],
): FosteringClocks {
  const groups = groupsOf(scope, found);
  return {
    scope,
    clocks: clocks.map((clock, nth) => {
      const rows = found.filter((row) => row.clock === nth);
      const byKey = Map.groupBy(rows, ({ key }) => key);
      return {
        ...clock,
        rows: groups.rows.map((group) => ({
          group,
          measure: group.isSeen ? new ClockMeasure(byKey.get(group.key) ?? []) : null,
        })),
        total: groups.whyNoTotal === null ? new ClockMeasure(rows) : null,
      };
    }),
    whyNoTotal: groups.whyNoTotal,
  };
}
