import { enquiryHouseholdTypes } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import {
  carerAgeBands,
  carerEthnicities,
  householdAreas,
} from '@sufficiency/shared/fostering/household-codes.ts';
import { today } from '../../platform/clock.ts';
import { dayFrom } from '../../platform/days.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import type { Viewer } from '../access/viewer.ts';
import { HouseholdCheck } from './household-input.ts';
import type { SeenHousehold } from './household-moves.service.ts';
import { moveOn, recordChange, requireOwnHousehold } from './household-moves.service.ts';
import type { HouseholdRecord } from './household-record.ts';
import { requireHousehold } from './households.service.ts';

type Maybe<Value> = Value | null | undefined;

/** What is to change of a household; what is absent stays. Days are `YYYY-MM-DD`. */
export interface HouseholdChangeInput extends SeenHousehold {
  /** From which day the type or the places are others. */
  readonly changedOn?: Maybe<string>;
  readonly householdType?: Maybe<string>;
  readonly places?: Maybe<number>;
  readonly carers?: Maybe<number>;
  readonly youngestCarer?: Maybe<string>;
  readonly ethnicity?: Maybe<string>;
  readonly area?: Maybe<string>;
}

/**
 * Changes a household. Another type, or other places, are a change of its approval from a day on: how its places are used
 * from then on is to be recorded anew.
 *
 * @throws DomainError NOT_FOUND there is none of that id that the viewer may change.
 * @throws DomainError CONFLICT it changed since the version given.
 * @throws DomainError BAD_USER_INPUT what is wrong, by path.
 */
export async function changeHousehold(
  viewer: Viewer,
  input: HouseholdChangeInput,
): Promise<HouseholdRecord> {
  const before = await requireOwnHousehold(viewer, input);
  const { tenantId, id, authorityCode } = before;
  const problems = new InputProblems();
  const check = new HouseholdCheck(problems.found, today(viewer.clock));
  check.code('householdType', enquiryHouseholdTypes, input.householdType);
  check.placesApproved('places', input.places);
  check.carers('carers', input.carers);
  check.code('youngestCarer', carerAgeBands, input.youngestCarer);
  check.code('ethnicity', carerEthnicities, input.ethnicity);
  check.code('area', householdAreas, input.area);
  const householdType = input.householdType ?? before.householdType;
  const placesApproved = input.places ?? before.placesApproved;
  const changesTerms =
    householdType !== before.householdType || placesApproved !== before.placesApproved;
  if (changesTerms !== (input.changedOn != null)) {
    check.add('changedOn', 'is there exactly where another type, or other places, are approved');
  }
  await checkDay(viewer, check, { household: before, path: 'changedOn', day: input.changedOn });
  problems.refuse();

  await moveOn(viewer, before, {
    ...{ householdType, placesApproved },
    carers: input.carers ?? before.carers,
    youngestCarerBand: input.youngestCarer ?? before.youngestCarerBand,
    ethnicity: input.ethnicity ?? before.ethnicity,
    area: input.area ?? before.area,
  });
  if (input.changedOn != null) {
    await viewer.db.fosteringHouseholdChange.create({
      data: {
        ...{ tenantId, householdId: id, authorityCode, kind: 'TERMS-CHANGED' },
        changedOn: dayFrom(input.changedOn),
        placesBefore: before.placesApproved,
        placesAfter: placesApproved,
        typeBefore: before.householdType,
        typeAfter: householdType,
        recordedAt: viewer.clock.now(),
      },
    });
  }
  await recordChange(viewer, 'household.changed', before);
  return await requireHousehold(viewer, id);
}

/** That a household is approved no more, from a day on. */
export interface Deregistration extends SeenHousehold {
  readonly on: string;
  readonly reason: string;
}

/**
 * Records that a household is approved no more.
 *
 * @throws DomainError NOT_FOUND, CONFLICT, BAD_USER_INPUT as for changing it.
 */
export async function deregisterHousehold(
  viewer: Viewer,
  input: Deregistration,
): Promise<HouseholdRecord> {
  const before = await requireOwnHousehold(viewer, input);
  const problems = new InputProblems();
  const check = new HouseholdCheck(problems.found, today(viewer.clock));
  check.deregistration({
    approvedOn: before.approvedOn,
    deregisteredOn: input.on,
    deregistrationReason: input.reason,
  });
  await checkDay(viewer, check, { household: before, path: 'on', day: input.on });
  problems.refuse();
  await endApproval(viewer, before, input);
  await recordChange(viewer, 'household.deregistered', before);
  return await requireHousehold(viewer, before.id);
}

/** Ends a household's approval; the day was checked. */
export async function endApproval(
  viewer: Viewer,
  household: HouseholdRecord,
  { on, reason }: Pick<Deregistration, 'on' | 'reason'>,
): Promise<void> {
  const { tenantId, id, authorityCode, placesApproved, householdType } = household;
  await moveOn(viewer, household, { deregisteredOn: dayFrom(on), deregistrationReason: reason });
  await viewer.db.fosteringHouseholdChange.create({
    data: {
      ...{ tenantId, householdId: id, authorityCode, kind: 'DEREGISTERED', reason },
      changedOn: dayFrom(on),
      placesBefore: placesApproved,
      placesAfter: 0,
      typeBefore: householdType,
      typeAfter: householdType,
      recordedAt: viewer.clock.now(),
    },
  });
}

/** A problem where a change would not come after all that is known of a household. */
async function checkDay(
  viewer: Viewer,
  check: HouseholdCheck,
  {
    household: { tenantId, id: householdId, deregisteredOn },
    path,
    day,
  }: { household: HouseholdRecord; path: string; day: Maybe<string> },
): Promise<void> {
  if (day == null) return;
  check.past(path, day);
  if (deregisteredOn !== null) check.add(path, `is too late: deregistered on ${deregisteredOn}`);
  const changedOn = { gte: dayFrom(day) };
  const later =
    (await viewer.db.fosteringHouseholdChange.count({
      where: { tenantId, householdId, changedOn },
    })) +
    (await viewer.db.fosteringPlaceState.count({
      where: { tenantId, householdId, fromOn: changedOn },
    }));
  if (later > 0) {
    check.add(path, 'must be after all that was recorded of the household and its places');
  }
}
