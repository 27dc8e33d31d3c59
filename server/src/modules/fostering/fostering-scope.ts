import type { FosteringGrouping } from '@sufficiency/shared/fostering/fostering-input.ts';
import type { Stage } from '@sufficiency/shared/fostering/stages.ts';
import { isStandardStage, standardStages } from '@sufficiency/shared/fostering/stages.ts';
import type { AuthorityRecord, ConsortiumRecord } from '../authorities/authorities.service.ts';
import type { HouseholdSight } from './fostering-sight.service.ts';
import type { EnquiriesWanted } from './seen-enquiries.ts';

/** What an answer about recruitment is of. */
export interface FosteringScope {
  readonly consortium: ConsortiumRecord;
  /** In order, written `2026-09`. */
  readonly months: readonly string[];
  readonly authorities: readonly AuthorityRecord[];
  /** How the viewer sees the households of those whose it sees. */
  readonly sights: readonly HouseholdSight[];
  /** Those in use, in order. */
  readonly stages: readonly Stage[];
  /** Says that stages were changed within the months; null where they were not. */
  readonly stagesChanged: string | null;
  readonly by: FosteringGrouping;
  /** The viewer’s organisation, whose enquiries that are attributed to nobody are asked for too; null where they are not. */
  readonly ofNobody: string | null;
  /** Whether only some sources, campaigns or types of household are asked for. */
  readonly isFiltered: boolean;
  readonly today: string;
  readonly wanted: EnquiriesWanted;
}

/** Where a statement counts a stage: those every consortium has first, then its own, from 0. */
export function placeOf({ wanted }: FosteringScope, code: string): number {
  return isStandardStage(code)
    ? standardStages.indexOf(code)
    : standardStages.length + wanted.ownStages.indexOf(code);
}

/** True for a viewer that sees nobody's households: figures come from returns and releases alone. */
export const seesNothing = ({ sights, ofNobody }: FosteringScope): boolean =>
  sights.length === 0 && ofNobody === null;

/** Codes of a consortium’s own stages, in order. */
export const ownStagesOf = (stages: readonly Stage[]): readonly string[] =>
  stages.flatMap(({ code }) => (isStandardStage(code) ? [] : [code]));
