import { daysAfter } from '@sufficiency/shared/returns/bank-holidays.ts';
import type { Chance } from '../../platform/demonstration-chance.ts';
import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { Weights } from '../../platform/demonstration-shapes.ts';
import { apportion } from '../../platform/demonstration-shapes.ts';
import type { MonthlyStock } from '../returns/demonstration-recruits.service.ts';
import { hubStart } from './demonstration-enquiries.ts';
import type { MadeEnquiry } from './demonstration-enquiry.ts';
import type { MadeHousehold } from './demonstration-household.ts';
import { placesOf } from './demonstration-places.ts';

const firstDay = `${hubStart}-01`;

/** Of a hundred households of a type, how many are approved for one place, two, and three. */
const sizes: Readonly<Record<string, readonly number[]>> = {
  MAINSTREAM: [32, 46, 22],
  'FAMILY-FRIENDS': [65, 30, 5],
  'SHORT-BREAKS': [80, 20, 0],
  'SUPPORTED-LODGINGS': [85, 15, 0],
};

const youngest: Weights = {
  ...{ 'UNDER-35': 6, '35-44': 20, '45-54': 31, '55-59': 17, '60-64': 14 },
  ...{ '65-69': 8, '70-PLUS': 3, NK: 1 },
};
const areas: Weights = { INSIDE: 82, OUTSIDE: 16, NK: 2 };

/** Cities are more mixed than their counties. */
const ofCities: Weights = {
  ...{ WHITE: 64, MIXED: 4, ASIAN: 12, BLACK: 11, OTHER: 1, 'MIXED-HOUSEHOLD': 6, NK: 2 },
};
const ofCounties: Weights = {
  ...{ WHITE: 90, MIXED: 2, ASIAN: 2, BLACK: 2, OTHER: 1, 'MIXED-HOUSEHOLD': 2, NK: 1 },
};
const cities: readonly string[] = ['E06000015', 'E06000018'];

/** A household before it is told how it ended. */
interface Approved {
  readonly authority: string;
  readonly reference: string;
  readonly enquiry: string | null;
  readonly type: string;
  readonly approvedOn: string;
  readonly size: number;
}

/** How it ended. */
interface Ending {
  readonly on: string;
  readonly reason: string;
}

/**
 * The households that members' organisations hold on a day: as many of each type at every month's end as their returns
 * count, and those of supported lodgings, which returns do not know of.
 *
 * @param stocks of the month before the hub began, and of every month since.
 * @param enquiries those the hub holds: whoever was approved is a household from that day on.
 */
export function householdsOf(
  stocks: readonly MonthlyStock[],
  enquiries: readonly MadeEnquiry[],
  day: string,
): readonly MadeHousehold[] {
  return [...Map.groupBy(stocks, ({ authority }) => authority)].flatMap(([authority, months]) => {
    const [before, ...since] = months;
    if (!before) return [];
    const all = [
      ...founders(before),
      ...enquiries.flatMap((enquiry) => approvedOf(enquiry, authority)),
    ];
    const endings = endingsOf(all, since);
    const { filledShare } = before;
    return all.map((one) =>
      householdOf(one, { ending: endings.get(one.reference), filledShare, day }),
    );
  });
}

/** Those there were when the hub began. */
function founders({ authority, households }: MonthlyStock): Approved[] {
  return Object.entries(households).flatMap(([type, count]) => {
    const chance = chanceOf(`${authority} ${type} founders`);
    const bySize = apportion(count, sizes[type] ?? [1]);
    return bySize.flatMap((households, index) =>
      Array.from({ length: households }, (_, nth) => ({
        authority,
        reference: `FH-${type.slice(0, 1)}${index + 1}-${String(nth + 1).padStart(3, '0')}`,
        enquiry: null,
        type,
        // Most are of the last years, some of long ago.
        approvedOn: daysAfter(firstDay, -30 - Math.round(chance.share() ** 2 * 4_500)),
        size: index + 1,
      })),
    );
  });
}

function approvedOf(enquiry: MadeEnquiry, authority: string): Approved[] {
  const { reference, type } = enquiry;
  const approval = enquiry.events.find(({ kind }) => kind === 'APPROVAL');
  if (!approval || enquiry.authority !== authority) return [];
  const bySize = Object.fromEntries(
    (sizes[type] ?? [1]).map((weight, index) => [index + 1, weight]),
  );
  return [
    {
      authority,
      reference: `FH-${reference.slice(4)}`,
      enquiry: reference,
      type,
      approvedOn: approval.on,
      size: Number(chanceOf(`household ${reference}`).weighed(bySize)),
    },
  ];
}

/** Who was deregistered when and why: of each type as many a month as returns count, for their reasons. */
function endingsOf(
  all: readonly Approved[],
  months: readonly MonthlyStock[],
): ReadonlyMap<string, Ending> {
  const endings = new Map<string, Ending>();
  for (const { authority, period, deregistered, reasons } of months) {
    const chance = chanceOf(`${authority} endings ${period}`);
    const left = Object.entries(reasons).flatMap(([reason, count]) =>
      Array.from({ length: count }, () => reason),
    );
    for (const [type, count] of Object.entries(deregistered)) {
      const there = all.filter(
        ({ reference, type: of, approvedOn }) =>
          of === type && approvedOn < `${period}-01` && !endings.has(reference),
      );
      for (let nth = 0; nth < count && there.length > 0; nth += 1) {
        const [one] = there.splice(chance.between(0, there.length - 1), 1);
        const on = `${period}-${String(chance.between(2, 28)).padStart(2, '0')}`;
        if (one) endings.set(one.reference, { on, reason: left.shift() ?? 'NK' });
      }
    }
  }
  return endings;
}

interface Told {
  readonly ending: Ending | undefined;
  readonly filledShare: number;
  readonly day: string;
}

function householdOf(one: Approved, { ending, filledShare, day }: Told): MadeHousehold {
  const { authority, reference, type, approvedOn, size } = one;
  const chance = chanceOf(`${authority} household ${reference}`);
  const until = ending && ending.on <= day ? ending : null;
  const changedOn = changeOf(one, { chance, ending, day });
  const places = changedOn === null ? size : size + 1;
  return {
    ...{ authority, reference, type, approvedOn, places, changedOn },
    enquiry: one.enquiry,
    placesAtFirst: size,
    carers: chance.share() < 0.66 ? 2 : 1,
    youngest: chance.weighed(youngest),
    ethnicity: chance.weighed(cities.includes(authority) ? ofCities : ofCounties),
    area: chance.weighed(areas),
    deregisteredOn: until?.on ?? null,
    deregistrationReason: until?.reason ?? null,
    states: placesOf(
      { approvedOn, changedOn, size, places, until: ending?.on ?? null },
      { chance: chanceOf(`${authority} places ${reference}`), filledShare, since: firstDay, day },
    ),
  };
}

/** Now and then a household of one place is approved for another one; few of them, so that places stay near those of returns. */
function changeOf(
  { size, type, approvedOn }: Approved,
  { chance, ending, day }: { chance: Chance; ending: Ending | undefined; day: string },
): string | null {
  const [share, after] = [chance.share(), chance.between(60, 640)];
  const on = daysAfter(approvedOn < firstDay ? firstDay : approvedOn, after);
  const isOver = on > day || (ending !== undefined && on >= ending.on);
  return share < 0.03 && size === 1 && type === 'MAINSTREAM' && !isOver ? on : null;
}
