import type { PlaceState } from '@sufficiency/shared/beds/places.ts';
import type { FormField } from '../providers/refusal.ts';
import type { HomePlace } from './homes-queries.ts';

/** A place as a form holds it. */
export interface PlaceDraft {
  readonly number: number;
  readonly state: PlaceState;
  /** Empty where none is chosen. */
  readonly reason: string;
  readonly reservedUntil: string;
  /** Whose block it is; null where it is nobody’s. */
  readonly block: string | null;
}

export interface PlacesDraft {
  readonly places: readonly PlaceDraft[];
}

/** What a form of a home’s places begins with. */
export const draftOf = (places: readonly HomePlace[]): PlacesDraft => ({
  places: places.map(({ number, state, reason, reservedUntil, blockAuthority }) => ({
    ...{ number, state },
    reason: reason ?? '',
    reservedUntil: reservedUntil ?? '',
    block: blockAuthority?.name ?? null,
  })),
});

const isSame = (one: PlaceDraft, other: PlaceDraft | undefined) =>
  JSON.stringify(one) === JSON.stringify(other);

/** What somebody changed stays theirs; all else is as it is now, when others changed it meanwhile. */
export const withOthers = (
  draft: PlacesDraft,
  before: PlacesDraft,
  now: PlacesDraft,
): PlacesDraft => ({
  places: now.places.map((place, index) => {
    const own = draft.places[index];
    return own && !isSame(own, before.places[index]) ? own : place;
  }),
});

/** The places that somebody changed, as the server takes them: what does not belong to a state is left out. */
export const changedPlaces = ({ places }: PlacesDraft, before: PlacesDraft) =>
  places
    .filter((place, index) => !isSame(place, before.places[index]))
    .map(({ number, state, reason, reservedUntil }) => ({
      ...{ number, state },
      reason: state === 'CLOSED' && reason !== '' ? reason : null,
      reservedUntil: state === 'RESERVED' && reservedUntil !== '' ? reservedUntil : null,
    }));

const labels = { state: 'State', reason: 'Why it takes nobody', reservedUntil: 'Reserved until' };

/** The fields of the places that somebody changed, as the server names them: it counts what it was sent. */
export const fieldsOfPlaces = (
  id: string,
  draft: PlacesDraft,
  before: PlacesDraft,
): readonly FormField[] =>
  changedPlaces(draft, before).flatMap(({ number }, sent) => {
    const index = draft.places.findIndex((place) => place.number === number);
    return Object.entries(labels).map(([name, label]) => ({
      path: `places[${sent}].${name}`,
      id: `${id}places[${index}].${name}`,
      label: `Place ${number}: ${label}`,
    }));
  });
