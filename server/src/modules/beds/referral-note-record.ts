import type { Prisma } from '@sufficiency/prisma/client.ts';
import type { ReferralOutcome } from '@sufficiency/shared/beds/referral-outcomes.ts';
import type { SavedCriteria } from '@sufficiency/shared/beds/vacancy-criteria.ts';
import { criteriaOf } from '@sufficiency/shared/beds/vacancy-criteria.ts';
import type { Basis } from '@sufficiency/shared/beds/vacancy-fit.ts';
import { bases } from '@sufficiency/shared/beds/vacancy-fit.ts';
import { dayOrNull } from '../../platform/days.ts';

/** Homes that were found by how a place of theirs can be had. */
export interface OfferedCount {
  readonly basis: Basis;
  readonly homes: number;
}

/** That somebody looked for a home: in bands, and nothing of where it is but its authority. Days are `YYYY-MM-DD`. */
export interface ReferralNoteRecord {
  readonly id: string;
  readonly madeAt: Date;
  /** Id of the account. */
  readonly madeBy: string | null;
  readonly criteria: SavedCriteria;
  readonly offered: number;
  readonly offeredBy: readonly OfferedCount[];
  readonly outcome: ReferralOutcome;
  readonly outcomeOn: string | null;
  readonly placedBy: Basis | null;
  /** GSS code. */
  readonly placedIn: string | null;
  readonly synthetic: boolean;
  readonly version: number;
}

export const toReferralNote = (row: Prisma.ReferralNoteGetPayload<object>): ReferralNoteRecord => {
  const homes = row.offeredBy as Partial<Record<Basis, number>>;
  return {
    ...row,
    criteria: criteriaOf(row.criteria),
    offeredBy: bases.map((basis) => ({ basis, homes: homes[basis] ?? 0 })),
    outcome: row.outcome as ReferralOutcome,
    outcomeOn: dayOrNull(row.outcomeOn),
    placedBy: row.placedBy as Basis | null,
  };
};
