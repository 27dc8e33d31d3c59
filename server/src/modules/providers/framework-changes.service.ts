import { monthsOn } from '@sufficiency/shared/providers/framework-terms.ts';
import { dayFrom, dayOrNull } from '../../platform/days.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import {
  checkCodes,
  checkLead,
  checkMaxima,
  checkRemoved,
  requireFree,
} from './framework-checks.service.ts';
import type { FrameworkParts, FrameworkTerms, RemovedParts } from './framework-input.ts';
import { checkedDates, checkedLots, checkedTerms } from './framework-input.ts';
import type { FrameworkRecord } from './framework-record.ts';
import { removeParts, storeBuyers, storeLots } from './framework-store.service.ts';
import { requireFramework } from './frameworks.service.ts';
import { isDemonstration } from './made-up.service.ts';
import { moveOn, requireOwnFramework } from './own-framework.service.ts';

/** A framework as somebody enters it. */
export interface NewFramework extends FrameworkTerms, FrameworkParts {
  readonly reference: string;
  readonly title: string;
  readonly leadText: string;
  readonly services: readonly string[];
  readonly source: string;
  /** True where a public notice says all of it; only what reads such notices says so. */
  readonly fromNotice?: boolean;
}

/**
 * Adds a framework that the viewer's organisation holds: that it leads, or that it keeps as the hub for all.
 *
 * @throws DomainError BAD_USER_INPUT what is wrong, by path: a last day before the first, two lots or tiers of one number,
 *   an authority that does not exist, a lead that is not one's own or no member of one's consortium, publishing what no
 *   authority of one's own leads.
 * @throws DomainError CONFLICT there is one of that reference or OCID already.
 */
export async function addFramework(viewer: Viewer, input: NewFramework): Promise<FrameworkRecord> {
  requirePermission(viewer.actor, 'framework:write');
  const problems = new InputProblems();
  const { reference, title, leadText, services, source } = input;
  const terms = checkedTerms(problems, input);
  const lots = checkedLots(problems, input.lots ?? []);
  const { dates, extensions } = checkedDates(problems, input);
  problems.term('endsOn', input.startsOn, input.endsOn);
  const published =
    input.published ?? (viewer.actor.organisationKind === 'HUB' || input.lead != null);
  await checkLead(viewer, problems, { lead: input.lead ?? null, published });
  await checkCodes(viewer, problems, 'buyers', input.buyers ?? []);
  problems.refuse();
  await requireFree(viewer, input);

  const tenantId = viewer.actor.organisationId;
  const { id } = await viewer.db.framework.create({
    data: {
      openToNew: false,
      ...{ reference, title, leadText, services: [...services], source },
      ...terms,
      published,
      tenantId,
      synthetic: input.fromNotice !== true && (await isDemonstration(viewer)),
      changedAt: viewer.clock.now(),
    },
    select: { id: true },
  });
  const of = { tenantId, frameworkId: id };
  await storeBuyers(viewer, of, input.buyers ?? []);
  await storeLots(viewer, of, lots);
  await viewer.db.frameworkDate.createMany({ data: dates.map((date) => ({ ...of, ...date })) });
  await viewer.db.frameworkExtension.createMany({
    data: extensions.map((right) => ({ ...of, ...right })),
  });
  await recordOwn(viewer, { type: 'framework.added', details: { id } });
  return await requireFramework(viewer, id);
}

/** What is to change of a framework; what is absent stays, null is no longer known. */
export interface FrameworkChange extends FrameworkTerms, FrameworkParts {
  readonly id: string;
  /** The version the person saw. */
  readonly version: number;
  /** A right to extend that is taken up: its last day moves by as many months. */
  readonly extensionTaken?: { readonly nth: number; readonly on: string } | null | undefined;
  /** What was entered wrongly and goes, before anything is added. */
  readonly removed?: RemovedParts | null | undefined;
}

/**
 * Changes a framework of one's own. Lots are added, or changed where one of that number is there; dates and rights to extend
 * are added; buyers are those given. What was entered wrongly is removed as long as nothing rests on it.
 *
 * @throws DomainError NOT_FOUND there is none of that id that the viewer may change.
 * @throws DomainError CONFLICT it changed since the version given; or as for adding.
 * @throws DomainError BAD_USER_INPUT as for adding; a maximum below a price that one has recorded oneself; a lot or tier that
 *   goes and has members.
 */
export async function changeFramework(
  viewer: Viewer,
  change: FrameworkChange,
): Promise<FrameworkRecord> {
  const before = await requireOwnFramework(viewer, change);
  const problems = new InputProblems();
  const terms = checkedTerms(problems, change);
  const lots = checkedLots(problems, change.lots ?? []);
  const { dates, extensions } = checkedDates(problems, change);
  const removed = change.removed ?? {};
  const extended = extendedTerms(problems, before, change);
  const after = { ...before, ...terms, ...extended };
  problems.term('endsOn', textOf(after.startsOn), textOf(after.endsOn));
  await checkLead(viewer, problems, { lead: after.leadAuthorityCode, published: after.published });
  await checkCodes(viewer, problems, 'buyers', change.buyers ?? []);
  await checkMaxima(viewer, problems, before, lots);
  await checkRemoved(viewer, problems, before, { lots, removed });
  problems.refuse();
  await requireFree(viewer, change, before.id);

  await moveOn(viewer, before, { ...terms, ...extended });
  const of = { tenantId: before.tenantId, frameworkId: before.id };
  if (change.buyers != null) {
    await viewer.db.frameworkBuyer.deleteMany({ where: of });
    await storeBuyers(viewer, of, change.buyers);
  }
  await removeParts(viewer, of, removed);
  await storeLots(viewer, of, lots);
  const taken = change.extensionTaken;
  if (taken != null) {
    const { nth, on } = taken;
    const where = { ...of, nth };
    await viewer.db.frameworkExtension.updateMany({ where, data: { takenOn: dayFrom(on) } });
    dates.push({ kind: 'EXTENDED', on: dayFrom(on), note: null });
  }
  await viewer.db.frameworkDate.createMany({
    data: dates.map((date) => ({ ...of, ...date })),
    skipDuplicates: true,
  });
  const kept = before.extensions.filter(({ nth }) => !removed.extensions?.includes(nth));
  const first = Math.max(0, ...kept.map(({ nth }) => nth));
  await viewer.db.frameworkExtension.createMany({
    data: extensions.map((right) => ({ ...of, ...right, nth: first + right.nth })),
  });
  await recordOwn(viewer, { type: 'framework.changed', details: { id: before.id } });
  return await requireFramework(viewer, before.id);
}

const textOf = (day: Date | string | null): string | null =>
  day instanceof Date ? dayOrNull(day) : day;

/** Its last day once a right to extend is taken up. */
function extendedTerms(
  problems: InputProblems,
  { endsOn, extensions }: FrameworkRecord,
  { extensionTaken }: FrameworkChange,
) {
  if (extensionTaken == null) return {};
  const right = extensions.find(({ nth }) => nth === extensionTaken.nth);
  if (!right || right.takenOn !== null || endsOn === null) {
    problems.add('extensionTaken.nth', 'must be a right to extend that was not taken up');
    return {};
  }
  return { endsOn: dayFrom(monthsOn(endsOn, right.months)) };
}
