import type { PlaceState } from './places.ts';

/** How a place is, and until when where it is reserved. */
export interface DealtPlace {
  readonly number: number;
  readonly state: PlaceState;
  readonly reason: string | null;
  /** `YYYY-MM-DD`; null unless it is reserved. */
  readonly reservedUntil: string | null;
}

/** So many places of one state. */
export interface PlacesSaid extends Omit<DealtPlace, 'number'> {
  readonly places: number;
}

const keyOf = ({ state, reason, reservedUntil }: Omit<DealtPlace, 'number'>) =>
  [state, reason, reservedUntil].join(' ');

/**
 * Which place is what, where somebody says only how many are: what can stay stays, so that nothing seems to have moved, and
 * a place keeps its block. `said` must add up to as many as there are.
 */
export function dealtPlaces(
  present: readonly DealtPlace[],
  said: readonly PlacesSaid[],
): readonly DealtPlace[] {
  const left = new Map<string, { readonly of: PlacesSaid; places: number }>();
  for (const of of said) {
    const before = left.get(keyOf(of))?.places ?? 0;
    left.set(keyOf(of), { of, places: before + of.places });
  }
  const take = (key: string): PlacesSaid | null => {
    const found = left.get(key);
    if (!found || found.places === 0) return null;
    found.places -= 1;
    return found.of;
  };
  const staying = present.map((place) => (take(keyOf(place)) ? place : null));
  const rest = [...left.values()].flatMap(({ of, places }) =>
    Array.from({ length: places }, () => of),
  );
  return present.map((place, nth) => {
    if (staying[nth]) return place;
    const { state, reason, reservedUntil } = rest.shift() ?? place;
    return { ...place, state, reason, reservedUntil };
  });
}
