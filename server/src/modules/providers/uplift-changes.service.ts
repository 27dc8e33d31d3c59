import { conflict, notFound } from '@sufficiency/shared/errors.ts';
import { today } from '../../platform/clock.ts';
import { dayFrom } from '../../platform/days.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordAudit } from '../audit/audit.service.ts';
import { providersOfActor } from './award-sight.service.ts';
import { awardsWhere } from './awards.service.ts';
import type { FrameworkRecord } from './framework-record.ts';
import { buysFrom, requireFramework } from './frameworks.service.ts';
import type { UpliftRecord } from './uplift-record.ts';
import { requireUplift } from './uplifts.service.ts';

/** A request for higher prices, as somebody records it. */
export interface NewUplift {
  /** Id of the framework. */
  readonly framework: string;
  /** Key of the provider that asks. */
  readonly provider: string;
  /** `YYYY-MM-DD`. */
  readonly askedOn: string;
  /** Unit: percent of the price. */
  readonly percent: number;
  readonly reason: string;
  /** GSS code of the authority that handles it for all; absent: the lead. */
  readonly link?: string | null | undefined;
}

/**
 * Records that a provider asks for higher prices on a framework: the provider itself, or an authority that buys there.
 *
 * @throws DomainError NOT_FOUND a framework that the viewer may not read.
 * @throws DomainError CONFLICT one neither buys there nor is that provider.
 * @throws DomainError BAD_USER_INPUT a provider that is not on it, a link that does not buy there, a day ahead.
 */
export async function askUplift(viewer: Viewer, input: NewUplift): Promise<UpliftRecord> {
  requirePermission(viewer.actor, 'uplift:ask');
  const framework = await requireFramework(viewer, input.framework);
  const mine = await providersOfActor(viewer);
  if (viewer.actor.organisationKind !== 'PROVIDER' && !buysFrom(viewer, framework)) {
    throw conflict('Its lead does not name an authority of yours as a buyer.');
  }
  const { tenantId, id: frameworkId } = framework;
  const awards = await awardsWhere(viewer, {
    tenantId,
    frameworkId,
    provider: { key: input.provider },
    ...(viewer.actor.organisationKind === 'PROVIDER' && { providerId: { in: mine } }),
  });
  const problems = new InputProblems();
  const [award] = awards;
  if (!award)
    problems.add('provider', `“${input.provider.slice(0, 100)}” is not on this framework`);
  problems.within('percent', input.percent, [0.01, 100]);
  const reason = problems.text('reason', input.reason, 1_000);
  if (input.askedOn > today(viewer.clock)) problems.add('askedOn', 'must not lie ahead');
  const link = linkOf(problems, framework, input.link);
  problems.refuse();
  if (!award || link === null) throw notFound('provider on this framework', input.provider);

  const { id } = await viewer.db.upliftRequest.create({
    data: {
      ...{ tenantId, frameworkId, reason, percent: input.percent },
      providerId: award.providerId,
      synthetic: award.synthetic,
      askedOn: dayFrom(input.askedOn),
      linkAuthorityCode: link,
      status: 'ASKED',
      changedAt: viewer.clock.now(),
    },
    select: { id: true },
  });
  await told(viewer, { type: 'uplift.asked', tenantId, id });
  return await requireUplift(viewer, id);
}

/** The authority that is to handle a request: one that buys there. */
export function linkOf(
  problems: InputProblems,
  { leadAuthorityCode, buyers }: FrameworkRecord,
  asked: string | null | undefined,
): string | null {
  const named = [leadAuthorityCode, ...buyers.map(({ authorityCode }) => authorityCode)];
  const link = asked ?? leadAuthorityCode ?? named[1] ?? null;
  if (link === null || !named.includes(link)) {
    problems.add('link', 'must be an authority that buys by this framework');
  }
  return link;
}

/** In the log of the framework's holder, and one's own. */
export const told = (
  viewer: Viewer,
  event: { type: 'uplift.asked' | 'uplift.handled'; tenantId: string; id: string },
): Promise<void> =>
  recordAudit(viewer, {
    tenantIds: [...new Set([event.tenantId, viewer.actor.organisationId])],
    type: event.type,
    details: { id: event.id },
  });
