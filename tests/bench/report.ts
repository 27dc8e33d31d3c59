import type { AgainstResult } from './against.ts';
import type { CaseResult, Cost, OverheadResult, Ratio } from './results.ts';
import type { ScriptSizes } from './script-size.ts';
import { searchTable } from './search-report.ts';
import { met, table, times } from './table.ts';

export interface Report {
  readonly measuredAt: string;
  readonly quick: boolean;
  readonly machine: {
    readonly cores: number;
    readonly node: string;
    readonly load: readonly number[];
  };
  readonly set: {
    readonly observations: number;
    /** Figures that returns say. */
    readonly filed: number;
    readonly indicators: number;
    readonly months: number;
  };
  readonly rounds: number;
  readonly cases: readonly CaseResult[];
  readonly overheads: readonly OverheadResult[];
  readonly searches: readonly AgainstResult[];
  /** Resident memory after the run. Unit: bytes. */
  readonly memory: Readonly<Record<string, number>>;
  readonly scripts: ScriptSizes | null;
  /** Why PostGraphile was not measured; null where it was. */
  readonly withoutPostgraphile: string | null;
}

const goals = { memory: 300 * 1024 ** 2, first: 130 * 1024, charts: 200 * 1024 };

/** The whole report as Markdown. */
export function print(report: Report): string {
  const { set, rounds, machine, quick } = report;
  return [
    `${set.observations.toLocaleString('en-GB')} observations (${set.indicators} indicators × ${set.months} months), ` +
      `${rounds} interleaved rounds${quick ? ', quick' : ''}; Node ${machine.node}, ${machine.cores} cores, ` +
      `load ${machine.load.map((load) => load.toFixed(1)).join(' ')}.`,
    ratioTable(report.cases),
    costTable(report.cases),
    overheadTable(report),
    searchTable(report.searches),
    sizeTable(report),
    report.withoutPostgraphile ?? postgraphileTable(report.cases),
  ].join('\n\n');
}

const nameOf = ({ name, shape }: CaseResult) => `${name}, ${shape}`;

const both = ({ p50, cpu }: Ratio) => [times(p50), times(cpu)];

const ratioTable = (cases: readonly CaseResult[]) =>
  `Server ÷ plain SQL that answers the figures as cells; beside it, ÷ plain SQL that answers the very same JSON:\n\n${table(
    ['case', 'p50', 'CPU', 'goal', '', 'same JSON: p50', 'same JSON: CPU'],
    cases.map((one) => [
      nameOf(one),
      ...both(one.toPlain),
      `≤ ${one.goal.toFixed(1)}`,
      met(Math.max(one.toPlain.p50, one.toPlain.cpu), one.goal),
      ...both(one.toSameJson),
    ]),
  )}`;

const milliseconds = (cost: Cost | undefined) =>
  cost
    ? [cost.p50, cost.serverCpu, cost.postgresCpu].map((time) => time.toFixed(2)).join(' / ')
    : '–';

const costTable = (cases: readonly CaseResult[]) =>
  `Milliseconds for a request (p50 / CPU of the server / CPU of PostgreSQL):\n\n${table(
    ['case', 'server', 'plain SQL', 'PostGraphile'],
    cases.map((one) => [
      nameOf(one),
      milliseconds(one.costs['exchange']),
      milliseconds(one.costs['plain']),
      milliseconds(one.costs['postgraphile']),
    ]),
  )}`;

const overheadTable = ({ overheads, set }: Report) =>
  `What can be left out only here, with it ÷ without it, over ${set.filed.toLocaleString('en-GB')} figures that returns say (p50 in milliseconds):\n\n${table(
    ['what', 'with', 'without', 'p50', 'CPU', 'goal', ''],
    overheads.map(({ name, ratio, goal, with: held, without }) => [
      name,
      held.toFixed(2),
      without.toFixed(2),
      ...both(ratio),
      `≤ ${goal.toFixed(1)}`,
      met(Math.max(ratio.p50, ratio.cpu), goal),
    ]),
  )}`;

const postgraphileTable = (cases: readonly CaseResult[]) =>
  `PostGraphile ÷ server (2.00: the server needs half; PostGraphile ranks, names and formats nothing):\n\n${table(
    ['case', 'p50', 'CPU', 'CPU of the server process'],
    cases.flatMap((one) =>
      one.postgraphileToExchange
        ? [
            [
              nameOf(one),
              ...both(one.postgraphileToExchange),
              times(one.postgraphileToExchange.serverCpu),
            ],
          ]
        : [],
    ),
  )}`;

const sized = (what: string, bytes: number, goal: number) => [
  what,
  kib(bytes),
  `≤ ${kib(goal)}`,
  met(bytes, goal),
];
const kib = (bytes: number) =>
  bytes >= 1024 ** 2 ? `${Math.round(bytes / 1024 ** 2)} MiB` : `${(bytes / 1024).toFixed(1)} KiB`;

function sizeTable({ cases, memory, scripts }: Report): string {
  const answers = cases.flatMap((one) =>
    one.largest === null
      ? []
      : [sized(`answer, ${nameOf(one)}`, one.costs['exchange']?.bytes ?? 0, one.largest)],
  );
  const client = scripts
    ? [
        sized('JavaScript of the first page, gzipped', scripts.first, goals.first),
        sized('JavaScript of the page with charts, gzipped', scripts.charts, goals.charts),
      ]
    : [['JavaScript of the client', 'not built: pnpm build', '', '']];
  return `Sizes:\n\n${table(
    ['what', 'size', 'goal', ''],
    [
      ...answers,
      sized('resident memory of the server after the run', memory['exchange'] ?? 0, goals.memory),
      ...client,
    ],
  )}`;
}
