import { needCodes } from '@sufficiency/shared/beds/needs.ts';
import type { ReferralOutcome } from '@sufficiency/shared/beds/referral-outcomes.ts';
import { inBands, keptOf } from '@sufficiency/shared/beds/vacancy-criteria.ts';
import type { Basis } from '@sufficiency/shared/beds/vacancy-fit.ts';
import type { Chance } from '../../platform/demonstration-chance.ts';
import { chanceOf } from '../../platform/demonstration-chance.ts';
import { dayNumber, dayOfNumber } from './demonstration-rhythm.ts';

/** That somebody looked for a home, made up. Days are `YYYY-MM-DD`. */
export interface MadeReferral {
  /** GSS code of the authority that looked, and found where somebody was placed. */
  readonly authority: string;
  readonly day: string;
  /** Unit: minutes after midnight in England. */
  readonly minute: number;
  readonly criteria: Readonly<Record<string, unknown>>;
  readonly offered: number;
  readonly offeredBy: Readonly<Record<Basis, number>>;
  readonly outcome: ReferralOutcome;
  readonly outcomeOn: string | null;
  readonly placedBy: Basis | null;
}

/** Searches that an authority keeps notes of. */
const searches = 40;
/** How far back they go: notes are deleted after twelve months. Unit: days. */
const longest = 330;
/** Until somebody says what became of a search. Unit: days. */
const slowest = 9;

/** What becomes of searches that found homes, and of those that found none. */
const endings: Readonly<Record<'some' | 'none', Readonly<Record<string, number>>>> = {
  some: {
    PLACED: 50,
    'OFFERED-REFUSED': 15,
    'NOT-SUITABLE': 12,
    'PLACED-ELSEWHERE': 18,
    'NO-LONGER-NEEDED': 5,
  },
  none: { 'PLACED-ELSEWHERE': 85, 'NO-LONGER-NEEDED': 15 },
};

/** Searches of an authority up to the day before `day`. */
export const referralsOf = (authority: string, day: string): MadeReferral[] =>
  Array.from({ length: searches }, (_, nth) => {
    const chance = chanceOf(`${authority} referral ${nth}`);
    const ago = 1 + Math.floor((longest * (nth + chance.share())) / searches);
    return { authority, ...madeOn(dayNumber(day) - ago, { chance, today: dayNumber(day) }) };
  });

function madeOn(
  day: number,
  { chance, today }: { readonly chance: Chance; readonly today: number },
): Omit<MadeReferral, 'authority'> {
  const wanted = wantedBy(chance);
  // The more is asked for, the fewer homes have it.
  const ease = 1 / (1 + wanted.needs.length + (wanted.solo || wanted.emergency ? 1 : 0));
  const offeredBy = {
    BLOCK: chance.count(0.4 * ease),
    IN_HOUSE: chance.count(0.6 * ease),
    FRAMEWORK: chance.count(4 * ease),
    SPOT: chance.count(1.5 * ease),
  };
  const offered = Object.values(offeredBy).reduce((sum, homes) => sum + homes, 0);
  const endedOn = day + chance.between(0, slowest);
  const ending = chance.weighed(endings[offered > 0 ? 'some' : 'none']) as ReferralOutcome;
  const outcome = endedOn < today ? ending : 'OPEN';
  return {
    ...{ offered, offeredBy, outcome },
    day: dayOfNumber(day),
    minute: chance.between(8 * 60, 18 * 60),
    criteria: keptOf(inBands(wanted)),
    outcomeOn: outcome === 'OPEN' ? null : dayOfNumber(endedOn),
    placedBy: outcome === 'PLACED' ? (chance.weighed(offeredBy) as Basis) : null,
  };
}

function wantedBy(chance: Chance) {
  const age = chance.between(8, 17);
  const isEmergency = chance.share() < 0.25;
  return {
    placementTypes: [age < 16 ? ('CHILDRENS_HOME' as const) : ('SUPPORTED_ACCOMMODATION' as const)],
    ages: [age, age] as const,
    noticeDays: isEmergency ? 0 : chance.between(1, 28),
    needs: needCodes.filter(() => chance.share() < 0.2),
    children: chance.share() < 0.12 ? 2 : 1,
    solo: chance.share() < 0.06,
    emergency: isEmergency,
    near: null,
  };
}
