import { randomUUID } from 'node:crypto';
import { badInput, conflict } from '@sufficiency/shared/errors.ts';
import { today } from '../../platform/clock.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import { requirePermission } from '../access/actor.ts';
import { enquiriesWritableBy } from '../access/fostering-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { consortiaOfActor } from '../authorities/authorities.service.ts';
import { isUuid } from './enquiries.service.ts';
import type { NewHousehold } from './household-input.ts';
import { HouseholdCheck } from './household-input.ts';
import { recordChange } from './household-moves.service.ts';
import type { HouseholdRecord } from './household-record.ts';
import { storeApprovals, storeHouseholdRows } from './household-store.queries.ts';
import { requireHousehold } from './households.service.ts';

/** GSS codes of authorities whose households an actor's organisation records: its own, and a hub's members. */
export async function recordedAuthorities(viewer: Viewer): Promise<readonly string[]> {
  const { actor } = viewer;
  if (actor.organisationKind !== 'HUB') return actor.authorityCodes;
  const consortia = await consortiaOfActor(viewer);
  return consortia.flatMap(({ members }) => members.map(({ code }) => code));
}

/**
 * Adds an approved household of an authority of one's own, or of a member of one's hub.
 *
 * @throws DomainError BAD_USER_INPUT what is wrong, by path.
 * @throws DomainError CONFLICT there is one of that reference already.
 */
export async function addHousehold(viewer: Viewer, input: NewHousehold): Promise<HouseholdRecord> {
  requirePermission(viewer.actor, 'enquiry:write');
  const { actor, clock } = viewer;
  const problems = new InputProblems();
  const check = new HouseholdCheck(problems.found, today(clock));
  if (!(await recordedAuthorities(viewer)).includes(input.authority)) {
    check.add('authority', 'must be one that you answer for, or a member of your hub');
  }
  check.household(input);
  problems.refuse();
  const tenantId = actor.organisationId;
  const where = { tenantId, reference: input.reference };
  if ((await viewer.db.fosteringHousehold.count({ where })) > 0) {
    throw conflict(`You have a household “${input.reference}” already: change it instead.`);
  }
  const [id = ''] = await storeHouseholds(viewer, [input]);
  const household = await requireHousehold(viewer, id);
  await recordChange(viewer, 'household.added', household);
  return household;
}

/** Stores households that were checked; their ids, in the same order. */
export async function storeHouseholds(
  viewer: Viewer,
  inputs: readonly NewHousehold[],
): Promise<string[]> {
  const { actor, clock, operation } = viewer;
  const tenantId = actor.organisationId;
  const made = await Promise.all(
    inputs.map(async ({ enquiry, authority: authorityCode, ...input }) => {
      const from = await enquiryOf(viewer, { enquiry, authority: authorityCode });
      return {
        ...{ ...input, id: randomUUID(), tenantId, authorityCode },
        enquiryHolderId: from?.tenantId ?? null,
        enquiryId: from?.id ?? null,
        deregisteredOn: input.deregisteredOn ?? null,
        deregistrationReason: input.deregistrationReason ?? null,
      };
    }),
  );
  await operation.rows(storeHouseholdRows(made, clock.now()));
  await operation.rows(storeApprovals(made, clock.now()));
  return made.map(({ id }) => id);
}

/** The approved enquiry that a household came from, as far as the viewer may see it; null where none is named. */
async function enquiryOf(
  viewer: Viewer,
  { enquiry: id, authority }: Pick<NewHousehold, 'enquiry' | 'authority'>,
) {
  if (id == null) return null;
  const found = isUuid(id)
    ? await viewer.db.fosteringEnquiry.findFirst({
        where: {
          ...enquiriesWritableBy(viewer.actor),
          ...{ id, authorityCode: authority, approvalOn: { not: null } },
        },
        select: { tenantId: true, id: true },
      })
    : null;
  if (!found) throw badInput('enquiry must be an approved one of the same authority.');
  return found;
}
