import type { PlaceCountsThen } from './places.ts';

/** What occupied places are divided by. */
export type OccupancyBase = 'REGISTERED' | 'OPERATIONAL' | 'USABLE';

/** One of the three figures of occupancy: none may be read without its name. */
export interface Occupancy {
  readonly base: OccupancyBase;
  readonly title: string;
  /** What it says, and what it leaves out. */
  readonly explanation: string;
  readonly occupied: number;
  /** What is divided by. Unit: places. */
  readonly places: number;
  /** Unit: percent; null where there is no place. */
  readonly percent: number | null;
}

const words: Readonly<Record<OccupancyBase, Pick<Occupancy, 'title' | 'explanation'>>> = {
  REGISTERED: {
    title: 'Occupied of registered places',
    explanation:
      'Of all places on the certificate, also those that are not open, staffed or usable today: the share of what there could be.',
  },
  OPERATIONAL: {
    title: 'Occupied of operational places',
    explanation:
      'Of places that are open and staffed, also those that cannot be used today: the share of what is run.',
  },
  USABLE: {
    title: 'Occupied of usable places',
    explanation:
      'Of places where somebody can sleep today, closed and reserved ones among them: the share of what there is today.',
  },
};

/**
 * The three figures of occupancy, of registered, operational and usable places.
 *
 * @unit percent, unrounded.
 */
export function occupanciesOf(counts: PlaceCountsThen): readonly Occupancy[] {
  const { occupied, registered, operational, usable } = counts;
  const of = (base: OccupancyBase, places: number): Occupancy => ({
    base,
    ...words[base],
    ...{ occupied, places },
    percent: places > 0 ? (100 * occupied) / places : null,
  });
  return [of('REGISTERED', registered), of('OPERATIONAL', operational), of('USABLE', usable)];
}

/** Places that nobody is offered because of who lives there already. */
export interface LostCapacity {
  /** Unit: places. */
  readonly places: number;
  /** Of usable places. Unit: percent; null where there is none. */
  readonly percent: number | null;
}

/** Effective capacity lost to matching and solo use: a figure of its own, in no occupancy. */
export const lostCapacityOf = ({ closedLost, usable }: PlaceCountsThen): LostCapacity => ({
  places: closedLost,
  percent: usable > 0 ? (100 * closedLost) / usable : null,
});

/**
 * The counts of several homes together; what is unknown of one is unknown of all. Short-break homes count nights: leave them
 * out before.
 */
export const together = (homes: readonly PlaceCountsThen[]): PlaceCountsThen => {
  const sum = (of: (counts: PlaceCountsThen) => number) =>
    homes.reduce((total, counts) => total + of(counts), 0);
  const sumIfKnown = (of: (counts: PlaceCountsThen) => number | null) =>
    homes.some((counts) => of(counts) === null) ? null : sum((counts) => of(counts) ?? 0);
  return {
    registered: sum(({ registered }) => registered),
    operational: sum(({ operational }) => operational),
    usable: sum(({ usable }) => usable),
    occupied: sum(({ occupied }) => occupied),
    reserved: sum(({ reserved }) => reserved),
    accepting: sumIfKnown(({ accepting }) => accepting),
    closed: sumIfKnown(({ closed }) => closed),
    closedLost: sum(({ closedLost }) => closedLost),
  };
};
