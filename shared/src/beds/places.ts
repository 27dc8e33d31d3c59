import { closedReasons } from '../returns/code-lists/bed-and-demand-codes.ts';
import type { CodeList } from '../returns/code-lists/code-list.ts';

/** What a place can be. Usable are the first four; a vacant one is accepting, closed or reserved. */
export const placeStates = [
  'OCCUPIED',
  'RESERVED',
  'ACCEPTING',
  'CLOSED',
  'NOT_USABLE',
  'NOT_OPERATIONAL',
] as const;

export type PlaceState = (typeof placeStates)[number];

/** As a person reads each. */
export const placeStateTitles: Readonly<Record<PlaceState, string>> = {
  OCCUPIED: 'Occupied',
  RESERVED: 'Reserved',
  ACCEPTING: 'Vacant and accepting',
  CLOSED: 'Vacant and closed',
  NOT_USABLE: 'Not usable today',
  NOT_OPERATIONAL: 'Registered, not open or staffed',
};

/** Why a vacant place takes nobody: the reasons that returns count, and those that only a home itself tells apart. */
export const placeClosedReasons: CodeList = {
  name: 'place-closed-reason',
  title: closedReasons.title,
  source: `${closedReasons.source}; solo use, calendar and block are told apart for homes only`,
  codes: [
    ...closedReasons.codes.filter(({ code }) => code !== 'OTHER'),
    { code: 'SOLO', label: 'Home is run for one child' },
    { code: 'CALENDAR', label: 'Kept by the short-break calendar' },
    { code: 'BLOCK', label: 'Kept for a block contract' },
    { code: 'OTHER', label: 'Other' },
  ],
};

/** Closed so that other children can live there well: what is lost to matching and solo use. */
const lostReasons: readonly string[] = ['MATCHING', 'SOLO'];

/** A place, as its home says it. It has a number without meaning, and nobody's name. */
export interface Place {
  readonly state: PlaceState;
  /** Why it is closed; null otherwise. */
  readonly reason: string | null;
}

/** How the places of a home, or of several, are used. Unit: places. */
export interface PlaceCounts {
  /** All. */
  readonly registered: number;
  /** Of these, open and staffed. */
  readonly operational: number;
  /** Of these, where somebody can sleep today: the sum of the four below. */
  readonly usable: number;
  readonly occupied: number;
  readonly reserved: number;
  readonly accepting: number;
  readonly closed: number;
  /** Of the closed ones, those lost to matching and solo use. */
  readonly closedLost: number;
}

/** As places were some time ago: whether what was vacant could be offered to the viewer may be unknown of then. */
export interface PlaceCountsThen extends Omit<PlaceCounts, 'accepting' | 'closed'> {
  readonly accepting: number | null;
  readonly closed: number | null;
}

/** The counts of some places. The database counts the same: `keep_home`. */
export function countsOf(places: readonly Place[]): PlaceCounts {
  const of = (state: PlaceState) => places.filter((place) => place.state === state).length;
  const [occupied, reserved, accepting, closed] = [
    of('OCCUPIED'),
    of('RESERVED'),
    of('ACCEPTING'),
    of('CLOSED'),
  ];
  return {
    registered: places.length,
    operational: places.length - of('NOT_OPERATIONAL'),
    usable: occupied + reserved + accepting + closed,
    ...{ occupied, reserved, accepting, closed },
    closedLost: places.filter(({ reason }) => reason !== null && lostReasons.includes(reason))
      .length,
  };
}
