import { dayInWords } from '@sufficiency/shared/days.ts';
import { dayOrNull, dayText } from '../../platform/days.ts';
import type { InputProblems } from '../../platform/input-problems.ts';
import type { Viewer } from '../access/viewer.ts';
import type { FrameworkRecord } from './framework-record.ts';
import { isDemonstration } from './made-up.service.ts';
import { checkHomes, notInRegister, ownersOfServices } from './named-homes.service.ts';

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

/** Memberships as they are stored; whatever is wrong with them is among the problems. */
export async function checkedAwards(
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
  const register = {
    providers: new Map(providers.map((provider) => [provider.key, provider])),
    owners: await ownersOfServices(viewer, urns),
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
  readonly owners: ReadonlyMap<string, number | null>;
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
    problems.add(`${path}.provider`, notInRegister(award.provider));
    return null;
  }
  if (register.demonstration && !provider.synthetic && source === null) {
    problems.add(
      `${path}.provider`,
      'is a real one: in a demonstration, memberships that no public notice names belong to fictitious providers',
    );
  }
  const urns = [...new Set(award.services ?? [])];
  checkHomes(problems, `${path}.services`, { urns, provider, owners: register.owners });
  const { id: providerId, synthetic } = provider;
  return place && { ...place, providerId, synthetic, startsOn, endsOn, urns, source };
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
