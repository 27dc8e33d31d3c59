import { exampleReference } from '@sufficiency/shared/fostering/enquiry-file.ts';
import { readDay } from '@sufficiency/shared/returns/day-texts.ts';
import { z } from 'zod';
import { readCsvLines } from '../../platform/csv-reader.ts';

/** What is wrong with a file of households. */
export interface HouseholdFileProblem {
  readonly file: string;
  /** As Excel counts rows: the first below the header is 2. Null where the whole file is meant. */
  readonly row: number | null;
  readonly column: string | null;
  /** The end of the sentence “*column* …”, or a sentence. */
  readonly message: string;
}

/** However councils, and what they calculate with, write it. */
const day = z.string().transform((written, context) => {
  const reading = readDay(written);
  if ('text' in reading) return reading.text;
  context.addIssue({ code: 'custom', message: reading.problem });
  return z.NEVER;
});
const whole = z
  .string()
  .regex(/^\d{1,3}$/, 'must be a whole number')
  .transform(Number);
const text = z.string().min(1, 'must not be empty');
const optional = <Value>(schema: z.ZodType<Value, string>) =>
  z
    .string()
    .transform((written) => (written === '' ? null : written))
    .pipe(schema.nullable());

const householdRow = z.strictObject({
  reference: text,
  household_type: text,
  approved_on: day,
  places: whole,
  carers: whole,
  youngest_carer: text,
  ethnicity: text,
  area: text,
  deregistered_on: optional(day),
  deregistration_reason: optional(text),
});

const placesRow = z.strictObject({
  reference: text,
  from_on: day,
  filled: whole,
  vacant: whole,
  unavailable: whole,
  unavailable_reason: optional(text),
});

export type HouseholdFileRow = z.output<typeof householdRow> & Place;
export type PlacesFileRow = z.output<typeof placesRow> & Place;

/** Where a row stands. */
interface Place {
  readonly file: string;
  readonly row: number;
}

/** Columns of a file of households, and of a file of how places are used, in any order. */
export const householdColumns: readonly string[] = Object.keys(householdRow.shape);
export const placesColumns: readonly string[] = Object.keys(placesRow.shape);

/** Files to fill in: each a header, and an example row that is left out when it is read. */
export const householdTemplates = {
  households: [
    householdColumns,
    [exampleReference, 'MAINSTREAM', '2026-03-31', '2', '2', '45-54', 'NK', 'INSIDE', '', ''],
  ],
  places: [placesColumns, [exampleReference, '2026-03-31', '1', '0', '1', 'HOUSING']],
} as const;

export type HouseholdTemplate = keyof typeof householdTemplates;

/** Rows of files, and every problem found in them. */
export interface HouseholdFiles {
  readonly households: readonly HouseholdFileRow[];
  readonly places: readonly PlacesFileRow[];
  readonly problems: readonly HouseholdFileProblem[];
}

/** As many rows of a file are read. */
const mostRows = 10_000;

/** Reads one file of households or of how their places are used: its header says which. */
export function readHouseholdFile(file: string, csv: string): HouseholdFiles {
  const { rows: lines, issues } = readCsvLines(csv);
  const [header = [], ...body] = lines;
  const whole = (message: string): HouseholdFiles => ({
    households: [],
    places: [],
    problems: [{ file, row: null, column: null, message }],
  });
  if (issues[0]) return whole(`The file is no CSV: ${issues[0].message}`);
  const isPlaces = header.includes('from_on');
  const columns = isPlaces ? placesColumns : householdColumns;
  const missing = columns.filter((column) => !header.includes(column));
  const unknown = header.filter((column) => !columns.includes(column));
  if (missing.length > 0 || unknown.length > 0 || header.length !== columns.length) {
    return whole(headerProblem(columns, { missing, unknown }));
  }
  if (body.length === 0 || body.length > mostRows) {
    return whole(`The file has ${body.length} rows: send 1 to ${mostRows}.`);
  }
  const records = body.map((cells, index) => ({
    place: { file, row: index + 2 },
    record: Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ''])),
  }));
  return isPlaces
    ? { households: [], ...named('places', checked(placesRow, records)) }
    : { places: [], ...named('households', checked(householdRow, records)) };
}

function headerProblem(
  columns: readonly string[],
  { missing, unknown }: { missing: readonly string[]; unknown: readonly string[] },
): string {
  const parts = [
    ...(missing.length > 0 ? [`there is no column ${missing.join(', ')}`] : []),
    ...(unknown.length > 0
      ? [
          `${unknown
            .slice(0, 5)
            .map((name) => name.slice(0, 40))
            .join(', ')} is none`,
        ]
      : []),
  ];
  const wrong = parts.length > 0 ? parts.join(', and ') : 'a column is there twice';
  return `The columns must be ${columns.join(', ')}: ${wrong}.`;
}

interface Read<Row> {
  readonly rows: readonly (Row & Place)[];
  readonly problems: readonly HouseholdFileProblem[];
}

function checked<Row extends object>(
  schema: z.ZodType<Row>,
  records: readonly { readonly place: Place; readonly record: Readonly<Record<string, string>> }[],
): Read<Row> {
  const rows: (Row & Place)[] = [];
  const problems: HouseholdFileProblem[] = [];
  for (const { place, record } of records) {
    if (record['reference'] === exampleReference) continue;
    const { data, error } = schema.safeParse(record);
    if (data) rows.push({ ...data, ...place });
    for (const { path, message } of error?.issues ?? []) {
      problems.push({ ...place, column: path.join('.'), message });
    }
  }
  return { rows, problems };
}

const named = <Name extends string, Row>(name: Name, { rows, problems }: Read<Row>) =>
  ({ [name]: rows, problems }) as Readonly<Record<Name, readonly (Row & Place)[]>> & {
    readonly problems: readonly HouseholdFileProblem[];
  };
