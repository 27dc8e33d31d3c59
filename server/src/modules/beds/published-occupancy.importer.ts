import type { PrintedHomes } from '@sufficiency/shared/beds/published-occupancy.ts';
import { occupiedFrom } from '@sufficiency/shared/beds/published-occupancy.ts';
import { z } from 'zod';
import { readCsvRows } from '../../platform/csv-reader.ts';

const count = z.string().regex(/^\d+$/).transform(Number);
/** A count, or words where there is none: “Variable”. */
const countOrWords = z.string().transform((cell) => (/^\d+$/.test(cell) ? Number(cell) : null));

const norfolkRow = z.object({
  home: z.string(),
  location: z.string(),
  type_of_home: z.string(),
  length_of_stay: z.string(),
  maximum_occupancy: count,
  current_occupancy: countOrWords,
  stated_percent: z.string(),
});

/** Norfolk’s table of homes, a row each; its total, which leaves homes out, is not a row. */
export const readNorfolkHomes = (csv: string): readonly PrintedHomes[] =>
  required(readCsvRows(csv, norfolkRow))
    .filter(({ home }) => home !== 'TOTAL')
    .map((row) => ({
      name: `${row.home}, ${row.location}`,
      kind: `${row.type_of_home}; ${row.length_of_stay}`,
      homes: 1,
      places: row.maximum_occupancy,
      occupied: row.current_occupancy,
      printed: /\d/.test(row.stated_percent) ? row.stated_percent : null,
    }));

const northamptonshireRow = z.object({
  service: z.string(),
  operator: z.string(),
  homes: count,
  places: count,
  occupancy_percent: z.string(),
});

/** Northamptonshire’s table of kinds of homes: it prints a percentage of each, and how many were occupied follows from it. */
export const readNorthamptonshireHomes = (csv: string): readonly PrintedHomes[] =>
  required(readCsvRows(csv, northamptonshireRow)).map((row) => {
    const percent = /^(\d+)%$/.exec(row.occupancy_percent)?.[1];
    return {
      name: row.service,
      kind: row.operator,
      homes: row.homes,
      places: row.places,
      occupied: percent === undefined ? null : occupiedFrom(Number(percent), row.places),
      printed: row.occupancy_percent || null,
    };
  });

/** @throws Error a row is not as the paper has it. */
function required<Row>({
  rows,
  issues,
}: {
  readonly rows: readonly Row[];
  readonly issues: readonly { readonly row: number; readonly message: string }[];
}): readonly Row[] {
  const [first] = issues;
  if (first) throw new Error(`Row ${first.row} of a published table: ${first.message}`);
  return rows;
}
