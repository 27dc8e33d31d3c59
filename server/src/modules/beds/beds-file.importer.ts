import { bedsColumns } from '@sufficiency/shared/beds/beds-file.ts';
import { placeStates } from '@sufficiency/shared/beds/places.ts';
import { z } from 'zod';
import { readCsvLines } from '../../platform/csv-reader.ts';

/** What is wrong with a file of homes' places. */
export interface BedsFileProblem {
  /** As Excel counts rows: the first below the header is 2. Null where the whole file is meant. */
  readonly row: number | null;
  readonly column: string | null;
  /** The end of the sentence “*column* …”, or a sentence. */
  readonly message: string;
}

const blank = z.literal('').transform(() => null);

const bedsRow = z.strictObject({
  urn: z.string().regex(/^(SC\d{6}|\d{7})$/, 'must be a URN, for example SC123456'),
  state: z.enum(placeStates, { error: `must be one of ${placeStates.join(', ')}` }),
  places: z
    .string()
    .regex(/^\d{1,3}$/, { error: 'must be a whole number from 1 to 300', abort: true })
    .transform(Number)
    .refine((places) => places >= 1 && places <= 300, 'must be a whole number from 1 to 300'),
  reason: z.union([blank, z.string()]),
  reserved_until: z.union([
    blank,
    z.iso.date({ error: 'must be a day that there is, written 2026-03-31' }),
  ]),
});

/** A row, and where it stands. */
export type BedsFileRow = z.output<typeof bedsRow> & { readonly row: number };

export interface BedsFile {
  readonly rows: readonly BedsFileRow[];
  readonly problems: readonly BedsFileProblem[];
}

/** As many rows are read. */
const mostRows = 5_000;

/** Reads a file of homes' places and every problem in it, so that it is put right in one pass. */
export function readBedsFile(csv: string): BedsFile {
  const { rows: lines, issues } = readCsvLines(csv);
  const [header = [], ...body] = lines;
  const whole = (message: string): BedsFile => ({
    rows: [],
    problems: [{ row: null, column: null, message }],
  });
  if (issues[0]) return whole(`The file is no CSV: ${issues[0].message}`);
  if ([...header].sort().join() !== [...bedsColumns].sort().join()) {
    return whole(`The columns must be ${bedsColumns.join(', ')}, each once, and no other.`);
  }
  if (body.length === 0 || body.length > mostRows) {
    return whole(`The file has ${body.length} rows: send 1 to ${mostRows}.`);
  }
  const rows: BedsFileRow[] = [];
  const problems: BedsFileProblem[] = [];
  for (const [nth, cells] of body.entries()) {
    const row = nth + 2;
    const record = Object.fromEntries(header.map((column, at) => [column, cells[at] ?? '']));
    const { data, error } = bedsRow.safeParse(record);
    if (data) rows.push({ ...data, row });
    for (const { path, message } of error?.issues ?? []) {
      problems.push({ row, column: path.join('.'), message });
    }
  }
  return { rows, problems };
}
