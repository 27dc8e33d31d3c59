import { homeNeeds } from '@sufficiency/shared/beds/needs.ts';
import { codesInWords, isCodeOf } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import type { InputProblems } from '../../platform/input-problems.ts';
import type { Genders } from './home-record.ts';

type Maybe<Value> = Value | null | undefined;

/** What a home is, as somebody says it; what is absent stays, or is what the register says. Days are `YYYY-MM-DD`. */
export interface HomeFacts {
  readonly name?: Maybe<string>;
  readonly inHouse?: Maybe<boolean>;
  readonly ageFrom?: Maybe<number>;
  readonly ageTo?: Maybe<number>;
  readonly genders?: Maybe<Genders>;
  readonly needs?: Maybe<readonly string[]>;
  readonly education?: Maybe<boolean>;
  readonly siblings?: Maybe<boolean>;
  readonly solo?: Maybe<boolean>;
  readonly emergency?: Maybe<boolean>;
  readonly noticeDays?: Maybe<number>;
  readonly shortBreaks?: Maybe<boolean>;
  readonly spot?: Maybe<boolean>;
  readonly opensOn?: Maybe<string>;
  readonly closesOn?: Maybe<string>;
  readonly location?: Maybe<{ readonly latitude: number; readonly longitude: number }>;
}

/** What a home is, whole. */
export type HomeDescription = {
  readonly [Fact in Exclude<keyof HomeFacts, 'location'>]-?:
    | NonNullable<HomeFacts[Fact]>
    | (Fact extends 'name' | 'opensOn' | 'closesOn' ? null : never);
};

/** Places that a home can have. */
export const mostPlaces = 300;

/** What is wrong with what a home is said to be. */
export function checkFacts(
  problems: InputProblems,
  facts: HomeDescription,
  location: HomeFacts['location'],
): void {
  if (facts.name !== null) problems.text('name', facts.name, 80);
  problems.within('ageFrom', facts.ageFrom, [0, 25]);
  problems.within('ageTo', facts.ageTo, [facts.ageFrom, 25]);
  problems.within('noticeDays', facts.noticeDays, [0, 90]);
  for (const need of facts.needs) {
    if (!isCodeOf(homeNeeds, need))
      problems.add('needs', `must be among ${codesInWords(homeNeeds)}`);
  }
  if (facts.opensOn !== null && facts.closesOn !== null && facts.closesOn <= facts.opensOn) {
    problems.add('closesOn', `must be after it opens on ${facts.opensOn}`);
  }
  problems.within('location.latitude', location?.latitude, [49, 56]);
  problems.within('location.longitude', location?.longitude, [-7, 2]);
}

const factNames = [
  ...([
    'name',
    'inHouse',
    'ageFrom',
    'ageTo',
    'genders',
    'needs',
    'education',
    'siblings',
  ] as const),
  ...(['solo', 'emergency', 'noticeDays', 'shortBreaks', 'spot', 'opensOn', 'closesOn'] as const),
] satisfies readonly (keyof HomeDescription)[];

/** What null takes away; null for anything else says nothing. */
const clearable: ReadonlySet<string> = new Set(['name', 'opensOn', 'closesOn']);

/** What a home is once something of it was said otherwise. An empty name, and null for a day, take it away. */
export function describedAs(before: HomeDescription, said: HomeFacts): HomeDescription {
  const now = { ...before, ...said, name: said.name?.trim() || null };
  const kept = factNames.map((fact) => {
    const stays = said[fact] === undefined || (said[fact] === null && !clearable.has(fact));
    return [fact, stays ? before[fact] : now[fact]];
  });
  return Object.fromEntries(kept) as HomeDescription;
}
