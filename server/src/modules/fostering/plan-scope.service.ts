import { badInput, notFound } from '@sufficiency/shared/errors.ts';
import { enquiryHouseholdTypes, isCodeOf } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import type { Period } from '@sufficiency/shared/indicators/period.ts';
import { financialYear } from '@sufficiency/shared/indicators/period.ts';
import { dayFrom, dayText } from '../../platform/days.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ConsortiumRecord } from '../authorities/authorities.service.ts';
import { consortiaOfActor, findConsortium } from '../authorities/authorities.service.ts';
import { lockOf, readHouseholdSight } from './fostering-sight.service.ts';
import type { EnquiriesWanted } from './seen-enquiries.ts';

/** What a target or a forecast is about. */
export interface PlanScope {
  /** Code. */
  readonly consortium: string;
  /** GSS code; null for the whole hub. */
  readonly authority?: string | null | undefined;
  /** Label of a financial year: `2026-27`. */
  readonly year: string;
  /** Null for all types. */
  readonly householdType?: string | null | undefined;
}

/** @throws DomainError BAD_USER_INPUT no financial year. */
export function yearOf(label: string): Period {
  const [, starts = '', ends = ''] = /^(20\d\d)-(\d\d)$/.exec(label) ?? [];
  if (starts === '' || (Number(starts) + 1) % 100 !== Number(ends)) {
    throw badInput('year must be a financial year such as 2026-27.');
  }
  return financialYear(label);
}

/**
 * Who plans for whom: an organisation for its own authorities, a hub for its members and, with no authority, for all it takes.
 *
 * @throws DomainError NOT_FOUND an unknown consortium.
 * @throws DomainError BAD_USER_INPUT somebody else's authority, an unknown type, no financial year.
 */
export async function requirePlanScope(
  viewer: Viewer,
  { consortium: code, authority, year, householdType }: PlanScope,
): Promise<{ readonly consortium: ConsortiumRecord; readonly year: Period }> {
  const consortium = await findConsortium(viewer, code);
  if (!consortium) throw notFound('consortium', code);
  const { actor } = viewer;
  const isHub = actor.organisationKind === 'HUB' && actor.consortiumCode === consortium.code;
  const isMember = consortium.members.some((member) => member.code === authority);
  const isOwn = authority != null && actor.authorityCodes.includes(authority);
  if (authority == null ? !isHub : !(isMember && (isHub || isOwn))) {
    throw badInput(
      authority == null
        ? 'authority must be given: only the hub plans for all of them together.'
        : 'authority must be a member that you answer for, or of your hub.',
    );
  }
  if (householdType != null && !isCodeOf(enquiryHouseholdTypes, householdType)) {
    throw badInput('householdType must be a type of household, for example MAINSTREAM.');
  }
  return { consortium, year: yearOf(year) };
}

/** Codes of consortia that the actor's organisation belongs to today. */
export const ownConsortia = async (viewer: Viewer): Promise<readonly string[]> =>
  (await consortiaOfActor(viewer)).map(({ code }) => code);

/** For how long it is looked back at how cases fared. Unit: days. */
const lookBack = 4 * 365;

/** Enquiries that a plan is held against, as far as the viewer sees them, received up to a day: `YYYY-MM-DD`. */
export async function enquiriesOfPlan(
  viewer: Viewer,
  { authority, householdType }: Pick<PlanScope, 'authority' | 'householdType'>,
  { consortium, until }: { readonly consortium: ConsortiumRecord; readonly until: string },
): Promise<EnquiriesWanted> {
  const members = consortium.members.filter(({ code }) => authority == null || code === authority);
  const sights = await readHouseholdSight(viewer, members);
  return {
    consortium: consortium.code,
    from: dayText(new Date(dayFrom(until).getTime() - lookBack * 86_400_000)),
    to: until,
    lock: lockOf(viewer, sights),
    authorities: sights.map((sight) => sight.authority.code),
    unattributed: authority == null,
    sources: null,
    campaigns: null,
    householdTypes: householdType == null ? null : [householdType],
    ownStages: [],
  };
}
