import type { Care } from './care.ts';
import { carePeriodsOf, episodeOn, isAbsence } from './care.ts';
import type { Child } from './child.ts';
import type { CountScope } from './count-scope.ts';
import { ageOn } from './day-number.ts';
import type { Episode } from './episode.ts';
import { ageBandOn, ethnicGroupOf } from './person-codes.ts';
import { knownCodes, notKnown } from './return-codes.ts';
import { countStability } from './stability.ts';

const placementTypes = knownCodes('children-by-placement-type');
const sectors = knownCodes('children-by-provider-sector');

/** Counts a child in every table of the last day of the month, if it was looked after on that day. */
export function countSnapshot(child: Child, care: Care, scope: CountScope): void {
  const { month, tally, note } = scope;
  const now = episodeOn(care, month.last);
  if (!now) return;
  if (now.ended === null && now.endedFor !== '') note('148', now);

  tally.add('children-by-placement-type', placementTypeOf(now, scope));
  tally.add('children-by-provider-sector', sectorOf(now, care, scope));
  tally.add('children-by-legal-status', now.legalStatus);
  const isUnaccompanied = (child.unaccompaniedUntil ?? Number.NEGATIVE_INFINITY) > month.last;
  tally.add('children-by-unaccompanied-status', isUnaccompanied ? 'UASC' : 'NOT-UASC');
  // The Department asks for no distance of unaccompanied children: they have no home in the country.
  tally.add(
    'children-by-distance',
    locationOf(now, scope.authority),
    isUnaccompanied ? notKnown : distanceBandOf(now),
  );
  countPerson(child, now, scope);
  countStability(child, care, scope);
}

function placementTypeOf(now: Episode, { note }: CountScope): string {
  if (placementTypes.has(now.placement)) return now.placement;
  note('146', now);
  return 'Z1';
}

/** Placements that have no provider: other, and unregistered. */
const withoutProvider = /^Z/;

/** A child who is away for a while is counted under the provider of the usual placement. */
function sectorOf(now: Episode, care: Care, { month, note }: CountScope): string {
  const usual = isAbsence(now) ? usualPlacement(care, month.last) : now;
  if (usual && sectors.has(usual.provider)) return usual.provider;
  if (usual && !withoutProvider.test(usual.placement)) note('178', usual);
  return notKnown;
}

function usualPlacement(care: Care, day: number): Episode | undefined {
  const period = carePeriodsOf(care).findLast(({ began }) => began.began <= day);
  return period?.episodes.findLast((episode) => episode.began <= day && !isAbsence(episode));
}

function locationOf({ location, livesIn }: Episode, authority: string): string {
  if (location === 'IN' || location === 'OUT') return location;
  if (livesIn === '') return notKnown;
  return livesIn === authority ? 'IN' : 'OUT';
}

function distanceBandOf({ distanceMiles }: Episode): string {
  if (distanceMiles === null) return notKnown;
  return distanceMiles > 20 ? 'OVER20' : 'UPTO20';
}

function countPerson({ person }: Child, now: Episode, scope: CountScope): void {
  const { month, tally, note } = scope;
  if (!person && scope.hasHeader) note('INT03', now);
  tally.add('children-by-gender', genderOf(person, note));
  tally.add('children-by-ethnicity', ethnicityOf(person, note));
  tally.add('children-by-age', ageBand(person, month.last, note));
}

type Note = CountScope['note'];

function genderOf(person: Child['person'], note: Note): string {
  if (person === null || person.gender === '1' || person.gender === '2') {
    return person?.gender ?? '9';
  }
  note('101', person);
  return '9';
}

function ethnicityOf(person: Child['person'], note: Note): string {
  if (person === null) return notKnown;
  const group = ethnicGroupOf(person.ethnicity);
  if (group === undefined) note('103', person);
  return group ?? notKnown;
}

function ageBand(person: Child['person'], on: number, note: Note): string {
  if (person === null) return notKnown;
  if (person.born === null) note('102', person);
  else if (person.born > on) note('302', person);
  else {
    if (ageOn(person.born, on) >= 18) note('359', person);
    return ageBandOn(person.born, on);
  }
  return notKnown;
}
