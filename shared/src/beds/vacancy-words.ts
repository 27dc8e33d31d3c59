import { dayInWords } from '../days.ts';
import { figureText } from '../indicators/figure-text.ts';
import type { Judgement } from '../providers/judgements.ts';
import { judgementTitles } from '../providers/judgements.ts';
import { provisionTitles } from '../providers/provision-types.ts';
import { homeNeeds } from './needs.ts';
import type { NoticeBand, SavedCriteria } from './vacancy-criteria.ts';
import { ageBandInWords, mostSiblings } from './vacancy-criteria.ts';
import type { Basis, Criterion, Outcome } from './vacancy-fit.ts';

/** A price of a place, and whose word it is. */
export interface VacancyPrice {
  /** `TENDERED` to the viewer’s tenant, of its `BLOCK` contract, or the `MAXIMUM` of the lot, which is public. */
  readonly kind: 'TENDERED' | 'BLOCK' | 'MAXIMUM';
  /** Unit: GBP a week. */
  readonly weekly: number;
}

/** What sentences are made of. */
export interface FitFacts {
  readonly ages: readonly [number, number];
  readonly genders: 'ANY' | 'FEMALE' | 'MALE';
  /** Titles of needs the home is for. */
  readonly needs: readonly string[];
  readonly siblings: boolean;
  readonly solo: boolean;
  readonly emergency: boolean;
  /** Unit: days. */
  readonly noticeDays: number;
  /** Days, `YYYY-MM-DD`; null where it has none. */
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly judgement: Judgement | null;
  readonly basis: Basis;
  /** Places that are free for the viewer. */
  readonly places: number;
  readonly price: VacancyPrice | null;
}

/** What was asked, as far as sentences name it. */
export interface FitAsked {
  readonly ages: readonly [number, number] | null;
  /** Titles. */
  readonly needs: readonly string[];
  readonly children: number;
  /** Null where it does not matter. Unit: days. */
  readonly noticeDays: number | null;
  readonly emergency: boolean;
  /** Unit: GBP a week. */
  readonly maximumWeeklyPrice: number | null;
}

type Sentence = (facts: FitFacts, asked: FitAsked, outcome: Outcome) => string;

const money = (value: number) =>
  figureText({
    value,
    symbol: null,
    unit: 'GBP a week',
    decimals: Number.isInteger(value) ? 0 : 2,
  });
const counted = (many: number, one: string, more = `${one}s`) =>
  `${many} ${many === 1 ? one : more}`;
const years = ([from, to]: readonly [number, number]) =>
  from === to ? `${from}` : `${from} to ${to}`;
const listed = new Intl.ListFormat('en-GB');

const takes: Readonly<Record<FitFacts['genders'], string>> = {
  ANY: 'Takes girls and boys.',
  FEMALE: 'Takes girls only.',
  MALE: 'Takes boys only.',
};

const age: Sentence = ({ ages }, asked, outcome) => {
  if (outcome === 'MISSES') return `Takes ages ${years(ages)}, not ${years(asked.ages ?? ages)}.`;
  const whole = asked.ages && ages[0] <= asked.ages[0] && asked.ages[1] <= ages[1];
  return whole
    ? `Takes ages ${years(ages)}.`
    : `Takes ages ${years(ages)}: some of those asked for.`;
};

const needs: Sentence = (facts, asked, outcome) => {
  if (outcome === 'UNKNOWN') return 'It is not said which needs it is for.';
  const missing = asked.needs.filter((need) => !facts.needs.includes(need));
  return outcome === 'FITS'
    ? `Is for ${listed.format(asked.needs)}.`
    : `Is not for ${listed.format(missing)}.`;
};

const together: Sentence = ({ siblings, places }, { children }, outcome) => {
  if (outcome === 'FITS')
    return `Takes siblings together, and has ${counted(places, 'place')} free.`;
  if (!siblings) return 'Does not take siblings together.';
  return `Has ${counted(places, 'place')} free, not ${children}.`;
};

const solo: Sentence = (facts, _asked, outcome) => {
  if (outcome === 'FITS') return 'Can be run for one child, and nobody else is there.';
  return facts.solo ? 'Can be run for one child, but is not empty.' : 'Is not run for one child.';
};

const notice: Sentence = (facts, { emergency, noticeDays }, outcome) => {
  if (emergency || noticeDays === 0) {
    return outcome === 'FITS' ? 'Admits on the same day.' : 'Does not admit on the same day.';
  }
  const needed = needsNotice(facts.noticeDays);
  return outcome === 'FITS' ? `${needed}.` : `${needed}; there ${are(noticeDays ?? 0, 'day')}.`;
};

function needsNotice(days: number): string {
  if (days === 0) return 'Needs no notice';
  return days === 1 ? 'Needs 1 day’s notice' : `Needs ${days} days’ notice`;
}

/** “is 1 day”, “are 2 days”. */
const are = (many: number, what: string) => `${many === 1 ? 'is' : 'are'} ${counted(many, what)}`;

const open: Sentence = ({ opensOn, closesOn }, _asked, outcome) => {
  if (outcome === 'FITS') return 'Is open when it is needed.';
  return closesOn === null
    ? `Opens on ${dayInWords(opensOn ?? '')}.`
    : `Closes on ${dayInWords(closesOn)}.`;
};

const price: Sentence = ({ basis, price: known }, { maximumWeeklyPrice }, outcome) => {
  if (basis === 'IN_HOUSE') return 'Is in-house: nothing is paid to a provider.';
  if (outcome === 'MISSES' && known) {
    return `Costs ${money(known.weekly)} a week, more than ${money(maximumWeeklyPrice ?? 0)}.`;
  }
  if (outcome === 'FITS' && known) {
    return known.kind === 'MAXIMUM'
      ? `Costs at most ${money(known.weekly)} a week, the maximum of its lot.`
      : `Costs ${money(known.weekly)} a week.`;
  }
  const most = known ? `; the maximum of its lot is ${money(known.weekly)} a week` : '';
  return `Its price is not known${most}.`;
};

const sentences: Readonly<Record<Criterion, Sentence>> = {
  AGE: age,
  GENDER: ({ genders }) => takes[genders],
  NEEDS: needs,
  TOGETHER: together,
  SOLO: solo,
  NOTICE: notice,
  OPEN: open,
  EDUCATION: (_facts, _asked, outcome) =>
    outcome === 'FITS' ? 'Has education on site.' : 'Has no education on site.',
  JUDGEMENT: ({ judgement }) =>
    judgement === null ? 'Is not judged yet.' : `Is judged “${judgementTitles[judgement]}”.`,
  PRICE: price,
};

/** How a home stands to something that was asked, as a person reads it. */
export const fitInWords = (
  criterion: Criterion,
  outcome: Outcome,
  { facts, asked }: { readonly facts: FitFacts; readonly asked: FitAsked },
): string => sentences[criterion](facts, asked, outcome);

/** What decides where an answer ranks. */
export interface RankFacts {
  readonly basis: Basis;
  /** Places of block contracts of the viewer’s own authorities that are free. */
  readonly blockPlaces: number;
  /** Framework, lot and tier by which it can be had; null where by none. */
  readonly offer: {
    readonly framework: string;
    readonly lot: string;
    readonly tier: number | null;
  } | null;
  readonly missed: number;
  readonly unknown: number;
  readonly stale: boolean;
  /** True where a reservation has ended of which nobody has said what came: when, is its keepers’ alone. */
  readonly reservationEnded: boolean;
  /** Unit: hours. */
  readonly ageLimitHours: number;
  /** From where it is to be near; null where that does not matter or is not known. */
  readonly miles: number | null;
  /** True where it is measured to the home itself, which its own tenant alone can. */
  readonly toTheHome: boolean;
}

const byBasis = ({ basis, blockPlaces, offer }: RankFacts): string => {
  if (basis === 'BLOCK')
    return `${counted(blockPlaces, 'place')} of your own block contract: first.`;
  if (basis === 'IN_HOUSE') return 'In-house: after your own block contracts.';
  if (basis === 'SPOT' || offer === null) return 'Offered off framework: after all others.';
  const tier = offer.tier === null ? '' : `, tier ${offer.tier}`;
  return `On ${offer.framework}, lot ${offer.lot}${tier}.`;
};

const byConfirmation = ({ stale, reservationEnded, ageLimitHours }: RankFacts): string => {
  if (reservationEnded) {
    return 'A reservation has ended, and nobody has said what came of it: ranked last.';
  }
  return stale
    ? `Not confirmed within ${ageLimitHours} hours: ranked last.`
    : `Confirmed within the last ${ageLimitHours} hours.`;
};

/** Why an answer ranks where it does, what weighs most first. `near` is the name of the authority that was asked for. */
export function rankInWords(facts: RankFacts, near: string | null): string[] {
  const { missed, unknown, miles, toTheHome } = facts;
  return [
    byConfirmation(facts),
    missed === 0 ? 'Nothing asked for is missing.' : `Of what was asked for, ${missed} missing.`,
    byBasis(facts),
    ...(unknown === 0 ? [] : [`Of what was asked for, ${unknown} not known.`]),
    ...(miles === null || near === null
      ? []
      : [
          toTheHome
            ? `${miles} miles from the middle of ${near}.`
            : `${miles} miles from the middle of ${near} to that of its authority.`,
        ]),
  ];
}

const noticeInWords: Readonly<Record<NoticeBand, string>> = {
  PLANNED: '14 days or more',
  SHORT: '4 to 13 days',
  EMERGENCY: '1 to 3 days',
  CRISIS: 'the same day',
};

/** What a saved search asks for, in one line: “Children’s home, 13 to 15, girl, near Derby”. */
export function criteriaInWords(criteria: SavedCriteria, near: string | null): string {
  const { placementTypes, ageBand, gender, notice, needs: codes } = criteria;
  const parts = [
    ...placementTypes.map((type) => uncapped(provisionTitles[type])),
    ageBand && ageBandInWords[ageBand],
    gender && (gender === 'FEMALE' ? 'girl' : 'boy'),
    notice && noticeInWords[notice],
    ...homeNeeds.codes.flatMap(({ code, label }) =>
      codes.includes(code) ? [uncapped(label)] : [],
    ),
    criteria.siblings && siblingsInWords(criteria.children),
    criteria.solo && 'solo',
    criteria.emergency && 'emergency',
    criteria.education && 'education on site',
    near && `near ${near}`,
  ].filter((part) => typeof part === 'string');
  const text = parts.join(', ') || 'Any home';
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const siblingsInWords = (children: number | null) => {
  const which = children === mostSiblings ? `${children} or more siblings` : `${children} siblings`;
  return `${children === null ? 'siblings' : which} together`;
};

const uncapped = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
