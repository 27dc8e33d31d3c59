import { collectedIndicators } from '../indicators/collected-indicators.ts';
import type { CollectedIndicator } from '../indicators/in-year.ts';
import type { Dataset } from '../indicators/indicator.ts';
import { totalCode } from '../returns/code-lists/code-list.ts';
import type { ReturnColumn } from '../returns/column.ts';
import { formatOf } from '../returns/formats.ts';
import type { Addends, Formula } from '../returns/formula.ts';
import type { CountTable } from './count-tables.ts';
import { choicesOf, countTablesOf } from './count-tables.ts';

/** What a released figure is made of. */
export type ReleaseFigure =
  /** A cell of a return's table; `codes` in the order of its characteristics. */
  | {
      readonly kind: 'cell';
      readonly table: string;
      readonly column: string;
      readonly codes: readonly string[];
    }
  /** Cells of a return added up. */
  | { readonly kind: 'sum'; readonly of: Addends }
  /** A percentage worked out from two released counts. Unit: whole percent. */
  | { readonly kind: 'ratio'; readonly of: Addends; readonly over: Addends }
  /** Money: only for the consortium. */
  | { readonly kind: 'money'; readonly formula: Formula };

/** One row of a release: a figure for each authority, and for the consortium. */
export interface ReleaseRow {
  /** The table and codes its cells are stored under; `codes` is empty for an indicator. */
  readonly table: string;
  readonly codes: string;
  /** Key of the indicator whose figures these are; null for a cell of a table. */
  readonly indicator: string | null;
  /** One for each column of its table. */
  readonly labels: readonly string[];
  readonly unit: string;
  readonly figure: ReleaseFigure;
}

/** One table of a release, as a person reads it. */
export interface ReleaseTable {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Of all its figures; null where rows differ. */
  readonly unit: string | null;
  /** What its rows differ by. */
  readonly columns: readonly string[];
  readonly rows: readonly ReleaseRow[];
}

/** The area of a figure of all members together. */
export const consortiumArea = 'consortium';

/** Where fees of lots of frameworks are stored, under the id of the lot: in releases of costs, of all members together. */
export const lotFeesTable = 'lot-fees';

/** Where a release's figures of indicators are read; each is stored under its own key. */
const indicatorsTable = 'indicators';

/** Everything that a release of a dataset contains, indicators first. */
export function releaseTablesOf(dataset: Dataset): readonly ReleaseTable[] {
  const counted = countTablesOf(dataset);
  const indicators = collectedIndicators.filter(({ contract }) => contract.dataset === dataset);
  const shown = new Set([
    ...counted.flatMap(cellKeys),
    ...indicators.map(({ formula }) => (formula.kind === 'sum' ? addendsKey(formula.of) : '')),
  ]);
  return [
    {
      name: indicatorsTable,
      title: 'Indicators',
      description:
        'Counts are rounded or kept back like all others; percentages are worked out from the counts printed here.',
      unit: null,
      columns: ['Indicator'],
      rows: indicators.flatMap((indicator) => [
        rowOfIndicator(indicator),
        ...partsOf(indicator, dataset, shown),
      ]),
    },
    ...counted.map(tableOf),
  ];
}

function tableOf(counted: CountTable): ReleaseTable {
  const { table, characteristics, measures } = counted;
  const units = new Set(measures.map(({ unit }) => unit));
  const several = measures.length > 1;
  return {
    name: table.name,
    title: table.title,
    description: table.description,
    unit: units.size === 1 ? (measures[0]?.unit ?? null) : null,
    columns: [
      ...characteristics.map(({ title }) => title),
      ...(several ? ['What is counted'] : []),
    ],
    rows: choicesOf(characteristics).flatMap((codes) =>
      measures.map((measure) => ({
        table: table.name,
        codes: [
          ...codes.map((code) => (code === totalCode ? 'total' : code)),
          ...(several ? [measure.name] : []),
        ].join('|'),
        indicator: null,
        labels: [
          ...codes.map((code, at) => labelOf(code, characteristics[at])),
          ...(several ? [measure.title] : []),
        ],
        unit: measure.unit ?? '',
        figure: { kind: 'cell', table: table.name, column: measure.name, codes },
      })),
    ),
  };
}

const labelOf = (code: string, column: ReturnColumn | undefined) =>
  code === totalCode
    ? 'Total'
    : (column?.codes?.codes.find((one) => one.code === code)?.label ?? code);

const rowOfIndicator = ({ contract, formula }: CollectedIndicator): ReleaseRow => ({
  table: contract.key,
  codes: '',
  indicator: contract.key,
  labels: [contract.title],
  unit: contract.unit,
  figure: figureOf({ contract, formula }),
});

function figureOf({ contract, formula }: CollectedIndicator): ReleaseFigure {
  if (contract.unit.startsWith('GBP')) return { kind: 'money', formula };
  return formula.kind === 'sum'
    ? { kind: 'sum', of: formula.of }
    : { kind: 'ratio', of: formula.of, over: formula.over };
}

/** The counts a percentage is worked out from, where no other row shows them: readers are to find its parts. */
function partsOf(
  { contract, formula }: CollectedIndicator,
  dataset: Dataset,
  shown: Set<string>,
): ReleaseRow[] {
  if (formula.kind === 'sum' || contract.unit.startsWith('GBP')) return [];
  const parts = [
    { codes: 'numerator', of: formula.of, label: contract.numeratorText ?? 'Numerator' },
    { codes: 'denominator', of: formula.over, label: contract.denominatorText ?? 'Denominator' },
  ];
  return parts
    .filter(({ of }) => !shown.has(addendsKey(of)) && shown.add(addendsKey(of)))
    .map(({ codes, of, label }) => ({
      table: contract.key,
      codes,
      indicator: null,
      labels: [label],
      unit: unitOf(dataset, of),
      figure: { kind: 'sum', of },
    }));
}

const unitOf = (dataset: Dataset, { table, columns }: Addends) =>
  formatOf(dataset)
    .tables.find(({ name }) => name === table)
    ?.columns.find(({ name }) => name === columns[0])?.unit ?? '';

/** The same for sums of the same cells, however they are asked for. */
const addendsKey = ({ table, columns, where = {} }: Addends) =>
  JSON.stringify([
    table,
    columns.toSorted(),
    Object.entries(where)
      .map(([name, codes]) => `${name} ${codes.toSorted()}`)
      .toSorted(),
  ]);

const cellKeys = ({ table, characteristics, measures }: CountTable): string[] =>
  choicesOf(characteristics).flatMap((codes) => {
    const where = Object.fromEntries(
      characteristics.flatMap(({ name }, at) => {
        const code = codes[at] ?? totalCode;
        return code === totalCode ? [] : [[name, [code]] as const];
      }),
    );
    return measures.map(({ name }) => addendsKey({ table: table.name, columns: [name], where }));
  });
