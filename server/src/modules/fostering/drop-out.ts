import { labelIn } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { percentileOf } from '@sufficiency/shared/fostering/percentile.ts';
import type { Stage } from '@sufficiency/shared/fostering/stages.ts';
import { withdrawalReasons } from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';
import { hasReached, shareOf } from './cohort-funnel.ts';
import type { DropOutRow, LostCount, ResponseCount, StandingCount } from './drop-out.queries.ts';
import type { FosteringGroup } from './fostering-groups.ts';
import { groupsOf } from './fostering-groups.ts';
import type { FosteringScope } from './fostering-scope.ts';
import { placeOf } from './fostering-scope.ts';

/** Enquiries that were withdrawn with one stage as their last. */
export interface LostAtStage {
  /** Null where their last stage is not known. */
  readonly stage: Stage | null;
  /** Enquiries that reached it. */
  readonly reached: number;
  readonly withdrawn: number;
  /** Of those that reached it. Unit: percent. */
  readonly share: number | null;
  /** From the enquiry to its end; null where none is measured. Unit: days. */
  readonly medianDays: number | null;
}

/** Enquiries that were withdrawn for one reason. */
export interface LostForReason {
  /** AW0 to AW5; null where nobody says. */
  readonly code: string | null;
  readonly title: string;
  readonly withdrawn: number;
  readonly byHousehold: number;
  readonly byService: number;
}

export const responseTimes = ['ON_TIME', 'LATE', 'NEVER', 'WAITING', 'NOT_MEASURED'] as const;
export type ResponseTime = (typeof responseTimes)[number];

/** What became of enquiries by how their first response came. */
export interface ResponseOutcome {
  readonly response: ResponseTime;
  readonly enquiries: number;
  readonly visited: number;
  readonly applied: number;
  readonly approved: number;
  /** Withdrawn or not approved. */
  readonly lost: number;
  readonly open: number;
}

/** Who was lost of those who enquired in some months. */
export interface DropOut {
  readonly enquiries: number;
  readonly withdrawn: number;
  readonly notApproved: number;
  readonly medianDays: number | null;
  readonly synthetic: boolean;
  readonly stages: readonly LostAtStage[];
  readonly reasons: readonly LostForReason[];
  readonly responses: readonly ResponseOutcome[];
}

export interface FosteringDropOut {
  readonly scope: FosteringScope;
  readonly rows: readonly { readonly group: FosteringGroup; readonly lost: DropOut | null }[];
  readonly total: DropOut | null;
  readonly whyNoTotal: string | null;
}

/** Arranges who was lost by what enquiries are counted by. */
export function dropOutOf(scope: FosteringScope, found: DropOutRow): FosteringDropOut {
  const groups = groupsOf(scope, found.standing);
  const of = <Row extends { readonly key: string | null }>(
    rows: readonly Row[],
    key: string | null,
  ) => rows.filter((row) => row.key === key);
  return {
    scope,
    rows: groups.rows.map((group) => ({
      group,
      lost: group.isSeen
        ? lostOf(scope, {
            standing: of(found.standing, group.key),
            lost: of(found.lost, group.key),
            responses: of(found.responses, group.key),
          })
        : null,
    })),
    total: groups.whyNoTotal === null ? lostOf(scope, found) : null,
    whyNoTotal: groups.whyNoTotal,
  };
}

const sumOf = (rows: readonly { readonly enquiries: number }[]) =>
  rows.reduce((sum, { enquiries }) => sum + enquiries, 0);

const medianOf = (rows: readonly LostCount[]) =>
  percentileOf(
    rows.map(({ days, enquiries }) => ({ value: days, count: enquiries })),
    0.5,
  );

function lostOf(scope: FosteringScope, { standing, lost, responses }: DropOutRow): DropOut {
  const withdrawn = standing.filter(({ state }) => state === 'WITHDRAWN');
  return {
    enquiries: sumOf(standing),
    withdrawn: sumOf(withdrawn),
    notApproved: sumOf(standing.filter(({ state }) => state === 'NOT_APPROVED')),
    medianDays: medianOf(lost),
    synthetic: standing.some(({ synthetic }) => synthetic),
    stages: stagesOf(scope, { standing, withdrawn, lost }),
    reasons: reasonsOf(withdrawn),
    responses: responseTimes.map((response) => outcomeOf(scope, response, responses)),
  };
}

function stagesOf(
  scope: FosteringScope,
  rows: {
    readonly standing: readonly StandingCount[];
    readonly withdrawn: readonly StandingCount[];
    readonly lost: readonly LostCount[];
  },
): LostAtStage[] {
  const atStage = (stage: Stage | null): LostAtStage => {
    const isAt = ({ at_stage }: { readonly at_stage: string | null }) =>
      stage ? at_stage === stage.code : !scope.stages.some(({ code }) => code === at_stage);
    const withdrawn = sumOf(rows.withdrawn.filter(isAt));
    const reached = stage
      ? sumOf(rows.standing.filter((row) => hasReached(row, placeOf(scope, stage.code))))
      : withdrawn;
    return {
      stage,
      reached,
      withdrawn,
      share: stage && shareOf(withdrawn, reached),
      medianDays: medianOf(rows.lost.filter((row) => row.state === 'WITHDRAWN' && isAt(row))),
    };
  };
  return [...scope.stages.map(atStage), atStage(null)].filter(
    ({ stage, withdrawn }) => stage !== null || withdrawn > 0,
  );
}

function reasonsOf(withdrawn: readonly StandingCount[]): LostForReason[] {
  const codes = [...withdrawalReasons.codes.map(({ code }) => code), null];
  return codes
    .map((code): LostForReason => {
      const rows = withdrawn.filter(({ reason }) => reason === code);
      return {
        code,
        title: code === null ? 'Not recorded' : labelIn(withdrawalReasons, code),
        withdrawn: sumOf(rows),
        byHousehold: sumOf(rows.filter(({ by_whom }) => by_whom === 'HOUSEHOLD')),
        byService: sumOf(rows.filter(({ by_whom }) => by_whom === 'SERVICE')),
      };
    })
    .filter(({ code, withdrawn: many }) => code !== null || many > 0);
}

/** Never is what ended, or went on, without one. */
function responseOf({ end, late }: ResponseCount): ResponseTime {
  if (end === 'BACK-LOADED' || end === 'OUT-OF-ORDER') return 'NOT_MEASURED';
  if (end === 'LEFT') return 'NEVER';
  if (end === 'OPEN') return 'WAITING';
  return late ? 'LATE' : 'ON_TIME';
}

function outcomeOf(
  scope: FosteringScope,
  response: ResponseTime,
  all: readonly ResponseCount[],
): ResponseOutcome {
  const rows = all.filter((row) => responseOf(row) === response);
  const reaching = (code: string) =>
    sumOf(rows.filter((row) => hasReached(row, placeOf(scope, code))));
  return {
    response,
    enquiries: sumOf(rows),
    visited: reaching('INITIAL-VISIT'),
    applied: reaching('APPLICATION'),
    approved: reaching('APPROVAL'),
    lost: sumOf(rows.filter(({ state }) => state === 'WITHDRAWN' || state === 'NOT_APPROVED')),
    open: sumOf(rows.filter(({ state }) => state === 'OPEN' || state === 'ON_HOLD')),
  };
}
