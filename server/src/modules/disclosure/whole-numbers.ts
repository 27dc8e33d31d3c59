import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import type { ReleaseProblem } from './release-problem.ts';

/** The whole numbers that all counts of a release, and of those before it, are sums of, and how they hang together. */
export interface WholeNumbers {
  /** True values. */
  readonly variables: readonly number[];
  readonly links: ReleaseProblem['links'];
  /** The numbers of one authority, as one return says them. */
  readonly of: (authority: string) => AuthorityNumbers;
}

/** The numbers of one authority, while one of its returns is read. */
export interface AuthorityNumbers {
  /** The index of a number; one that another return says alike, of the same, is the same number. */
  add(name: string, value: number): number;
  /** Everybody knows by how much two sums differ. */
  link(plus: readonly number[], minus: readonly number[]): void;
  /** True value of a sum. */
  sum(of: readonly number[]): number;
  /** Indices of all that were added. */
  all(): readonly number[];
}

/**
 * No numbers yet.
 *
 * What two versions of a return say alike is one number. What was revised is two: readers see that it was, and are not
 * told by how much.
 */
export function wholeNumbers(): WholeNumbers {
  const variables: number[] = [];
  const links = new Map<string, ReleaseProblem['links'][number]>();
  const indices = new Map<string, number>();
  const sum = (of: readonly number[]) =>
    of.reduce((total, index) => total + (variables[index] ?? 0), 0);
  return {
    variables,
    get links() {
      return [...links.values()];
    },
    of: (authority) => {
      const own = new Set<number>();
      return {
        add(name, value) {
          const key = JSON.stringify([authority, name, value]);
          const index = indices.get(key) ?? variables.push(value) - 1;
          indices.set(key, index);
          own.add(index);
          return index;
        },
        link(plus, minus) {
          links.set(`${plus} ${minus}`, { plus, minus, difference: sum(plus) - sum(minus) });
        },
        sum,
        all: () => [...own],
      };
    },
  };
}

/** A count: the numbers it is the sum of, or why there is none. */
export interface Count {
  /** Indices of variables; null where nothing says what it adds up to. */
  readonly of: readonly number[] | null;
  /** Why it is not told; null for a number. Where it is c and has `of`, it is protected like a small number. */
  readonly symbol: DataSymbol | null;
}

/** A count that a release tells of, if only by its c: a number, or what a member keeps back of a known sum. */
export const isTold = (count: Count): count is Count & { readonly of: readonly number[] } =>
  count.of !== null && (count.symbol === null || count.symbol === 'c');

/** The sum of counts, as of readings: one alone is itself, and one that is not told makes the sum not available. */
export function sumOfCounts(counts: readonly Count[]): Count {
  const [only, ...others] = counts;
  if (only && others.length === 0) return only;
  const of = counts.every((count) => count.of !== null)
    ? counts.flatMap((count) => count.of ?? [])
    : null;
  return { of, symbol: symbolOfSum(counts) };
}

function symbolOfSum(counts: readonly Count[]): DataSymbol | null {
  if (counts.every(({ symbol }) => symbol === null)) return null;
  return counts.every(({ symbol }) => symbol === 'z') ? 'z' : 'x';
}
