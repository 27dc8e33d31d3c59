import type { ClockUnit, Stage } from '@sufficiency/shared/fostering/stages.ts';

/** The time from one stage to another: its clock's where it has one, else from the stage before it. */
export interface ShownClock {
  readonly from: Stage;
  readonly to: Stage;
  /** Null where nobody says how long it may take. */
  readonly limit: number | null;
  /** Days where there is no limit. */
  readonly unit: ClockUnit;
  /** Stages that come after the last one: who reached one of them passed it by. */
  readonly after: readonly Stage[];
}

/** The clocks of stages, in order. */
export const clocksOf = (stages: readonly Stage[]): readonly ShownClock[] =>
  stages.flatMap((to, nth) => {
    const from = stages.find(({ code }) => code === to.clock?.from) ?? stages[nth - 1];
    if (nth === 0 || !from) return [];
    const limit = to.clock?.from === from.code ? to.clock.limit : null;
    const unit = limit === null ? 'DAYS' : (to.clock?.unit ?? 'DAYS');
    return [{ from, to, limit, unit, after: stages.slice(nth + 1) }];
  });
