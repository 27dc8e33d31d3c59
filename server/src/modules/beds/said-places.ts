import type { PlaceState } from '@sufficiency/shared/beds/places.ts';
import { placeClosedReasons } from '@sufficiency/shared/beds/places.ts';
import { codesInWords, isCodeOf } from '@sufficiency/shared/fostering/enquiry-codes.ts';

type Maybe<Value> = Value | null | undefined;

/** A place as somebody says it is. */
export interface PlaceInput {
  readonly number: number;
  readonly state: PlaceState;
  readonly reason?: Maybe<string>;
  /** `YYYY-MM-DD`. */
  readonly reservedUntil?: Maybe<string>;
}

type Found = (path: string, message: string) => void;

/** What is wrong with a state and what goes with it: each problem completes the sentence “`path` …”. */
export function checkState(
  { state, reason, reservedUntil }: Omit<PlaceInput, 'number'>,
  { found, path, today }: { readonly found: Found; readonly path: string; readonly today: string },
): void {
  if (state === 'CLOSED' && reason == null) {
    found(`${path}reason`, `must say why it is closed: one of ${codesInWords(placeClosedReasons)}`);
  } else if (state !== 'CLOSED' && reason != null) {
    found(`${path}reason`, 'is there for closed places only');
  } else if (reason != null && !isCodeOf(placeClosedReasons, reason)) {
    found(`${path}reason`, `must be one of ${codesInWords(placeClosedReasons)}`);
  }
  if (state === 'RESERVED' && reservedUntil == null) {
    found(`${path}reservedUntil`, 'must say until when it is reserved');
  } else if (state !== 'RESERVED' && reservedUntil != null) {
    found(`${path}reservedUntil`, 'is there for reserved places only');
  } else if (reservedUntil != null && reservedUntil < today) {
    found(`${path}reservedUntil`, `must be today, ${today}, or later`);
  }
}

/** What is wrong with places of a home that has so many. */
export function checkPlaces(
  places: readonly PlaceInput[],
  { found, registered, today }: { found: Found; registered: number; today: string },
): void {
  if (places.length === 0)
    found('places', 'must have one at least: confirm a home that is as it was');
  const seen = new Set<number>();
  for (const [nth, place] of places.entries()) {
    const path = `places[${nth}].`;
    if (!(place.number >= 1 && place.number <= registered)) {
      found(`${path}number`, `must be from 1 to ${registered}: as many places are registered`);
    } else if (seen.has(place.number)) {
      found(`${path}number`, 'is there twice');
    }
    seen.add(place.number);
    checkState(place, { found, path, today });
  }
}
