import type {
  ProblemCell,
  ReleaseProblem,
} from '@sufficiency/server/modules/disclosure/release-problem.ts';
import { attackersOf, chance } from './region.ts';

/** How many codes each of a return's tables has, and how many children a small authority. */
const usual = {
  tables: Array.from({ length: 12 }, (_, table) => 5 + ((table * 7) % 21)),
  fewest: 300,
};

/** Some children, each under one code of a table; the first codes are the most common. */
function spread(next: () => number, children: number, codes: number): number[] {
  const counts = new Array<number>(codes).fill(0);
  for (let child = 0; child < children; child += 1) {
    const code = Math.min(codes - 1, Math.floor(-Math.log(1 - next()) * (codes / 3.5)));
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/**
 * A release like that of a return: tables of the same children, for each authority and for all.
 *
 * @param fewest how many children an authority has at least; the largest has four times as many.
 */
export function linkedProblemOf(
  authorities: number,
  seed: number,
  { tables, fewest }: { readonly tables: readonly number[]; readonly fewest: number } = usual,
): ReleaseProblem {
  const next = chance(seed);
  const children = Array.from({ length: authorities }, () => Math.round(fewest * (1 + 3 * next())));
  const variables: number[] = [];
  // For each table and authority, the variables of its codes.
  const leaves = tables.map((codes) =>
    children.map((count) => spread(next, count, codes).map((value) => variables.push(value) - 1)),
  );
  const [first = [], ...others] = leaves;
  const own = children.map((_, authority) => leaves.flatMap((table) => table[authority] ?? []));
  return {
    rule: { minimumCount: 8, rounding: 5 },
    variables,
    cells: leaves.flatMap(cellsOf),
    links: others.flatMap((table) =>
      table.map((plus, authority) => ({ plus, minus: first[authority] ?? [], difference: 0 })),
    ),
    attackers: attackersOf(own),
  };
}

function cellsOf(areas: readonly (readonly number[])[], table: number): ProblemCell[] {
  const codes = areas[0] ?? [];
  const all = codes.map((_, code) => areas.map((of) => of[code] ?? 0));
  const cell = (code: number | 'total', area: number | 'all', of: readonly number[]) => ({
    key: `${table}|${code}|${area}`,
    kind: 'published' as const,
    of,
  });
  return [
    ...areas.flatMap((of, area) => [
      ...of.map((leaf, code) => cell(code, area, [leaf])),
      cell('total', area, of),
    ]),
    ...all.map((of, code) => cell(code, 'all', of)),
    cell('total', 'all', areas.flat()),
  ];
}
