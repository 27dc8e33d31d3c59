import type { usual } from './agreements.ts';

/** An agreement, as the oracle reads it. */
export type Agreement = {
  readonly [Field in keyof typeof usual]: (typeof usual)[Field] extends readonly (infer Each)[]
    ? readonly { readonly [Part in keyof Each]: Each[Part] extends boolean ? boolean : string }[]
    : (typeof usual)[Field] extends number
      ? number
      : (typeof usual)[Field] extends null
        ? string | null
        : string;
} & { readonly id: string };

/** Who answers for which authorities, who is a hub, and who has left. */
export interface Region {
  readonly authorities: Readonly<Record<string, readonly string[]>>;
  readonly hubs: Readonly<Record<string, string>>;
  readonly consortia: Readonly<Record<string, readonly string[]>>;
  /** First day, by authority, on which it is a member no more. */
  readonly left: Readonly<Record<string, string>>;
}

const lastSunday = (year: number, month: number): number => {
  const last = new Date(Date.UTC(year, month, 0));
  return last.getUTCDate() - last.getUTCDay();
};

/** British Summer Time by its rule: from 01:00 UTC on the last Sunday of March to 01:00 UTC on that of October. */
function dayInEngland(instant: string): string {
  const utc = new Date(instant);
  const year = utc.getUTCFullYear();
  const begins = Date.UTC(year, 2, lastSunday(year, 3), 1);
  const ends = Date.UTC(year, 9, lastSunday(year, 10), 1);
  const summer = utc.getTime() >= begins && utc.getTime() < ends;
  return new Date(utc.getTime() + (summer ? 3_600_000 : 0)).toISOString().slice(0, 10);
}

const daysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Calendar months later, by counting: the last of a month that is too short. Years here are not leap years. */
function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const all = year * 12 + (month - 1) + months;
  const inMonth = daysIn[all % 12] ?? 31;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(all / 12)}-${two((all % 12) + 1)}-${two(Math.min(date, inMonth))}`;
}

/** Recipients by what an account is called: role.organisation. */
function receives(account: string, region: Region): string[] {
  const [role = '', organisation = ''] = account.split('.');
  if (role === 'reviewer') return ['REVIEWERS'];
  if (role === 'provider') return ['PROVIDERS'];
  if (Object.values(region.hubs).includes(organisation)) return ['HUB'];
  return role === 'placement-officer' ? ['MEMBERS', 'PLACEMENT_OFFICERS'] : ['MEMBERS'];
}

const memberOn = (code: string, consortium: string, { consortia, left }: Region, day: string) =>
  (consortia[consortium] ?? []).includes(code) && (left[code] ?? '9999') > day;

const belongs = (organisation: string, consortium: string, region: Region, day: string) =>
  region.hubs[consortium] === organisation ||
  (region.authorities[organisation] ?? []).some((code) => memberOn(code, consortium, region, day));

const signersOf = ({ parties }: Agreement) =>
  parties.filter(({ signed }) => signed).map(({ organisation }) => organisation);

/** In force on a day, by its own words. */
const inForce = (agreement: Agreement, day: string) =>
  agreement.status === 'ACTIVE' &&
  agreement.dpiaDatedOn !== null &&
  agreement.dpiaDatedOn <= day &&
  agreement.startsOn <= day &&
  day <= agreement.endsOn &&
  day <=
    monthsLater(agreement.accessReviewedOn ?? agreement.startsOn, agreement.accessReviewMonths);

/**
 * What an account sees at an instant, worked out from the words of an agreement alone: `authority dataset level
 * agreement`, in order.
 */
export function expectedSight(
  account: string,
  instant: string,
  agreements: readonly Agreement[],
  region: Region,
): string[] {
  const organisation = account.split('.')[1] ?? '';
  const day = dayInEngland(instant);
  const kinds = receives(account, region);

  return agreements
    .filter((agreement) => inForce(agreement, day))
    .filter((agreement) => signersOf(agreement).includes(organisation))
    .filter(({ consortium }) => belongs(organisation, consortium, region, day))
    .flatMap((agreement) => {
      const codes = signersOf(agreement)
        .filter((giver) => giver !== organisation)
        .flatMap((giver) => region.authorities[giver] ?? [])
        .filter((code) => memberOn(code, agreement.consortium, region, day));
      const given = agreement.items.filter(
        ({ recipient, level }) => level !== 'NONE' && kinds.includes(recipient),
      );
      return codes.flatMap((code) =>
        given.map(({ dataset, level }) => `${code} ${dataset} ${level} ${agreement.id}`),
      );
    })
    .sort();
}
