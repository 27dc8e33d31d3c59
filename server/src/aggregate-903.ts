import { existsSync, openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { formatOf } from '@sufficiency/shared/returns/formats.ts';
import type { Aggregate } from '@sufficiency/shared/returns/sources/ssda903/aggregate.ts';
import { aggregateSsda903 } from '@sufficiency/shared/returns/sources/ssda903/aggregate.ts';
import type { ReturnContents } from '@sufficiency/shared/returns/table.ts';
import { returnWorkbook, tableCsv } from '@sufficiency/shared/returns/writing/return-files.ts';
import { createProgress } from './platform/progress.ts';

const usage = `Counts SSDA903 header, episodes and UASC files into the tables of a placements return. Nothing is sent.

  pnpm aggregate-903 <files…> --authority E06000015 --month 2026-09 [--out september.xlsx]

With --out september.xlsx the tables become a workbook that can be sent as a return; with --out september.csv a file each:
september-children-by-age.csv and so on. Without --out they are printed.`;

const number = new Intl.NumberFormat('en-GB');

interface Command {
  readonly files: readonly string[];
  readonly authority: string;
  readonly month: string;
  readonly out: string | null;
}

/**
 * What the command line asks for.
 *
 * @throws Error it is not understood; the message says how to write it.
 */
function readCommand(): Command {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      authority: { type: 'string' },
      month: { type: 'string' },
      out: { type: 'string' },
    },
  });
  const { authority = '', month = '', out = null } = values;
  if (positionals.length === 0) throw new Error(usage);
  if (!/^E\d{8}$/.test(authority)) {
    throw new Error('--authority must be the GSS code of an authority, for example E06000015.');
  }
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
    throw new Error('--month must be a month, for example 2026-09.');
  }
  return { files: positionals, authority, month, out };
}

/** What became of the files, and what may be wrong with them: by row, never by child. */
function tell({ files, problems, children }: Aggregate, names: readonly string[]): void {
  for (const [index, { kind, rows }] of files.entries()) {
    const what =
      kind === null
        ? 'not a header, episodes or UASC file: not read'
        : `${kind}, ${number.format(rows)} rows`;
    console.error(`${names[index]}: ${what}`);
  }
  for (const { severity, rule, message, mend, file, count, rows } of problems) {
    const where = rows.slice(0, 12).join(', ') + (count > 12 ? ' …' : '');
    console.error(
      `${severity} ${rule}, ${number.format(count)} rows of ${names[file]} (${where}): ${message} ${mend}`,
    );
  }
  console.error(
    `${number.format(children)} children were looked after on the last day of the month.`,
  );
}

/** Writes the tables: as a workbook, as a CSV file each, or on the screen. */
async function write(tables: ReturnContents, out: string | null): Promise<void> {
  const format = formatOf('placements');
  if (out?.endsWith('.xlsx')) {
    await writeFile(out, await returnWorkbook(format, tables));
    return;
  }
  for (const table of format.tables.filter(({ name }) => tables.has(name))) {
    const text = tableCsv(table, tables.get(table.name) ?? []);
    if (out === null) console.log(`${table.title}\n${text.slice(1)}`);
    else await writeFile(`${out.replace(/\.csv$/i, '')}-${table.name}.csv`, text);
  }
}

async function aggregate(): Promise<void> {
  const { files, authority, month, out } = readCommand();
  const missing = files.find((path) => !existsSync(path));
  if (missing !== undefined) throw new Error(`There is no file “${missing}”.`);
  const blobs = await Promise.all(files.map((path) => openAsBlob(path)));
  const counted = await createProgress(process.stderr).stage('Reading', (report) =>
    aggregateSsda903(blobs, { authority, period: month }, report),
  );
  tell(
    counted,
    files.map((path) => basename(path)),
  );

  await write(counted.tables, out);
  if (counted.problems.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}

try {
  await aggregate();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
