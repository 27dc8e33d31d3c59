import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  enquirySources,
  fosteringStages,
  householdTypes,
} from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';

/** What the generated return is: of whom, of what and for when. */
export const sentPlace = { authority: 'E06000015', dataset: 'fostering', period: '2026-09' };
const sentTable = 'fostering-events';

const columns = [
  'authority_code',
  'period',
  'reference',
  'event',
  'day',
  'household_type',
  'source',
];

const [stages, types, sources] = [fosteringStages, householdTypes, enquirySources].map(
  ({ codes }) => codes.map(({ code }) => code),
);

const chosen = (codes: readonly string[] | undefined, nth: number) =>
  codes?.[nth % codes.length] ?? '';

/** Cells of one row; every row has a key of its own. */
function cellsOf(nth: number): string[] {
  const household = Math.floor(nth / (stages?.length ?? 1));
  const day = String(1 + ((nth * 7) % 30)).padStart(2, '0');
  return [
    sentPlace.authority,
    sentPlace.period,
    `F-${String(household).padStart(7, '0')}`,
    chosen(stages, nth),
    `${sentPlace.period}-${day}`,
    chosen(types, household),
    chosen(sources, household * 3),
  ];
}

/** The same rows twice: as somebody sends them, and as PostgreSQL's COPY takes them into the table they are kept in. */
export interface ReturnFiles {
  /** The first hundred rows. */
  readonly small: string;
  readonly csv: string;
  readonly copy: string;
}

/** Lines written at a time. */
const batch = 10_000;

/** Writes events of recruiting foster carers, which are invented. */
export async function writeReturnFiles(
  folder: string,
  { rows, keys }: { readonly rows: number; readonly keys: readonly [string, string] },
): Promise<ReturnFiles> {
  const files = {
    small: join(folder, 'few-events.csv'),
    csv: join(folder, 'fostering-events.csv'),
    copy: join(folder, 'return_row.copy'),
  };
  const few = Array.from({ length: 100 }, (_, nth) => cellsOf(nth).join(','));
  await writeFile(files.small, `${[columns.join(','), ...few].join('\r\n')}\r\n`);
  // PostgreSQL's own user reads the second.
  const [csv, copy] = await Promise.all([open(files.csv, 'w'), open(files.copy, 'w', 0o644)]);
  await csv.write(`${columns.join(',')}\r\n`);
  for (let from = 0; from < rows; from += batch) {
    const size = Math.min(batch, rows - from);
    const lines = Array.from({ length: size }, (_, index) => cellsOf(from + index));
    await csv.write(lines.map((cells) => `${cells.join(',')}\r\n`).join(''));
    const stored = lines.map((cells, index) =>
      // The first row below the header is 2.
      [...keys, sentTable, from + index + 2, `{${cells.join(',')}}`].join('\t'),
    );
    await copy.write(`${stored.join('\n')}\n`);
  }
  await Promise.all([csv.close(), copy.close()]);
  return files;
}
