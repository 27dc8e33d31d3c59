import { dayInWords } from '@sufficiency/shared/days.ts';
import { conflict, notFound } from '@sufficiency/shared/errors.ts';
import { dayFrom, dayFromOrNull } from '../../platform/days.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import { requirePermission } from '../access/actor.ts';
import { frameworksHeldBy } from '../access/purchase-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import type { NewAward } from './award-checks.service.ts';
import { checkedAwards } from './award-checks.service.ts';
import type { AwardRecord } from './award-record.ts';
import { awardsWhere, requireAward } from './awards.service.ts';
import { checkHomes, ownersOfServices } from './named-homes.service.ts';
import { moveOn, requireOwnFramework } from './own-framework.service.ts';

/**
 * Adds providers to a framework of one's own: all of them, or none.
 *
 * @throws DomainError NOT_FOUND, CONFLICT as for changing the framework.
 * @throws DomainError BAD_USER_INPUT what is wrong, by path: a provider or URN that is not in the register, a home of another
 *   provider, a lot or tier that does not exist, an end before the start, a provider twice on a lot at a time.
 */
export async function addAwards(
  viewer: Viewer,
  target: { readonly id: string; readonly version: number },
  awards: readonly NewAward[],
): Promise<AwardRecord[]> {
  const framework = await requireOwnFramework(viewer, target);
  const problems = new InputProblems();
  const checked = await checkedAwards(viewer, problems, framework, awards);
  problems.refuse();

  await moveOn(viewer, framework);
  const { tenantId, id: frameworkId } = framework;
  const ids = checked.map(() => crypto.randomUUID());
  await viewer.db.frameworkAward.createMany({
    data: checked.map(({ urns: _, startsOn, endsOn, ...award }, index) => ({
      ...award,
      tenantId,
      frameworkId,
      id: ids[index] as string,
      startsOn: dayFrom(startsOn),
      endsOn: dayFromOrNull(endsOn),
      addedAt: viewer.clock.now(),
    })),
  });
  await viewer.db.serviceOffer.createMany({
    data: checked.flatMap(({ urns, synthetic }, index) =>
      urns.map((urn) => ({ tenantId, awardId: ids[index] as string, urn, synthetic })),
    ),
  });
  await recordOwn(viewer, { type: 'framework.awarded', details: { id: frameworkId } });
  return await awardsWhere(viewer, { tenantId, id: { in: ids } });
}

/**
 * Ends a membership of a framework of one's own.
 *
 * @throws DomainError NOT_FOUND there is none of that id that the viewer may change.
 * @throws DomainError CONFLICT it changed since the version given, or has ended before.
 * @throws DomainError BAD_USER_INPUT a last day before the first.
 */
export async function endAward(
  viewer: Viewer,
  target: { readonly id: string; readonly version: number; readonly endsOn: string },
): Promise<AwardRecord> {
  const { id, endsOn } = target;
  const award = await requireOwnAward(viewer, target);
  if (award.endsOn !== null && award.endsOn < endsOn) {
    throw conflict(`It ends before, on ${dayInWords(award.endsOn)}: add the provider anew.`);
  }
  const problems = new InputProblems();
  problems.term('endsOn', award.startsOn, endsOn);
  problems.refuse();
  await moveAwardOn(viewer, award, { endsOn: dayFrom(endsOn) });
  await recordOwn(viewer, { type: 'framework.awardEnded', details: { id, endsOn } });
  return await requireAward(viewer, id);
}

/**
 * Says anew which homes and services a provider offers on a framework of one's own, as when it is opened again: all of them.
 *
 * @throws DomainError NOT_FOUND, CONFLICT as for ending a membership.
 * @throws DomainError BAD_USER_INPUT a URN that is not in the register, or of another provider, by path.
 */
export async function changeAwardHomes(
  viewer: Viewer,
  target: {
    readonly id: string;
    readonly version: number;
    readonly services: readonly string[];
  },
): Promise<AwardRecord> {
  const { id } = target;
  const award = await requireOwnAward(viewer, target);
  const { tenantId, providerId } = award;
  const urns = [...new Set(target.services)];
  const { name, synthetic } = await viewer.db.provider.findUniqueOrThrow({
    where: { id: providerId },
  });
  const problems = new InputProblems();
  checkHomes(problems, 'services', {
    urns,
    provider: { id: providerId, name },
    owners: await ownersOfServices(viewer, urns),
  });
  problems.refuse();
  await moveAwardOn(viewer, award, {});
  const offers = { tenantId, awardId: id };
  await viewer.db.serviceOffer.deleteMany({ where: { ...offers, urn: { notIn: urns } } });
  await viewer.db.serviceOffer.createMany({
    data: urns.map((urn) => ({ ...offers, urn, synthetic })),
    skipDuplicates: true,
  });
  await recordOwn(viewer, { type: 'framework.homesChanged', details: { id } });
  return await requireAward(viewer, id);
}

/** A membership of a framework of one's own, at the version that was seen. */
async function requireOwnAward(
  viewer: Viewer,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<AwardRecord> {
  requirePermission(viewer.actor, 'framework:write');
  const award = await requireAward(viewer, id);
  const { tenantId } = frameworksHeldBy(viewer.actor);
  if (award.tenantId !== tenantId) throw notFound('membership of a framework of yours', id);
  if (award.version !== version) throw changedMeanwhile('membership', award.version);
  return award;
}

/** Counts a version of a membership; who saw an older one is told. */
async function moveAwardOn(
  viewer: Viewer,
  { tenantId, id, version }: AwardRecord,
  changed: { readonly endsOn?: Date },
): Promise<void> {
  const { count } = await viewer.db.frameworkAward.updateMany({
    where: { tenantId, id, version },
    data: { ...changed, version: version + 1 },
  });
  if (count === 0) throw changedMeanwhile('membership');
}
