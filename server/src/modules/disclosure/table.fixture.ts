import type { Attacker, ProblemCell, ReleaseProblem } from './release-problem.ts';

/** A release of one table: a line for each member, a column for each code, all totals; members as attackers. */
export function tableOf(
  lines: readonly (readonly number[])[],
  changed: Readonly<Record<string, Partial<ProblemCell>>> = {},
): ReleaseProblem {
  const columns = lines[0]?.length ?? 0;
  const members = lines.map((_, member) => member);
  const codes = Array.from({ length: columns }, (_, code) => code);
  const leaf = (member: number, code: number) => member * columns + code;
  const cell = (key: string, of: readonly number[]): ProblemCell => ({
    key,
    of,
    kind: 'published',
    ...changed[key],
  });
  return {
    rule: { minimumCount: 8, rounding: 5 },
    variables: lines.flat(),
    cells: [
      ...members.flatMap((member) => [
        ...codes.map((code) => cell(`${member}|${code}`, [leaf(member, code)])),
        cell(
          `${member}|total`,
          codes.map((code) => leaf(member, code)),
        ),
      ]),
      ...codes.map((code) =>
        cell(
          `all|${code}`,
          members.map((member) => leaf(member, code)),
        ),
      ),
      cell(
        'all|total',
        lines.flat().map((_, variable) => variable),
      ),
    ],
    links: [],
    attackers: [
      { name: 'everybody', kind: 'public', knows: [], width: 4 },
      ...members.map(
        (member): Attacker => ({
          name: `member ${member}`,
          kind: 'member',
          knows: codes.map((code) => leaf(member, code)),
          width: 4,
        }),
      ),
    ],
  };
}

/** What is shown of each figure, by its key. */
export const shownByKey = (
  { cells }: ReleaseProblem,
  shown: readonly (number | 'c' | null)[],
): Readonly<Record<string, number | 'c' | null>> =>
  Object.fromEntries(cells.map(({ key }, cell) => [key, shown[cell] ?? null]));
