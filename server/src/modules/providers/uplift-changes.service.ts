import { conflict, notFound } from '@sufficiency/shared/errors.ts';
import { today } from '../../platform/clock.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordAudit, recordOwn } from '../audit/audit.service.ts';
import { providersOfActor } from './award-sight.service.ts';
import { awardsWhere } from './awards.service.ts';
import { dayFrom, dayFromOrNull } from './days.ts';
import { changedMeanwhile } from './framework-changes.service.ts';
import type { FrameworkRecord } from './framework-record.ts';
import { buysFrom, requireFramework } from './frameworks.service.ts';
import { InputProblems } from './input-problems.ts';
import type { UpliftRecord } from './uplift-record.ts';
import { requireUplift } from './uplifts.service.ts';

/** Where a request may be moved by whoever handles it. */
const movable = ['IN_HAND', 'AGREED', 'PARTLY_AGREED', 'REFUSED', 'WITHDRAWN'] as const;

export type HandledStatus = (typeof movable)[number];

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
function linkOf(
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
const told = (
  viewer: Viewer,
  event: { type: 'uplift.asked' | 'uplift.handled'; tenantId: string; id: string },
): Promise<void> =>
  recordAudit(viewer, {
    tenantIds: [...new Set([event.tenantId, viewer.actor.organisationId])],
    type: event.type,
    details: { id: event.id },
  });

/** Where a request is moved, by whoever handles it or asked. */
export interface UpliftStep {
  readonly id: string;
  /** The version the person saw. */
  readonly version: number;
  readonly status: HandledStatus;
  /** What is agreed to for all; only where it is agreed to, in full or in part. Unit: percent. */
  readonly grantedPercent?: number | null | undefined;
  /** GSS code of another authority that is to handle it from now on. */
  readonly link?: string | null | undefined;
}

const isOpen = ({ status }: UpliftRecord) => status === 'ASKED' || status === 'IN_HAND';

/** True where this viewer could move a request on: as its link authority, as the framework's holder. */
export const canHandleUplift = ({ actor }: Viewer, uplift: UpliftRecord): boolean =>
  actor.permissions.has('uplift:answer') &&
  isOpen(uplift) &&
  (uplift.tenantId === actor.organisationId ||
    actor.authorityCodes.includes(uplift.linkAuthorityCode));

/** True where this viewer's organisation asked, and could take it back. */
export const canWithdrawUplift = async (viewer: Viewer, uplift: UpliftRecord): Promise<boolean> =>
  viewer.actor.permissions.has('uplift:ask') &&
  isOpen(uplift) &&
  (await providersOfActor(viewer)).includes(uplift.providerId);

/**
 * Moves a request on, for all who buy on the framework: its link authority and the framework's holder; the provider takes
 * its own back.
 *
 * @throws DomainError NOT_FOUND there is none that the viewer may see.
 * @throws DomainError CONFLICT it changed since the version given, is decided, or is not the viewer's to move there.
 * @throws DomainError BAD_USER_INPUT a rise that does not fit the status, a link that does not buy there.
 */
export async function handleUplift(viewer: Viewer, step: UpliftStep): Promise<UpliftRecord> {
  const { actor, clock } = viewer;
  requirePermission(actor, actor.organisationKind === 'PROVIDER' ? 'uplift:ask' : 'uplift:answer');
  const uplift = await requireUplift(viewer, step.id);
  if (uplift.version !== step.version) {
    throw changedMeanwhile('request for higher prices', uplift.version);
  }
  const allowed =
    canHandleUplift(viewer, uplift) ||
    (step.status === 'WITHDRAWN' && (await canWithdrawUplift(viewer, uplift)));
  if (!allowed) throw conflict('It is decided, or another authority handles it.');
  const framework = await requireFramework(viewer, uplift.frameworkId);
  const problems = new InputProblems();
  if (!movable.includes(step.status)) problems.add('status', `must be among ${movable.join(', ')}`);
  const grantedPercent = grantedBy(problems, uplift, step);
  const link =
    step.link == null ? uplift.linkAuthorityCode : linkOf(problems, framework, step.link);
  problems.refuse();

  const { tenantId, id, version } = uplift;
  const decided = ['AGREED', 'PARTLY_AGREED', 'REFUSED'].includes(step.status);
  const { count } = await viewer.db.upliftRequest.updateMany({
    where: { tenantId, id, version },
    data: {
      status: step.status,
      grantedPercent,
      decidedOn: dayFromOrNull(decided ? today(clock) : null),
      linkAuthorityCode: link ?? uplift.linkAuthorityCode,
      version: version + 1,
      changedAt: clock.now(),
    },
  });
  if (count === 0) throw changedMeanwhile('request for higher prices');
  await told(viewer, { type: 'uplift.handled', tenantId, id });
  return await requireUplift(viewer, id);
}

function grantedBy(
  problems: InputProblems,
  { percent }: UpliftRecord,
  { status, grantedPercent = null }: UpliftStep,
): number | null {
  if (status === 'AGREED') {
    if (grantedPercent !== null && grantedPercent !== percent) {
      problems.add('grantedPercent', `must be ${percent}, as was asked, or left out`);
    }
    return percent;
  }
  if (status === 'PARTLY_AGREED') {
    if (grantedPercent === null || !(grantedPercent > 0 && grantedPercent < percent)) {
      problems.add('grantedPercent', `must be above 0 and below the ${percent} that was asked`);
    }
    return grantedPercent;
  }
  if (grantedPercent !== null) {
    problems.add('grantedPercent', 'is for what is agreed to, in full or in part');
  }
  return null;
}

/** What one tenant answers for itself. */
export interface NewUpliftAnswer {
  readonly id: string;
  /** GSS code of an authority of one's own. */
  readonly authority: string;
  /** Unit: percent; 0 refuses it. */
  readonly grantedPercent: number;
  /** First day of the new price, `YYYY-MM-DD`; only where something is granted. */
  readonly fromOn?: string | null | undefined;
  readonly note?: string | null | undefined;
  /** The version of the answer that was seen; null where there was none. */
  readonly version?: number | null | undefined;
}

/**
 * Answers a request for an authority of one's own. Nobody else sees it.
 *
 * @throws DomainError NOT_FOUND there is no request that the viewer may see.
 * @throws DomainError CONFLICT the answer changed since the version given.
 * @throws DomainError BAD_USER_INPUT another's authority, or a day without a rise.
 */
export async function answerUplift(viewer: Viewer, input: NewUpliftAnswer): Promise<UpliftRecord> {
  requirePermission(viewer.actor, 'uplift:answer');
  const uplift = await requireUplift(viewer, input.id);
  const { authority, grantedPercent, fromOn = null, version = null } = input;
  const problems = new InputProblems();
  if (!viewer.actor.authorityCodes.includes(authority)) {
    problems.add('authority', 'must be one that you answer for');
  }
  problems.within('grantedPercent', grantedPercent, [0, 100]);
  if (grantedPercent > 0 !== (fromOn !== null)) {
    problems.add('fromOn', 'is given exactly where something is granted');
  }
  const note = problems.optionalText('note', input.note);
  problems.refuse();

  const key = {
    tenantId: viewer.actor.organisationId,
    holderId: uplift.tenantId,
    requestId: uplift.id,
    authorityCode: authority,
  };
  const said = {
    grantedPercent,
    fromOn: dayFromOrNull(fromOn),
    note,
    answeredAt: viewer.clock.now(),
  };
  const { count } =
    version === null
      ? await viewer.db.upliftAnswer.createMany({
          data: [{ ...key, ...said }],
          skipDuplicates: true,
        })
      : await viewer.db.upliftAnswer.updateMany({
          where: { ...key, version },
          data: { ...said, version: version + 1 },
        });
  if (count === 0) throw changedMeanwhile('answer');
  await recordOwn(viewer, {
    type: 'uplift.answered',
    details: { id: uplift.id, authorities: [authority] },
  });
  return uplift;
}
