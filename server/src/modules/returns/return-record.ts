import type { Return } from '@sufficiency/prisma/client.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { cameInTime } from '@sufficiency/shared/returns/collection-calendar.ts';
import type { ReturnState } from '@sufficiency/shared/returns/return-states.ts';

import { dayOf } from '../../platform/clock.ts';

/** What the database counts and decides about a return, besides the row itself. */
export interface ReturnStanding {
  readonly id: string;
  readonly errors: number;
  readonly queries: number;
  readonly notes: number;
  /** Queries that nobody has explained. */
  readonly unexplained: number;
  /** True where a hub sees this dataset of its authority exactly: then the hub accepts it. */
  readonly hubAccepts: boolean;
  /** True where the viewer is that hub. */
  readonly mayAccept: boolean;
  /** Names of accounts; null where nobody did, or a demonstration made it up. */
  readonly receivedBy: string | null;
  readonly submittedBy: string | null;
  readonly approvedBy: string | null;
}

/** One version of a return, as this viewer may know it. */
export interface ReturnRecord extends Omit<Return, 'dataset'>, Omit<ReturnStanding, 'id'> {
  readonly dataset: Dataset;
}

/** What the state machine asks of a return. */
export const stateOf = (record: ReturnRecord): ReturnState => record;

/** Locked until it is reopened: nothing new can be sent for its authority, dataset and period. */
export const isLocked = ({ status, reopenedAt }: ReturnRecord): boolean =>
  (status === 'APPROVED' || status === 'ACCEPTED') && reopenedAt === null;

/** True where its approval stands, or stood when it ended. */
export const wasApproved = ({ status, approvedAt }: ReturnRecord): boolean =>
  approvedAt !== null && status !== 'PROBLEMS' && status !== 'READY' && status !== 'SUBMITTED';

/** Whether this version came in time: submitted on its last day or before; null where it was never submitted. */
export const isOnTime = ({ dataset, period, submittedAt }: ReturnRecord): boolean | null =>
  submittedAt && cameInTime({ dataset, period }, dayOf(submittedAt));
