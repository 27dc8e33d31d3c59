import { notFound } from '@sufficiency/shared/errors.ts';
import { monthsOn } from '@sufficiency/shared/providers/framework-terms.ts';
import { dayFrom } from '../../platform/days.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import type { ContractTerms, Maybe, NewContract } from './contract-checks.service.ts';
import { checkTerms, ownerOf, requireFreeReference } from './contract-checks.service.ts';
import type { ContractRecord } from './contract-record.ts';
import { requireContract } from './contracts.service.ts';
import { checkHomes, ownersOfServices } from './named-homes.service.ts';
import { moveContractOn, requireOwnContract } from './own-contract.service.ts';

/**
 * Adds a block contract of an authority of one's own.
 *
 * @throws DomainError BAD_USER_INPUT what is wrong, by path: another's authority, a provider or URN that is not in the register,
 *   an end before the start.
 * @throws DomainError CONFLICT there is one of that reference already.
 */
export async function addContract(viewer: Viewer, input: NewContract): Promise<ContractRecord> {
  requirePermission(viewer.actor, 'contract:write');
  const { actor, clock } = viewer;
  const problems = new InputProblems();
  if (!actor.authorityCodes.includes(input.authority)) {
    problems.add('authority', 'must be one that you answer for');
  }
  const provider = await ownerOf(viewer, problems, input);
  checkTerms(problems, input);
  const reference = problems.text('reference', input.reference, 60);
  problems.term('endsOn', input.startsOn, input.endsOn);
  const urns = input.services ?? [];
  const owners = await ownersOfServices(viewer, urns);
  if (provider) checkHomes(problems, 'services', { urns, provider, owners });
  problems.refuse();
  if (!provider) throw notFound('provider in the register', input.provider);
  await requireFreeReference(viewer, { authorityCode: input.authority, reference });

  const { id: providerId, synthetic } = provider;
  const tenantId = actor.organisationId;
  const { id } = await viewer.db.blockContract.create({
    data: {
      ...{ tenantId, reference, providerId, synthetic, changedAt: clock.now() },
      authorityCode: input.authority,
      beds: input.beds,
      startsOn: dayFrom(input.startsOn),
      endsOn: dayFrom(input.endsOn),
      noticeMonths: input.noticeMonths ?? null,
      decisionLeadMonths: input.decisionLeadMonths ?? null,
      source: input.source ?? null,
    },
    select: { id: true },
  });
  const of = { tenantId, contractId: id };
  await storeHomes(viewer, of, urns, synthetic);
  await storeExtensions(viewer, of, 0, input);
  await storePrice(viewer, of, input);
  await recordOwn(viewer, {
    type: 'contract.added',
    details: { id, authorities: [input.authority] },
  });
  return await requireContract(viewer, id);
}

/** What is to change of a block contract; what is absent stays. */
export interface ContractChange extends ContractTerms {
  readonly id: string;
  /** The version the person saw. */
  readonly version: number;
  /** A right to extend that is taken up: its last day moves by as many months. */
  readonly extensionTaken?: Maybe<{ readonly nth: number; readonly on: string }>;
}

/**
 * Changes a block contract of one's own.
 *
 * @throws DomainError NOT_FOUND there is none of that id that the viewer may change.
 * @throws DomainError CONFLICT it changed since the version given; there is one of that reference already.
 * @throws DomainError BAD_USER_INPUT as for adding.
 */
export async function changeContract(
  viewer: Viewer,
  change: ContractChange,
): Promise<ContractRecord> {
  const before = await requireOwnContract(viewer, change);
  const { tenantId, id, synthetic, providerId } = before;
  const problems = new InputProblems();
  checkTerms(problems, change);
  const startsOn = change.startsOn ?? before.startsOn;
  const endsOn = endAfter(problems, before, change);
  problems.term('endsOn', startsOn, endsOn);
  const homes = change.services ?? null;
  if (homes !== null) {
    const provider = { id: providerId, name: before.provider.name };
    const owners = await ownersOfServices(viewer, homes);
    checkHomes(problems, 'services', { urns: homes, provider, owners });
  }
  const reference =
    change.reference == null ? before.reference : problems.text('reference', change.reference, 60);
  problems.refuse();
  if (reference !== before.reference) {
    await requireFreeReference(viewer, { authorityCode: before.authorityCode, reference });
  }

  await moveContractOn(viewer, before, {
    ...{ reference, startsOn: dayFrom(startsOn), endsOn: dayFrom(endsOn) },
    ...(change.beds != null && { beds: change.beds }),
    ...(change.noticeMonths !== undefined && { noticeMonths: change.noticeMonths }),
    ...(change.decisionLeadMonths !== undefined && {
      decisionLeadMonths: change.decisionLeadMonths,
    }),
  });
  const of = { tenantId, contractId: id };
  if (homes !== null) {
    await viewer.db.blockContractService.deleteMany({ where: of });
    await storeHomes(viewer, of, homes, synthetic);
  }
  if (change.extensionTaken != null) {
    const { nth, on } = change.extensionTaken;
    const data = { takenOn: dayFrom(on) };
    await viewer.db.blockContractExtension.updateMany({ where: { ...of, nth }, data });
  }
  const known = Math.max(0, ...before.extensions.map(({ nth }) => nth));
  await storeExtensions(viewer, of, known, change);
  await storePrice(viewer, of, change);
  await recordOwn(viewer, { type: 'contract.changed', details: { id } });
  return await requireContract(viewer, id);
}

/** Its last day after the change. */
function endAfter(
  problems: InputProblems,
  { endsOn, extensions }: ContractRecord,
  change: ContractChange,
): string {
  const { extensionTaken } = change;
  if (extensionTaken == null) return change.endsOn ?? endsOn;
  const right = extensions.find(({ nth }) => nth === extensionTaken.nth);
  if (!right || right.takenOn !== null || change.endsOn != null) {
    problems.add(
      'extensionTaken.nth',
      'must be a right to extend that was not taken up, and is given without “endsOn”',
    );
    return endsOn;
  }
  return monthsOn(endsOn, right.months);
}

interface ContractKey {
  readonly tenantId: string;
  readonly contractId: string;
}

const storeHomes = (viewer: Viewer, of: ContractKey, urns: readonly string[], synthetic: boolean) =>
  viewer.db.blockContractService.createMany({
    data: [...new Set(urns)].map((urn) => ({ ...of, urn, synthetic })),
  });

const storeExtensions = (
  viewer: Viewer,
  of: ContractKey,
  known: number,
  { extensions }: ContractTerms,
) =>
  viewer.db.blockContractExtension.createMany({
    data: (extensions ?? []).map(({ months: many, decideByMonths }, index) => ({
      ...of,
      nth: known + index + 1,
      months: many,
      decideByMonths: decideByMonths ?? null,
    })),
  });

async function storePrice(
  viewer: Viewer,
  of: ContractKey,
  { weeklyPrice, spotWeeklyPrice }: ContractTerms,
): Promise<void> {
  const spot = spotWeeklyPrice === undefined ? {} : { spotWeeklyPrice };
  const changed = { ...(weeklyPrice != null && { weeklyPrice }), ...spot };
  const { count } = await viewer.db.blockContractPrice.updateMany({ where: of, data: changed });
  if (count > 0 || weeklyPrice == null) return;
  await viewer.db.blockContractPrice.create({ data: { ...of, weeklyPrice, ...spot } });
}
