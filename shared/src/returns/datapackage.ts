import { dataSymbols, symbolMeaning } from '../indicators/symbols.ts';
import { totalCode } from './code-lists/code-list.ts';
import type { ColumnKind, ReturnColumn } from './column.ts';
import { isMeasure } from './column.ts';
import { namePatterns } from './name-texts.ts';
import type { ReturnFormat, ReturnTable } from './table.ts';
import { formatName } from './table.ts';

/** A value with the words for it. */
interface Labelled {
  readonly value: string;
  readonly label: string;
}

/** A column in the words of Table Schema 2.0. */
export interface TableSchemaField {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly example: string;
  readonly type: 'string' | 'integer' | 'number' | 'date' | 'yearmonth';
  /** As plain texts, which both versions of the standard know. */
  readonly missingValues: readonly string[];
  readonly categories?: readonly Labelled[];
  readonly constraints: {
    readonly required?: true;
    readonly enum?: readonly string[];
    readonly pattern?: string;
    readonly minimum?: number;
    readonly maxLength?: number;
  };
  /** Not of the standard: what the number counts or is paid in. */
  readonly unit?: string;
}

/** A table in the words of Table Schema 2.0. */
export interface TableSchema {
  readonly $schema: string;
  readonly fields: readonly TableSchemaField[];
  /** For tools of the first version of the standard, which do not know those of a field. */
  readonly missingValues: readonly string[];
  readonly primaryKey?: readonly string[];
  readonly uniqueKeys?: readonly (readonly string[])[];
}

/** A table of a package, with the file it is in. */
export interface TableResource {
  readonly name: string;
  readonly path: string;
  readonly type: 'table';
  readonly title: string;
  readonly description: string;
  readonly format: 'csv';
  readonly mediatype: 'text/csv';
  readonly encoding: 'utf-8';
  readonly schema: TableSchema;
}

/** A descriptor in the words of Data Package 2.0. */
export interface DataPackage {
  readonly $schema: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly version: string;
  readonly resources: readonly TableResource[];
}

const profile = (name: string) => `https://datapackage.org/profiles/2.0/${name}.json`;

const symbolsInWords = dataSymbols
  .map((symbol) => `${symbol} (${symbolMeaning[symbol]})`)
  .join(', ');

/** Every table of some formats as one Frictionless Data Package. */
export const dataPackage = (formats: readonly ReturnFormat[]): DataPackage => ({
  $schema: profile('datapackage'),
  name: 'sufficiency-exchange-returns',
  title: 'Returns to the Sufficiency Exchange',
  description: `What authorities send each month about homes for children in care, one CSV file for each table. A cell without a number holds a letter: ${symbolsInWords}. A blank cell is a mistake.`,
  version: [
    ...new Set(formats.map(({ collectionYear, version }) => `${collectionYear}.${version}`)),
  ].join('+'),
  resources: formats.flatMap((format) =>
    format.tables.map(
      (table): TableResource => ({
        name: `${format.dataset}-${table.name}`,
        path: `${format.dataset}-${table.name}.csv`,
        type: 'table',
        title: table.title,
        description: `${table.description} Format: ${formatName(format)}.`,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        schema: tableSchema(table),
      }),
    ),
  ),
});

/** One table as a Frictionless Table Schema. */
export function tableSchema(table: ReturnTable): TableSchema {
  const mayBeBlank = table.columns.some(
    ({ name, optional }) => optional && table.key.includes(name),
  );
  return {
    $schema: profile('tableschema'),
    fields: table.columns.map(field),
    missingValues: ['', ...dataSymbols],
    // A primary key of the standard takes no blank cell.
    ...(mayBeBlank ? { uniqueKeys: [table.key] } : { primaryKey: table.key }),
  };
}

const types: Readonly<Record<ColumnKind, TableSchemaField['type']>> = {
  authority: 'string',
  period: 'yearmonth',
  code: 'string',
  count: 'integer',
  money: 'number',
  day: 'date',
  urn: 'string',
  reference: 'string',
  text: 'string',
};

const field = (column: ReturnColumn): TableSchemaField => ({
  name: column.name,
  title: column.title,
  description: column.description,
  example: column.example,
  type: types[column.kind],
  // In the standard a required cell is never a missing value, so symbols are missing values and blanks of numbers none.
  missingValues: isMeasure(column) ? dataSymbols : [''],
  ...(column.codes ? { categories: categoriesOf(column) } : {}),
  constraints: {
    ...(column.optional || isMeasure(column) ? {} : { required: true }),
    ...kindConstraints(column),
  },
  ...(column.unit ? { unit: column.unit } : {}),
});

const categoriesOf = ({ codes, total }: ReturnColumn): Labelled[] => [
  ...(codes?.codes ?? []).map(({ code, label }) => ({ value: code, label })),
  ...(total ? [{ value: totalCode, label: 'All of them together' }] : []),
];

function kindConstraints(column: ReturnColumn): TableSchemaField['constraints'] {
  switch (column.kind) {
    case 'code':
      return { enum: categoriesOf(column).map(({ value }) => value) };
    case 'count':
    case 'money':
      return { minimum: 0 };
    case 'authority':
    case 'urn':
    case 'reference':
      // Without its anchors: a pattern of the standard is about the whole value.
      return { pattern: namePatterns[column.kind].source.slice(1, -1) };
    case 'text':
      return { maxLength: 200 };
    default:
      return {};
  }
}
