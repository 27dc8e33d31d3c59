import type {
  Attacker,
  ProblemCell,
  ReleaseProblem,
} from '@sufficiency/server/modules/disclosure/release-problem.ts';
import fc from 'fast-check';

/** A made-up region: counts by authority and other characteristics, with every total. */
export interface Region {
  /** How many codes each characteristic has; the authority is the first. */
  readonly codes: readonly number[];
  readonly mean: number;
  readonly seed: number;
}

/** Chance that can be repeated: a number from 0 to below 1 at each call. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many of rare things happen, around a mean. */
function count(next: () => number, mean: number): number {
  const stop = Math.exp(-mean);
  let happened = 0;
  for (let left = next(); left > stop; left *= next()) happened += 1;
  return happened;
}

/** Every combination of codes, one for each leaf. */
function leavesOf(codes: readonly number[]): readonly (readonly number[])[] {
  return codes.reduce<readonly (readonly number[])[]>(
    (leaves, size) =>
      leaves.flatMap((leaf) => Array.from({ length: size }, (_, code) => [...leaf, code])),
    [[]],
  );
}

/** The problem of releasing a region: all leaves and all totals; everybody but providers as attackers. */
export function problemOf({ codes, mean, seed }: Region): ReleaseProblem {
  const next = chance(seed);
  const leaves = leavesOf(codes);
  const rows = leavesOf(codes.map((size) => size + 1));
  const cells = rows.map(
    (row): ProblemCell => ({
      key: row.map((code, nth) => (code === codes[nth] ? 'total' : code)).join('|'),
      kind: 'published',
      of: leaves.flatMap((leaf, variable) =>
        row.every((code, nth) => code === codes[nth] || code === leaf[nth]) ? [variable] : [],
      ),
    }),
  );
  const own = Array.from({ length: codes[0] ?? 0 }, (_, authority) =>
    leaves.flatMap(([of], variable) => (of === authority ? [variable] : [])),
  );
  return {
    rule: { minimumCount: 8, rounding: 5 },
    variables: leaves.map(() => count(next, mean)),
    cells,
    links: [],
    attackers: attackersOf(own),
  };
}

/** Everybody, each member with its own leaves, and every two members. */
export function attackersOf(own: readonly (readonly number[])[]): Attacker[] {
  const pairs = own.flatMap((one, nth) =>
    own.slice(nth + 1).map(
      (other, beyond): Attacker => ({
        name: `members ${nth} and ${nth + 1 + beyond}`,
        kind: 'pair',
        knows: [...one, ...other],
        width: 1,
      }),
    ),
  );
  return [
    { name: 'everybody', kind: 'public', knows: [], width: 4 },
    ...own.map(
      (knows, nth): Attacker => ({ name: `member ${nth}`, kind: 'member', knows, width: 4 }),
    ),
    ...pairs,
  ];
}

/** A provider who knows of some leaves that they hold at least so many. */
export function withProvider(problem: ReleaseProblem, seed: number): ReleaseProblem {
  const next = chance(seed);
  const atLeast = problem.variables.flatMap((value, variable) =>
    next() < 0.3 ? [[variable, Math.floor(next() * (value + 1))] as const] : [],
  );
  const provider: Attacker = { name: 'a provider', kind: 'provider', knows: [], atLeast, width: 4 };
  return { ...problem, attackers: [...problem.attackers, provider] };
}

/** The same region a little later: some leaves are a few more or fewer. */
export function revised(variables: readonly number[], seed: number): number[] {
  const next = chance(seed);
  return variables.map((value) =>
    next() < 0.2 ? Math.max(0, value + Math.floor(next() * 5) - 2) : value,
  );
}

/** Regions of 3 to 12 authorities, 2 to 4 characteristics and means of 2 to 40, with at most so many leaves. */
export const anyRegion = (most: { readonly authorities: number; readonly leaves: number }) =>
  fc
    .record({
      codes: fc
        .tuple(
          fc.integer({ min: 3, max: most.authorities }),
          fc.array(fc.integer({ min: 2, max: 5 }), { minLength: 1, maxLength: 3 }),
        )
        .map(([authorities, others]) => [authorities, ...others]),
      mean: fc.integer({ min: 2, max: 40 }),
      seed: fc.integer({ min: 1, max: 1_000_000 }),
    })
    .filter(({ codes }) => codes.reduce((product, size) => product * size, 1) <= most.leaves);
