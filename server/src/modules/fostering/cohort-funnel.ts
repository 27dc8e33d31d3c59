import type {
  AlikeHouseholds,
  Conversion,
  EnquiryState,
} from '@sufficiency/shared/fostering/conversions.ts';
import {
  conversionsBetween,
  householdsByState,
  reachedStages,
} from '@sufficiency/shared/fostering/conversions.ts';
import type { Stage } from '@sufficiency/shared/fostering/stages.ts';
import { roundTo } from '@sufficiency/shared/indicators/rounding.ts';
import type { FosteringGroup } from './fostering-groups.ts';
import { groupsOf } from './fostering-groups.ts';
import type { FosteringScope } from './fostering-scope.ts';
import { placeOf } from './fostering-scope.ts';
import type { CohortRow } from './funnel.queries.ts';

/** Conversion of a cohort from one stage to a later one. */
export interface CohortConversion extends Conversion<Stage> {
  /** Unit: percent, one decimal; null where nobody reached the first stage. */
  readonly share: number | null;
  /** The share if all who may still get there do. */
  readonly shareAtMost: number | null;
}

/** Those who enquired in some months, and what became of them so far. */
export interface Cohort {
  readonly households: number;
  /** Households that came again in the same months have several. */
  readonly enquiries: number;
  readonly backLoaded: number;
  readonly synthetic: boolean;
  readonly states: Readonly<Record<EnquiryState, number>>;
  readonly stages: readonly {
    readonly stage: Stage;
    readonly households: number;
    readonly share: number | null;
  }[];
  readonly conversions: readonly CohortConversion[];
}

/** A cohort of each group. */
export interface CohortFunnel {
  readonly rows: readonly { readonly group: FosteringGroup; readonly cohort: Cohort | null }[];
  /** All together; null where a part of it is not seen. */
  readonly total: Cohort | null;
  readonly whyNoTotal: string | null;
}

/** Unit: percent, one decimal. */
export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : roundTo((100 * part) / whole, 1);

/** Arranges a cohort by what it is counted by. */
export function cohortFunnelOf(scope: FosteringScope, rows: readonly CohortRow[]): CohortFunnel {
  const groups = groupsOf(scope, rows);
  const byKey = Map.groupBy(rows, ({ key }) => key);
  return {
    rows: groups.rows.map((group) => ({
      group,
      cohort: group.isSeen ? cohortOf(scope, byKey.get(group.key) ?? []) : null,
    })),
    total: groups.whyNoTotal === null ? cohortOf(scope, rows) : null,
    whyNoTotal: groups.whyNoTotal,
  };
}

function cohortOf(scope: FosteringScope, rows: readonly CohortRow[]): Cohort {
  const { stages } = scope;
  const places = stages.map(({ code }) => placeOf(scope, code));
  const alike = rows.map(
    (row): AlikeHouseholds => ({
      reached: inOrder(row, places),
      state: row.state,
      households: row.households,
    }),
  );
  const sum = (of: (row: CohortRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const households = sum((row) => row.households);

  return {
    households,
    enquiries: sum((row) => row.enquiries),
    backLoaded: sum((row) => row.back_loaded),
    synthetic: rows.some(({ synthetic }) => synthetic),
    states: householdsByState(alike),
    stages: reachedStages(alike, stages).map((reached) => ({
      ...reached,
      share: shareOf(reached.households, households),
    })),
    conversions: conversionsBetween(alike, stages).map((conversion) => ({
      ...conversion,
      share: shareOf(conversion.reached, conversion.of),
      shareAtMost: shareOf(conversion.reached + conversion.open, conversion.of),
    })),
  };
}

/** Whether a stage is among those reached, by where the statement counts it. */
export const hasReached = ({ reached }: Pick<CohortRow, 'reached'>, place: number): boolean =>
  Math.floor(reached / 2 ** place) % 2 === 1;

/** Bits in the order of the stages that are shown, from those in the order of the statement. */
const inOrder = (row: CohortRow, places: readonly number[]) =>
  places.reduce((bits, place, nth) => bits + (hasReached(row, place) ? 2 ** nth : 0), 0);
