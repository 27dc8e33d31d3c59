import type { Highs, Model } from 'highs';
import loadHighs from 'highs';

/** Numbers of at least 0 at the least cost, such that each row's weighted sum lies between its bounds. */
export interface Program {
  readonly cost: readonly number[];
  /** Most that each number may be. */
  readonly most: readonly number[];
  readonly rows: readonly ProgramRow[];
  /** Whole numbers only; otherwise any (much faster, and never a proof). */
  readonly whole: boolean;
  /** How much dearer than the best the answer may be: a share of its cost. */
  readonly slack: number;
  /** When to stop looking. */
  readonly seconds: number;
}

export interface ProgramRow {
  readonly columns: readonly number[];
  readonly weights: readonly number[];
  readonly least: number;
  readonly most: number;
}

/**
 * The best numbers found. Null: none, whether there are none, or time ran out, or the solver failed. Whoever asks
 * checks the answer: nothing is proved by it.
 */
export type Solver = (program: Program) => Promise<readonly number[] | null>;

/** In words, for certificates. */
export const solverName = 'HiGHS 1.15.3';

/** The package's types describe its CommonJS form; as a module, its default export is the loader itself. */
const load = loadHighs as unknown as typeof loadHighs.default;

let loaded: Promise<Highs> | null = null;

/** HiGHS, compiled to WebAssembly. It blocks its thread while it works. */
export const solveWithHighs: Solver = async (program) => {
  try {
    loaded ??= load();
    const highs = await loaded;
    return highs.withModel(modelOf(highs, program), (model) => run(highs, model, program));
  } catch {
    // After a failure inside WebAssembly nothing of the instance can be relied on.
    loaded = null;
    return null;
  }
};

function modelOf(highs: Highs, { cost, most, rows, whole }: Program) {
  const starts = new Int32Array(rows.length + 1);
  for (const [nth, { columns }] of rows.entries()) {
    starts[nth + 1] = (starts[nth] ?? 0) + columns.length;
  }
  const { integer, continuous } = highs.constants.variableType;
  return {
    numCols: cost.length,
    numRows: rows.length,
    colCost: Float64Array.from(cost),
    colLower: new Float64Array(cost.length),
    colUpper: Float64Array.from(most),
    rowLower: Float64Array.from(rows, (row) => row.least),
    rowUpper: Float64Array.from(rows, (row) => row.most),
    integrality: cost.map(() => (whole ? integer : continuous)),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: cost.length,
      starts,
      indices: Int32Array.from(rows.flatMap(({ columns }) => columns)),
      values: Float64Array.from(rows.flatMap(({ weights }) => weights)),
    },
  };
}

function run(highs: Highs, model: Model, program: Program): readonly number[] | null {
  model.options.set({
    output_flag: false,
    time_limit: program.seconds,
    mip_rel_gap: program.slack,
    // Changing nothing breaks hardly a row, so a few steps of the simplex method suffice; presolving takes longer.
    presolve: program.whole ? 'on' : 'off',
  });
  model.run();
  // After a stop, or where there are none, numbers may be left over that mean nothing.
  const found = model.info.get('primal_solution_status');
  if (found !== highs.constants.solutionStatus.feasible) return null;
  const { colValue } = model.getSolution();
  return colValue ? Array.from(colValue) : null;
}
