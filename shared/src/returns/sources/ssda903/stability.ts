import type { Care, CarePeriod } from './care.ts';
import { carePeriodsOf, isAdoptive, staysOf } from './care.ts';
import type { Child } from './child.ts';
import type { CountScope } from './count-scope.ts';
import { ageOn } from './day-number.ts';
import type { Month } from './month.ts';

/** Whether the files tell when a period of care began: it began as one, or something of the child came before. */
const isBeginKnown = (care: Care, { began }: CarePeriod): boolean =>
  began.beganFor === 'S' ||
  care.episodes.some((episode) => episode.began < began.began) ||
  care.shortBreaks.some((episode) => episode.began < began.began);

/** Counts how settled a child is that is looked after on the last day of the month. */
export function countStability({ person }: Child, care: Care, scope: CountScope): void {
  const { month, tally, note } = scope;
  const period = carePeriodsOf(care).find(
    ({ began, ended }) => began.began <= month.last && ended > month.last,
  );
  if (!period) return;
  const isKnown = isBeginKnown(care, period);
  const since = period.began.began;
  if (!isKnown && since > month.longTermSince) note('HISTORY', period.began);

  tally.add('stability', 'children');
  if (placementsInYear(care, month) >= 3) tally.add('stability', 'three_or_more_placements');
  else if (!isKnown && since > month.yearBegan) tally.add('stability', 'year not known');
  countLongTerm(period, { person, isKnown }, scope);
}

/** Children under 16 who have been looked after for two and a half years, and whether their carer stayed. */
function countLongTerm(
  period: CarePeriod,
  { person, isKnown }: { readonly person: Child['person']; readonly isKnown: boolean },
  { month, tally }: CountScope,
): void {
  const born = person?.born ?? null;
  if (born !== null && ageOn(born, month.last) >= 16) return;
  const isLong = period.began.began <= month.longTermSince;
  if (isLong && born !== null) {
    tally.add('stability', 'long_term_children');
    if (carerSince(period, month) <= month.settledSince) {
      tally.add('stability', 'same_placement_two_years');
    }
  } else if (isLong || !isKnown) {
    tally.add('stability', 'history not known');
  }
}

/** Placements that a child had at any time of the twelve months, one open at their beginning among them. */
function placementsInYear(care: Care, { yearBegan, last }: Month): number {
  return carePeriodsOf(care)
    .flatMap(staysOf)
    .filter(({ first, ended }) => first.began <= last && ended > yearBegan).length;
}

/**
 * First day with the carer of the last day of the month. Unit: days since 1970.
 *
 * Placed for adoption, the placement before counts with it, as the Department counts.
 */
function carerSince(period: CarePeriod, { last }: Month): number {
  const stays = staysOf(period).filter(({ first }) => first.began <= last);
  const now = stays.at(-1);
  if (!now) return Number.POSITIVE_INFINITY;
  const counted = isAdoptive(now.first) ? (stays.at(-2) ?? now) : now;
  return counted.first.began;
}
