import { financialYear } from '@sufficiency/shared/indicators/period.ts';
import type { MadeEnquiry } from './demonstration-enquiry.ts';
import type { MadeHousehold } from './demonstration-household.ts';

/** An invented Mockingbird constellation. */
export interface MadeConstellation {
  readonly authority: string;
  readonly reference: string;
  /** Reference of the household whose home is its hub. */
  readonly hub: string;
  /** Satellites. */
  readonly households: number;
  readonly places: number;
  /** `YYYY-MM-DD`. */
  readonly startedOn: string;
}

/** When constellations began, and how many satellites each has: six to ten. */
const begun = [
  { authority: 'E06000015', startedOn: '2025-03-10', households: 7 },
  { authority: 'E10000007', startedOn: '2025-01-20', households: 10 },
  { authority: 'E10000007', startedOn: '2026-05-11', households: 6 },
  { authority: 'E06000018', startedOn: '2025-06-02', households: 8 },
  { authority: 'E10000024', startedOn: '2025-09-15', households: 6 },
] as const;

/** Constellations of members, each around a household of its own with room for children who come to stay. */
export function constellationsOf(households: readonly MadeHousehold[]): MadeConstellation[] {
  const hubs = households.filter(
    ({ enquiry, type, placesAtFirst, deregisteredOn }) =>
      enquiry === null && type === 'MAINSTREAM' && placesAtFirst === 3 && deregisteredOn === null,
  );
  return begun.flatMap(({ authority, ...made }, index) => {
    const own = hubs.filter((household) => household.authority === authority);
    const hub = own[index % Math.max(1, own.length)];
    const places = Math.round(made.households * 1.8);
    return hub
      ? [{ authority, ...made, reference: `MB-${index + 1}`, hub: hub.reference, places }]
      : [];
  });
}

/** What is aimed at in a year. */
export interface StatedTarget {
  readonly year: string;
  readonly authority: string | null;
  readonly type: string | null;
  readonly baseline: number | null;
  readonly uplift: number | null;
  readonly enquiries: number | null;
  readonly conversion: number | null;
  readonly approvals: number;
  readonly source: string | null;
  readonly shared: boolean;
  readonly synthetic: boolean;
}

/** As a public paper states it, with its contradictions: nothing of it is made up. */
const published: StatedTarget = {
  year: '2024-25',
  authority: null,
  type: 'MAINSTREAM',
  baseline: 54,
  uplift: 89,
  enquiries: 660,
  conversion: 15.45,
  approvals: 103,
  source:
    'Nottinghamshire County Council, Progress with the Sufficiency and Commissioning Strategy, 15 April 2024',
  shared: true,
  synthetic: false,
};

/** What the invented hub aims at: so many percent over the year before, of so many enquiries. */
const aims = { year: '2026-27', over: '2025-26', uplift: 5, conversion: 10 } as const;

/** Targets of the hub: the published one, its own, and its members’ parts of that. */
export function targetsOf(
  enquiries: readonly MadeEnquiry[],
  members: readonly string[],
): readonly StatedTarget[] {
  const { startsOn: from, endsOn: to } = financialYear(aims.over);
  const own = [null, ...members].map((authority): StatedTarget => {
    const baseline = approvedIn(enquiries, { authority, from, to });
    const approvals = Math.round(baseline * (1 + aims.uplift / 100));
    return {
      ...{ year: aims.year, authority, type: null, baseline, uplift: aims.uplift, approvals },
      enquiries: (approvals / aims.conversion) * 100,
      conversion: aims.conversion,
      source: null,
      // With its baseline it is the hub's own: members could take theirs from it.
      shared: false,
      synthetic: true,
    };
  });
  return [published, ...own];
}

/** Households approved from one day to another, of one authority or of all. */
export const approvedIn = (
  enquiries: readonly MadeEnquiry[],
  {
    authority,
    from,
    to,
  }: { readonly authority: string | null; readonly from: string; readonly to: string },
): number =>
  enquiries.filter(
    (made) =>
      (authority === null || made.authority === authority) &&
      made.events.some(({ kind, on }) => kind === 'APPROVAL' && on >= from && on <= to),
  ).length;
