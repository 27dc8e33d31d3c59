import { dayInWords } from '@sufficiency/shared/days.ts';
import { conflict, notFound } from '@sufficiency/shared/errors.ts';
import { frameworksHeldBy, requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import type { AwardRecord } from './award-record.ts';
import { awardsWhere, requireAward } from './awards.service.ts';
import { dayFrom, dayFromOrNull, dayOrNull, dayText } from './days.ts';
import { changedMeanwhile, moveOn, requireOwnFramework } from './framework-changes.service.ts';
import type { FrameworkRecord } from './framework-record.ts';
import { InputProblems } from './input-problems.ts';
import { isDemonstration } from './made-up.service.ts';

/** A provider that joins a lot. Days are `YYYY-MM-DD`. */
export interface NewAward {
  /** Number of the lot. */
  readonly lot: string;
  /** Number of its tier; absent where it has none. */
  readonly tier?: number | null | undefined;
  /** Key of a provider of the register. */
  readonly provider: string;
  readonly startsOn: string;
  /** Absent: as long as the framework. */
  readonly endsOn?: string | null | undefined;
  /** URNs of the homes and services it offers. */
  readonly services?: readonly string[] | null | undefined;
  /** The public notice that names it; only what reads such notices gives one. */
  readonly source?: string | null | undefined;
}

interface CheckedAward {
  readonly lotId: string;
  readonly tierId: string | null;
  readonly providerId: number;
  readonly synthetic: boolean;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly urns: readonly string[];
  readonly source: string | null;
}

/** How many are added at once. */
export const mostAwards = 500;

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

async function checkedAwards(
  viewer: Viewer,
  problems: InputProblems,
  framework: FrameworkRecord,
  awards: readonly NewAward[],
): Promise<CheckedAward[]> {
  if (awards.length === 0 || awards.length > mostAwards) {
    problems.add('awards', `must be 1 to ${mostAwards}`);
  }
  const keys = awards.map(({ provider }) => provider);
  const urns = awards.flatMap(({ services }) => services ?? []);
  const providers = await viewer.db.provider.findMany({ where: { key: { in: keys } } });
  const services = await viewer.db.service.findMany({
    where: { urn: { in: urns } },
    select: { urn: true, providerId: true },
  });
  const register = {
    providers: new Map(providers.map((provider) => [provider.key, provider])),
    services: new Map(services.map(({ urn, providerId }) => [urn, providerId])),
    demonstration: await isDemonstration(viewer),
  };
  const checked = awards.map((award, index) =>
    checkedAward(problems, `awards[${index}]`, { framework, award, register }),
  );
  await checkOverlaps(viewer, problems, framework, checked);
  return checked.filter((award) => award !== null);
}

interface Register {
  readonly providers: ReadonlyMap<
    string,
    { readonly id: number; readonly name: string; readonly synthetic: boolean }
  >;
  /** Owners of services, by URN. */
  readonly services: ReadonlyMap<string, number | null>;
  readonly demonstration: boolean;
}

function checkedAward(
  problems: InputProblems,
  path: string,
  of: {
    readonly framework: FrameworkRecord;
    readonly award: NewAward;
    readonly register: Register;
  },
): CheckedAward | null {
  const { framework, award, register } = of;
  const { startsOn, endsOn = null, source = null } = award;
  problems.term(`${path}.endsOn`, startsOn, endsOn);
  checkTerm(problems, path, framework, award);
  const place = placeOf(problems, path, framework, award);
  const provider = register.providers.get(award.provider);
  if (!provider) {
    problems.add(`${path}.provider`, `“${short(award.provider)}” is not in the register`);
    return null;
  }
  if (register.demonstration && !provider.synthetic && source === null) {
    problems.add(
      `${path}.provider`,
      'is a real one: in a demonstration, memberships that no public notice names belong to fictitious providers',
    );
  }
  const urns = [...new Set(award.services ?? [])];
  for (const [index, urn] of urns.entries()) {
    checkHome(problems, `${path}.services[${index}]`, { urn, provider, register });
  }
  const { id: providerId, synthetic } = provider;
  return place && { ...place, providerId, synthetic, startsOn, endsOn, urns, source };
}

const short = (text: string) => text.slice(0, 100);

function checkHome(
  problems: InputProblems,
  path: string,
  of: {
    readonly urn: string;
    readonly provider: { readonly id: number; readonly name: string };
    readonly register: Register;
  },
): void {
  const owner = of.register.services.get(of.urn);
  if (owner === undefined) problems.add(path, `“${short(of.urn)}” is no URN of the register`);
  else if (owner !== of.provider.id) {
    problems.add(path, `“${of.urn}” is not of ${of.provider.name}, by the register`);
  }
}

function checkTerm(
  problems: InputProblems,
  path: string,
  { startsOn, endsOn }: FrameworkRecord,
  award: NewAward,
): void {
  if (startsOn !== null && award.startsOn < startsOn) {
    problems.add(
      `${path}.startsOn`,
      `must not be before the framework, which starts on ${startsOn}`,
    );
  }
  const last = award.endsOn ?? award.startsOn;
  if (endsOn !== null && last > endsOn) {
    problems.add(
      award.endsOn == null ? `${path}.startsOn` : `${path}.endsOn`,
      `must not be after the framework, which ends on ${endsOn}`,
    );
  }
}

function placeOf(
  problems: InputProblems,
  path: string,
  { lots }: FrameworkRecord,
  award: NewAward,
): { readonly lotId: string; readonly tierId: string | null } | null {
  const lot = lots.find(({ number }) => number === award.lot);
  if (!lot) {
    const known = lots.map(({ number }) => number).join(', ');
    problems.add(
      `${path}.lot`,
      `must be among ${known || 'the lots, of which there are none yet'}`,
    );
    return null;
  }
  if (award.tier == null) {
    if (lot.tiers.length > 0)
      problems.add(`${path}.tier`, `must be given: lot ${lot.number} has tiers`);
    return { lotId: lot.id, tierId: null };
  }
  const tier = lot.tiers.find(({ number }) => number === award.tier);
  if (!tier) problems.add(`${path}.tier`, `${award.tier} is no tier of lot ${lot.number}`);
  return { lotId: lot.id, tierId: tier?.id ?? null };
}

interface Standing {
  readonly lotId: string;
  readonly providerId: number;
  readonly startsOn: string;
  readonly endsOn: string | null;
  /** Where it stands, in words. */
  readonly where: string;
}

/** A provider is on a lot once at a time, also among those that are added together. */
async function checkOverlaps(
  viewer: Viewer,
  problems: InputProblems,
  { tenantId, id: frameworkId }: FrameworkRecord,
  checked: readonly (CheckedAward | null)[],
): Promise<void> {
  const rows = await viewer.db.frameworkAward.findMany({
    where: {
      tenantId,
      frameworkId,
      providerId: { in: checked.flatMap((award) => award?.providerId ?? []) },
    },
    include: { tier: { select: { number: true } } },
  });
  const standing: Standing[] = rows.map(({ lotId, providerId, startsOn, endsOn, tier }) => ({
    lotId,
    providerId,
    startsOn: dayText(startsOn),
    endsOn: dayOrNull(endsOn),
    where: `${tier ? `in tier ${tier.number} ` : ''}since ${dayInWords(dayText(startsOn))}`,
  }));
  for (const [index, award] of checked.entries()) {
    if (!award) continue;
    const other = standing.find((one) => overlaps(one, award));
    if (other) {
      problems.add(
        `awards[${index}]`,
        `overlaps: the provider is on this lot already, ${other.where}`,
      );
    }
    standing.push({ ...award, where: `by awards[${index}]` });
  }
}

type Placed = Pick<Standing, 'lotId' | 'providerId' | 'startsOn' | 'endsOn'>;

const overlaps = (one: Placed, other: Placed): boolean =>
  one.lotId === other.lotId &&
  one.providerId === other.providerId &&
  (one.endsOn === null || one.endsOn >= other.startsOn) &&
  (other.endsOn === null || other.endsOn >= one.startsOn);

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
  requirePermission(viewer.actor, 'framework:write');
  const { id, version, endsOn } = target;
  const award = await requireAward(viewer, id);
  const { tenantId } = frameworksHeldBy(viewer.actor);
  if (award.tenantId !== tenantId) throw notFound('membership of a framework of yours', id);
  if (award.version !== version) throw changedMeanwhile('membership', award.version);
  if (award.endsOn !== null && award.endsOn < endsOn) {
    throw conflict(`It ends before, on ${dayInWords(award.endsOn)}: add the provider anew.`);
  }
  const problems = new InputProblems();
  problems.term('endsOn', award.startsOn, endsOn);
  problems.refuse();
  const { count } = await viewer.db.frameworkAward.updateMany({
    where: { tenantId, id, version },
    data: { endsOn: dayFrom(endsOn), version: version + 1 },
  });
  if (count === 0) throw changedMeanwhile('membership');
  await recordOwn(viewer, { type: 'framework.awardEnded', details: { id, endsOn } });
  return await requireAward(viewer, id);
}
