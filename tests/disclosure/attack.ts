import type {
  Attacker,
  ReleaseProblem,
} from '@sufficiency/server/modules/disclosure/release-problem.ts';
import loadHighs from 'highs';

/**
 * An attacker's programme, written apart from the engine: what is shown as equations in whole numbers, and how far a
 * figure can be narrowed by them, settled by the solver's own least and most.
 */

/** What somebody was told of a sum. */
export interface Told {
  readonly of: readonly number[];
  readonly least: number;
  readonly most: number;
}

const highs = await (loadHighs as unknown as typeof loadHighs.default)();

/**
 * What is told by figures as shown: a c at least 1 (nothing, where it keeps a 0 back), a 0 exactly, others whatever
 * rounds to them.
 */
export function toldBy(
  { cells, rule, variables }: Pick<ReleaseProblem, 'cells' | 'rule' | 'variables'>,
  shown: readonly (number | 'c' | null)[],
): Told[] {
  return cells.flatMap(({ of }, nth): Told[] => {
    const figure = shown[nth];
    if (figure === null || figure === undefined) return [];
    if (figure === 'c') return [{ of, least: Math.min(1, sumIn(variables, of)), most: Infinity }];
    const half = (rule.rounding - 1) / 2;
    const least = figure === 0 ? 0 : Math.max(rule.minimumCount, figure - half);
    return [{ of, least, most: figure === 0 ? 0 : figure + half }];
  });
}

/** Everything an attacker has: what all are told, and what they know themselves. */
export interface Attack {
  readonly problem: Pick<ReleaseProblem, 'variables' | 'links'>;
  readonly told: readonly Told[];
  readonly attacker: Attacker;
}

/** Whether they know a figure from what they hold, parts that are shown as 0 aside. */
function knowsAll({ told, attacker }: Attack, of: readonly number[]): boolean {
  const noughts = told.filter(({ most }) => most === 0).flatMap((sum) => sum.of);
  const known = new Set([...attacker.knows, ...noughts]);
  return of.every((variable) => known.has(variable));
}

/**
 * The narrowest that any of these figures can be made, looked for up to the attacker's bar; null where they know them
 * all. Tables that the solver finds for one figure count for the others too.
 */
export function narrowestOf(
  attack: Attack,
  figures: readonly (readonly number[])[],
): number | null {
  const { width } = attack.attacker;
  const unknown = figures.filter((of) => !knowsAll(attack, of));
  const tables: Table[] = [attack.problem.variables];
  const widths = unknown.map((of) => {
    const seen = tables.map((table) => sumIn(table, of));
    if (Math.max(...seen) - Math.min(...seen) >= width) return width;
    return widthOf(attack, of, tables);
  });
  return widths.length === 0 ? null : Math.min(...widths);
}

type Table = readonly number[];

const sumIn = (table: Table, of: readonly number[]) =>
  of.reduce((sum, variable) => sum + (table[variable] ?? 0), 0);

function widthOf(attack: Attack, of: readonly number[], tables: Table[]): number {
  const { width } = attack.attacker;
  const lowest = Math.min(...tables.map((table) => sumIn(table, of)));
  const above = extreme(attack, of, { goal: 'Maximize', stop: `<= ${lowest + width}` });
  tables.push(above);
  const most = sumIn(above, of);
  if (most - lowest >= width) return width;
  const below = extreme(attack, of, { goal: 'Minimize', stop: `>= ${most - width}` });
  tables.push(below);
  return most - sumIn(below, of);
}

/** A table in which a figure is as large, or as small, as it can be. */
function extreme(
  { problem, told, attacker }: Attack,
  of: readonly number[],
  { goal, stop }: { readonly goal: 'Maximize' | 'Minimize'; readonly stop: string },
): Table {
  const sum = (variables: readonly number[], sign = '+') =>
    variables.map((variable, nth) => `${nth % 10 === 9 ? '\n' : ' '}${sign} x${variable}`).join('');
  const links = problem.links.map(
    ({ plus, minus, difference }) => `${sum(plus)}${sum(minus, '-')} = ${difference}`,
  );
  const bounds = told.flatMap(({ of: variables, least, most }) => [
    `${sum(variables)} >= ${least}`,
    ...(most === Infinity ? [] : [`${sum(variables)} <= ${most}`]),
  ]);
  const known = attacker.knows.map((variable) => `x${variable} = ${problem.variables[variable]}`);
  const floors = (attacker.atLeast ?? []).map(([variable, least]) => `x${variable} >= ${least}`);
  const { Status, Columns } = highs.solve(
    [
      goal,
      ` aim: ${sum(of)}`,
      'Subject To',
      ...[...links, ...bounds, `${sum(of)} ${stop}`].map((line, nth) => ` r${nth}: ${line}`),
      'Bounds',
      ...known,
      ...floors,
      'General',
      ...problem.variables.map((_, variable) => ` x${variable}`),
      'End',
    ].join('\n'),
    { output_flag: false, mip_rel_gap: 0 },
  );
  if (Status !== 'Optimal') throw new Error(`The attack ended with ${Status}.`);
  return problem.variables.map((value, variable) => {
    const found = Columns[`x${variable}`];
    return Math.round(found && 'Primal' in found ? found.Primal : value);
  });
}
