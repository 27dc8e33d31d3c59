import { protectInThread } from '@sufficiency/server/modules/disclosure/audit-thread.ts';
import { intervalOf } from '@sufficiency/server/modules/disclosure/disclosure-rule.ts';
import type {
  ProblemCell,
  ReleaseProblem,
} from '@sufficiency/server/modules/disclosure/release-problem.ts';
import type { Region } from './region.ts';
import { attackersOf, chance, problemOf, revised } from './region.ts';

/** By how many reasons members count who came and who left. */
const reasons = 8;

/** Of a problem of one region: indices of each member's numbers. */
const ownOf = ({ attackers }: ReleaseProblem) =>
  attackers.filter(({ kind }) => kind === 'member').map(({ knows }) => knows);

/**
 * A region's release with who came and left, while that of the month before can be read: each member's stock is that of then,
 * with those who came and without those who left.
 */
export async function withMonthBefore(region: Region): Promise<ReleaseProblem> {
  const before = problemOf(region);
  const { shown } = await protectInThread(before);
  const stocks = ownOf(before);
  const size = before.variables.length;
  const next = chance(region.seed + 1);
  const moves = stocks.map((_, member) =>
    [0, 1].map((way) =>
      Array.from(
        { length: reasons },
        (__, reason) => 2 * size + reasons * (2 * member + way) + reason,
      ),
    ),
  );
  const variables = [
    ...revised(before.variables, region.seed),
    ...before.variables,
    ...moves.flat(2).map(() => Math.floor(next() * 2 * region.mean)),
  ];
  const sum = (of: readonly number[]) =>
    of.reduce((total, one) => total + (variables[one] ?? 0), 0);
  const then = (of: readonly number[]) => of.map((one) => one + size);
  return {
    rule: before.rule,
    variables,
    cells: [
      ...before.cells,
      ...[0, 1].flatMap((way) =>
        cellsOf(
          way,
          moves.map((each) => each[way] ?? []),
        ),
      ),
      ...before.cells.map(({ key, of }, nth) => rememberedOf(before, key, then(of), shown[nth])),
    ],
    links: stocks.map((stock, member) => {
      const [came = [], left = []] = moves[member] ?? [];
      const [plus, minus] = [
        [...stock, ...left],
        [...then(stock), ...came],
      ];
      return { plus, minus, difference: sum(plus) - sum(minus) };
    }),
    attackers: attackersOf(
      stocks.map((stock, member) => [...stock, ...then(stock), ...(moves[member] ?? []).flat()]),
    ),
  };
}

/** What the release of then says of a figure; what was c in it stays protected. */
function rememberedOf(
  { rule }: ReleaseProblem,
  key: string,
  of: readonly number[],
  shown: number | 'c' | null | undefined,
): ProblemCell {
  const told = shown ?? 'c';
  return {
    key: `then|${key}`,
    of,
    kind: told === 'c' ? 'kept-back' : 'hidden',
    earlier: [intervalOf(rule, told)],
  };
}

/** A table of who came or left: by member and reason, with every total. */
function cellsOf(way: number, members: readonly (readonly number[])[]): ProblemCell[] {
  const cell = (key: string, of: readonly number[]): ProblemCell => ({
    key: `${way}|${key}`,
    of,
    kind: 'published',
  });
  return [
    ...members.flatMap((of, member) => [
      ...of.map((one, reason) => cell(`${member}|${reason}`, [one])),
      cell(`${member}|total`, of),
    ]),
    ...Array.from({ length: reasons }, (_, reason) =>
      cell(
        `total|${reason}`,
        members.flatMap((of) => of.slice(reason, reason + 1)),
      ),
    ),
    cell('total|total', members.flat()),
  ];
}
