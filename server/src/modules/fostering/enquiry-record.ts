import type { Prisma } from '@sufficiency/prisma/client.ts';
import { standardStages } from '@sufficiency/shared/fostering/stages.ts';
import { dayOrNull, dayText } from '../../platform/days.ts';

/** The columns that hold the first day of each standard stage. */
const dayColumns = {
  RECEIVED: 'receivedOn',
  'FIRST-RESPONSE': 'firstResponseOn',
  'INFORMATION-EVENT': 'informationEventOn',
  'INITIAL-VISIT': 'initialVisitOn',
  APPLICATION: 'applicationOn',
  'STAGE1-START': 'stage1StartOn',
  'STAGE1-END': 'stage1EndOn',
  'STAGE2-START': 'stage2StartOn',
  'STAGE2-END': 'stage2EndOn',
  PANEL: 'panelOn',
  DECISION: 'decisionOn',
  APPROVAL: 'approvalOn',
} as const satisfies Record<(typeof standardStages)[number], keyof Row>;

type Row = Prisma.FosteringEnquiryGetPayload<object>;

export const enquiryStatuses = [
  'OPEN',
  'ON_HOLD',
  'APPROVED',
  'WITHDRAWN',
  'NOT_APPROVED',
] as const;
export type EnquiryStatus = (typeof enquiryStatuses)[number];

/** A stage that an enquiry has reached. */
export interface StageReached {
  /** Code. */
  readonly stage: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
}

/** A prospective household, as the viewer may read it. Days are `YYYY-MM-DD`. */
export interface EnquiryRecord
  extends Pick<
    Row,
    | 'tenantId'
    | 'id'
    | 'consortiumCode'
    | 'authorityCode'
    | 'reference'
    | 'source'
    | 'campaign'
    | 'area'
    | 'householdType'
    | 'backLoaded'
    | 'duplicateOf'
    | 'reapplicationOf'
    | 'receivedAt'
    | 'firstResponseAt'
    | 'withdrawalReason'
    | 'withdrawnBy'
    | 'withdrawnAtStage'
    | 'heldDays'
    | 'synthetic'
    | 'version'
  > {
  readonly receivedOn: string;
  readonly holdSince: string | null;
  readonly closedOn: string | null;
  readonly status: EnquiryStatus;
  /** By day; on one day in the order of the stages. */
  readonly reached: readonly StageReached[];
}

/** An enquiry as it was read. */
export function toEnquiry(row: Row): EnquiryRecord {
  const own = Object.entries((row.ownStages ?? {}) as Readonly<Record<string, string>>);
  const standard = standardStages.flatMap((stage) => {
    const day = row[dayColumns[stage]];
    return day === null ? [] : [{ stage, on: dayText(day) }];
  });
  return {
    ...row,
    receivedOn: dayText(row.receivedOn),
    holdSince: dayOrNull(row.holdSince),
    closedOn: dayOrNull(row.closedOn),
    status: statusOf(row),
    reached: [...standard, ...own.map(([stage, on]) => ({ stage, on }))].toSorted((one, other) =>
      one.on.localeCompare(other.on),
    ),
  };
}

/** By whichever end came first. */
function statusOf({ approvalOn, withdrawnOn, closedOn, holdSince }: Row): EnquiryStatus {
  if (closedOn === null) return holdSince === null ? 'OPEN' : 'ON_HOLD';
  const ended = closedOn.getTime();
  if (approvalOn?.getTime() === ended) return 'APPROVED';
  return withdrawnOn?.getTime() === ended ? 'WITHDRAWN' : 'NOT_APPROVED';
}
