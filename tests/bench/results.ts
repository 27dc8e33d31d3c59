import type { BenchCase, Shape } from './cases.ts';
import type { Batch, Measured } from './measure.ts';
import { median } from './measure.ts';
import type { SightMeasured } from './sight-cost.ts';

/** What one server needs for one request of a case. Units: milliseconds; bytes. */
export interface Cost {
  readonly p50: number;
  readonly serverCpu: number;
  readonly postgresCpu: number;
  readonly bytes: number;
}

/** How many times as much as another needs: the median over the rounds of one run. */
export interface Ratio {
  readonly p50: number;
  /** Server and PostgreSQL together. */
  readonly cpu: number;
  readonly serverCpu: number;
}

export interface CaseResult {
  readonly name: string;
  readonly shape: Shape;
  readonly costs: Readonly<Record<string, Cost>>;
  /** Against plain SQL that answers the same figures as cells: what the goals are about. */
  readonly toPlain: Ratio;
  /** Against plain SQL that answers the very same JSON. */
  readonly toSameJson: Ratio;
  /** PostGraphile against the server; null where it was not measured. */
  readonly postgraphileToExchange: Ratio | null;
  readonly goal: number;
  readonly largest: number | null;
}

const goals: Readonly<Record<Shape, number>> = { cells: 1.5, columns: 1 };

export function resultsOf(
  cases: readonly BenchCase[],
  measured: readonly Measured[],
): CaseResult[] {
  const batchesOf = (asked: BenchCase | undefined, contender: string) =>
    measured.find((entry) => entry.asked === asked && entry.contender === contender)?.batches ?? [];

  return cases.map((asked) => {
    const asCells = cases.find(({ name, shape }) => name === asked.name && shape === 'cells');
    const exchange = batchesOf(asked, 'exchange');
    const postgraphile = batchesOf(asked, 'postgraphile');
    const own = measured.filter((entry) => entry.asked === asked);
    return {
      name: asked.name,
      shape: asked.shape,
      costs: Object.fromEntries(own.map(({ contender, batches }) => [contender, costOf(batches)])),
      toPlain: ratioOf(exchange, batchesOf(asCells, 'plain')),
      toSameJson: ratioOf(exchange, batchesOf(asked, 'plain')),
      postgraphileToExchange: postgraphile.length > 0 ? ratioOf(postgraphile, exchange) : null,
      goal: goals[asked.shape],
      largest: asked.largest,
    };
  });
}

const costOf = (batches: readonly Batch[]): Cost => ({
  p50: median(batches.map(({ p50 }) => p50)),
  serverCpu: median(batches.map(({ serverCpu }) => serverCpu)) / 1_000,
  postgresCpu: median(batches.map(({ postgresCpu }) => postgresCpu)) / 1_000,
  bytes: median(batches.map(({ bytes }) => bytes)),
});

/** What something costs that could also be left out. */
export interface OverheadResult {
  readonly name: string;
  /** With it against without it. */
  readonly ratio: Ratio;
  readonly goal: number;
  /** p50. Unit: milliseconds. */
  readonly with: number;
  readonly without: number;
}

const overheadOf = (
  name: string,
  goal: number,
  [held, free]: readonly [readonly Batch[], readonly Batch[]],
): OverheadResult => ({
  name,
  goal,
  ratio: ratioOf(held, free),
  with: costOf(held).p50,
  without: costOf(free).p50,
});

/** What row-level security and agreements cost a statement, what the log costs a page, and a released page against SQL by hand. */
export const overheadsOf = (
  sight: readonly SightMeasured[],
  log: readonly Measured[],
  released: readonly Measured[],
): OverheadResult[] => [
  ...sight.map(({ asked, held, free }) =>
    overheadOf(`row-level security and agreements: ${asked.name}`, 1.3, [held, free]),
  ),
  overheadOf(`the log: ${log[0]?.asked.name}`, 1.2, batchesOf(log)),
  overheadOf(`against SQL by hand: ${released[0]?.asked.name}`, 1.5, batchesOf(released)),
];

const batchesOf = ([one, other]: readonly Measured[]) =>
  [one?.batches ?? [], other?.batches ?? []] as const;

/** Round by round, so that what else the machine did in a round falls on both. */
function ratioOf(one: readonly Batch[], other: readonly Batch[]): Ratio {
  const of = (measure: (batch: Batch) => number) =>
    median(
      one.flatMap((batch, round) => {
        const against = other[round];
        return against ? measure(batch) / measure(against) : [];
      }),
    );
  return {
    p50: of(({ p50 }) => p50),
    cpu: of(({ serverCpu, postgresCpu }) => serverCpu + postgresCpu),
    serverCpu: of(({ serverCpu }) => serverCpu),
  };
}
