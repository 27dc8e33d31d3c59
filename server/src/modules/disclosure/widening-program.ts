import type { AttackerView } from './attacker-view.ts';
import type { Knowledge, Row } from './knowledge.ts';
import { boundsWhenSuppressed } from './knowledge.ts';
import type { Program, ProgramRow } from './solver.ts';

/** What is looked for: a table in which a row's sum is `by` off its true value. */
export interface Aim {
  readonly row: number;
  readonly by: number;
}

/** Changes of variables. */
export type Change = readonly (readonly [variable: number, by: number])[];

/** A question to a solver, and how its answer is read. */
export interface Question {
  readonly program: Pick<Program, 'cost' | 'most' | 'rows'>;
  /** Null: the answer is not in whole numbers. */
  changeIn(answer: readonly number[]): Change | null;
  /** How far an answer stays short of the aim. */
  shortIn(answer: readonly number[]): number;
}

/** Farthest that a variable is moved, and the sum of a row that is given up: far more than a bar is wide. */
const reach = 12;
/** Cost of one step short of the aim, where every step of a variable costs 1. */
const costOfShort = 1_000;
/** Cost of giving up one published figure. */
const costOfLoss = 200;

/** What it costs to lose a row's figures: each counts, a larger one a little more. */
export const lossOf = ({ cells, sum }: Row): number =>
  cells.length * (1 + Math.log2(Math.max(1, sum)) / 16);

/** Collects columns and rows. */
class Drawing {
  readonly cost: number[] = [];
  readonly most: number[] = [];
  readonly rows: ProgramRow[] = [];

  column(cost: number, most: number): number {
    this.most.push(most);
    return this.cost.push(cost) - 1;
  }

  row(columns: readonly number[], weights: readonly number[], least: number, most: number): void {
    this.rows.push({ columns, weights, least, most });
  }
}

/** Columns by which a variable goes up and down. */
type Moves = ReadonlyMap<number, readonly [up: number, down: number]>;

/** As few steps as possible that bring a row as near to an aim as all that is shown allows. */
export function nearest(knowledge: Knowledge, view: AttackerView, aim: Aim): Question {
  const drawing = new Drawing();
  const moves = drawMoves(drawing, knowledge, view);
  const short = drawing.column(costOfShort, Math.abs(aim.by));
  for (const row of knowledge.rows) drawRow(drawing, row, moves);
  drawAim(drawing, knowledge, moves, aim, short);
  return question(drawing, moves, short);
}

/** As little given up as possible of what is published, such that a row can be as far off as the aim. */
export function cheapest(
  knowledge: Knowledge,
  view: AttackerView,
  aim: Aim,
  mayGive: (row: number) => boolean,
): Question {
  const drawing = new Drawing();
  const moves = drawMoves(drawing, knowledge, view);
  for (const [index, row] of knowledge.rows.entries()) {
    if (mayGive(index)) drawGiven(drawing, row, moves, boundsWhenSuppressed(knowledge, row));
    else drawRow(drawing, row, moves);
  }
  drawAim(drawing, knowledge, moves, aim, null);
  return question(drawing, moves, null);
}

function drawMoves(drawing: Drawing, { values }: Knowledge, { fixed, floor }: AttackerView): Moves {
  const moves = new Map<number, readonly [number, number]>();
  for (const [variable, value] of values.entries()) {
    if (fixed[variable] === 1) continue;
    const down = Math.min(reach, value - (floor[variable] ?? 0));
    moves.set(variable, [drawing.column(1, reach), drawing.column(1, down)]);
  }
  return moves;
}

function drawRow(drawing: Drawing, row: Row, moves: Moves): void {
  const { columns, weights } = terms(row, moves);
  if (columns.length > 0) drawing.row(columns, weights, row.least - row.sum, row.most - row.sum);
}

/** A row that keeps its bounds unless it is given up, and then others. */
function drawGiven(drawing: Drawing, row: Row, moves: Moves, freed: Pick<Row, 'least' | 'most'>) {
  const { columns, weights } = terms(row, moves);
  if (columns.length === 0) return;
  const given = [...columns, drawing.column(costOfLoss * lossOf(row), 1)];
  const up = Math.min(reach, freed.most - row.most);
  const down = Math.min(reach, row.least - freed.least);
  drawing.row(given, [...weights, -up], -Infinity, row.most - row.sum);
  drawing.row(given, [...weights, down], row.least - row.sum, Infinity);
}

function terms({ variables, signs }: Row, moves: Moves) {
  const columns: number[] = [];
  const weights: number[] = [];
  for (const [nth, variable] of variables.entries()) {
    const move = moves.get(variable);
    if (!move) continue;
    const sign = signs[nth] ?? 0;
    columns.push(...move);
    weights.push(sign, -sign);
  }
  return { columns, weights };
}

function drawAim(
  drawing: Drawing,
  knowledge: Knowledge,
  moves: Moves,
  { row, by }: Aim,
  short: number | null,
): void {
  const aimed = knowledge.rows[row];
  if (!aimed) return;
  const { columns, weights } = terms(aimed, moves);
  const direction = Math.sign(by);
  drawing.row(
    short === null ? columns : [...columns, short],
    [...weights.map((weight) => weight * direction), ...(short === null ? [] : [1])],
    Math.abs(by),
    Infinity,
  );
}

function question(drawing: Drawing, moves: Moves, short: number | null): Question {
  return {
    program: drawing,
    changeIn: (answer) => {
      const change = moves
        .entries()
        .map(([variable, [up, down]]) => {
          return [variable, (answer[up] ?? 0) - (answer[down] ?? 0)] as const;
        })
        .toArray();
      return change.every(([, by]) => Math.abs(by - Math.round(by)) < 1e-6)
        ? change.flatMap(([variable, by]) =>
            Math.abs(by) < 0.5 ? [] : [[variable, Math.round(by)]],
          )
        : null;
    },
    shortIn: (answer) => (short === null ? 0 : (answer[short] ?? 0)),
  };
}
