import type { PlaceCounts } from '@sufficiency/shared/beds/places.ts';
import { countsOf } from '@sufficiency/shared/beds/places.ts';
import type { PlaceRun } from './demonstration-place-states.ts';
import type { Rhythm } from './demonstration-rhythm.ts';
import { confirmedFrom, confirmedUntil, dayOfNumber } from './demonstration-rhythm.ts';

/** How a home’s places were said to be from a day on. */
export interface HomeRun extends PlaceCounts {
  /** A day’s number. */
  readonly from: number;
  /** Closed places by reason. */
  readonly closedByReason: Readonly<Record<string, number>>;
}

/** How a place stood on a day: as at first before anything is known of it. */
export function stateOn(runs: readonly PlaceRun[], day: number): PlaceRun {
  const run = runs.findLast(({ from }) => from <= day) ?? runs[0];
  if (!run) throw new Error('A place has no state.');
  return run;
}

/** How a home’s places stood within some days, as said on the days on which it confirms; one run for each change. */
export function runsOfHome(
  places: readonly (readonly PlaceRun[])[],
  { from, to, rhythm }: { readonly from: number; readonly to: number; readonly rhythm: Rhythm },
): readonly HomeRun[] {
  const said = places.flat().map((run) => confirmedFrom(rhythm, run.from));
  const days = new Set([from, ...said].filter((day) => day >= from && day <= to));
  const stood = [...days].sort((one, other) => one - other).map((day) => countedOn(places, day));
  return stood.filter((run, nth) => nth === 0 || isChange(run, stood[nth - 1]));
}

function countedOn(places: readonly (readonly PlaceRun[])[], day: number): HomeRun {
  const states = places.map((runs) => stateOn(runs, day));
  const reasons = states.flatMap(({ reason }) => reason ?? []).sort();
  const closedByReason: Record<string, number> = {};
  for (const reason of reasons) closedByReason[reason] = (closedByReason[reason] ?? 0) + 1;
  return { from: day, ...countsOf(states), closedByReason };
}

const isChange = (run: HomeRun, before: HomeRun | undefined): boolean =>
  JSON.stringify({ ...run, from: 0 }) !== JSON.stringify({ ...before, from: 0 });

/** What a home said on a day: one for each day on which something changed, or was confirmed. */
export interface MadeEvent extends Omit<HomeRun, 'from'> {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly kind: 'TAKEN_ON' | 'CHANGED' | 'CONFIRMED';
}

/** So many days before the last are kept on which a home only confirmed. */
const daysConfirmed = 14;

/** What a home said, earliest first: all changes since its first day, and of late also that nothing changed. */
export function eventsOf(
  runs: readonly HomeRun[],
  rhythm: Rhythm,
  confirmedOn: number,
): readonly MadeEvent[] {
  const changes = new Set(runs.map(({ from }) => from));
  const confirmed = Array.from({ length: daysConfirmed }, (_, ago) => confirmedOn - ago)
    .filter((day) => confirmedUntil(rhythm, day) === day && !changes.has(day))
    .flatMap((day) => {
      const before = runs.findLast(({ from }) => from < day);
      return before ? [{ ...before, from: day }] : [];
    });
  return [...runs, ...confirmed]
    .sort((one, other) => one.from - other.from)
    .map(({ from, ...run }, nth) => ({
      ...run,
      day: dayOfNumber(from),
      kind: kindOf(nth, changes, from),
    }));
}

function kindOf(nth: number, changes: ReadonlySet<number>, day: number): MadeEvent['kind'] {
  if (nth === 0) return 'TAKEN_ON';
  return changes.has(day) ? 'CHANGED' : 'CONFIRMED';
}
