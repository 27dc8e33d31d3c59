import { today } from '../../platform/clock.ts';
import { dayFrom } from '../../platform/days.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import type { Viewer } from '../access/viewer.ts';
import type { PlacesInput } from './household-input.ts';
import { HouseholdCheck } from './household-input.ts';
import type { SeenHousehold } from './household-moves.service.ts';
import { moveOn, recordChange, requireOwnHousehold } from './household-moves.service.ts';
import type { HouseholdRecord } from './household-record.ts';
import { requireHousehold } from './households.service.ts';
import { storePlaceStates } from './place-states.queries.ts';

/** How a household's places are used from a day on. */
export interface PlacesRecorded extends SeenHousehold, PlacesInput {
  readonly fromOn: string;
}

/**
 * Records how a household's places are used from a day on, or puts right what was recorded of that day.
 *
 * @throws DomainError NOT_FOUND, CONFLICT as for changing it.
 * @throws DomainError BAD_USER_INPUT a day to come or before its approval, places that do not add up to those approved.
 */
export async function recordPlaces(
  viewer: Viewer,
  input: PlacesRecorded,
): Promise<HouseholdRecord> {
  const household = await requireOwnHousehold(viewer, input);
  const problems = new InputProblems();
  const check = new HouseholdCheck(problems.found, today(viewer.clock));
  check.past('fromOn', input.fromOn);
  const approved = await approvedOn(viewer, household, input.fromOn);
  if (approved === 0) check.add('fromOn', 'must be a day on which the household is approved');
  else check.placesUsed(input, approved);
  problems.refuse();

  await moveOn(viewer, household, {});
  const { id: householdId, tenantId, authorityCode } = household;
  const { fromOn, filled, vacant, unavailable, unavailableReason = null } = input;
  await viewer.operation.rows(
    storePlaceStates([
      {
        ...{ tenantId, householdId, authorityCode, fromOn, placesApproved: approved },
        ...{ filled, vacant, unavailable, unavailableReason },
      },
    ]),
  );
  await recordChange(viewer, 'household.placesRecorded', household);
  return await requireHousehold(viewer, household.id);
}

/** Places a household is approved for on a day; 0 where it is not approved then. */
async function approvedOn(
  viewer: Viewer,
  { tenantId, id: householdId }: Pick<HouseholdRecord, 'tenantId' | 'id'>,
  day: string,
): Promise<number> {
  const last = await viewer.db.fosteringHouseholdChange.findFirst({
    where: { tenantId, householdId, changedOn: { lte: dayFrom(day) } },
    orderBy: { changedOn: 'desc' },
  });
  return last?.placesAfter ?? 0;
}
