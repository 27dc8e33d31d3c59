import { filedKey } from './filed-set.ts';
import { indicatorKey } from './national-set.ts';
import { releasedKey } from './released-set.ts';

/** The two forms the API answers a comparison in. */
export type Shape = 'cells' | 'columns';

/** What is asked for: twelve indicators at a time, so that no request repeats the one before it. */
export interface BenchCase {
  readonly name: string;
  readonly shape: Shape;
  /** Key of the nth indicator, from 1. */
  readonly keyOf: (number: number) => string;
  /** Null for the 14 members of the consortium. */
  readonly authorities: readonly string[] | null;
  readonly periods: number;
  /** Requests of one batch: about as long for every case. */
  readonly requests: number;
  /** Largest answer allowed; null where there is no goal. Unit: bytes. */
  readonly largest: number | null;
}

export const consortium = 'west-midlands';
const indicatorsPerRequest = 12;

/** Of each size, the same figures in both shapes. */
export function casesOf(allAuthorities: readonly string[]): BenchCase[] {
  const sizes = [
    { name: '12 × 14, latest', authorities: null, periods: 1, requests: 60, largest: null },
    { name: '12 × 14 × 24', authorities: null, periods: 24, requests: 20, largest: 60 * 1024 },
    {
      name: '12 × 153, latest',
      authorities: allAuthorities,
      periods: 1,
      requests: 20,
      largest: 40 * 1024,
    },
  ];
  return sizes.flatMap(({ largest, ...size }) => [
    { ...size, shape: 'cells' as const, keyOf: indicatorKey, largest: null },
    { ...size, shape: 'columns' as const, keyOf: indicatorKey, largest },
  ]);
}

/** A page of figures that returns of 14 authorities say, each of which is in the log of whose it is. */
export const filedCase: BenchCase = {
  name: '12 × 14, latest, filed by others',
  shape: 'cells',
  keyOf: filedKey,
  authorities: null,
  periods: 1,
  requests: 40,
  largest: null,
};

/** The same page of figures that reach a member through releases alone. */
export const releasedCase: BenchCase = {
  ...filedCase,
  name: '12 × 14, latest, released',
  keyOf: releasedKey,
};

/** What the nth request of a case asks. Of 300 indicators, the 26th asks again what the first did. */
export interface Question {
  readonly shape: Shape;
  readonly consortium: string;
  readonly indicators: readonly string[];
  readonly authorities: readonly string[] | null;
  readonly periods: number;
}

export function questionOf(asked: BenchCase, nth: number, indicators: number): Question {
  const first = (nth * indicatorsPerRequest) % (indicators - indicatorsPerRequest + 1);
  return {
    shape: asked.shape,
    consortium,
    indicators: Array.from({ length: indicatorsPerRequest }, (_, index) =>
      asked.keyOf(first + index + 1),
    ),
    authorities: asked.authorities,
    periods: asked.periods,
  };
}
