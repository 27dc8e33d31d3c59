import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { formatOf } from '@sufficiency/shared/returns/formats.ts';
import type { ReturnContents, ReturnRow, ReturnTable } from '@sufficiency/shared/returns/table.ts';
import { makeBeds } from './demonstration-beds.ts';
import type { Profile } from './demonstration-calibration.ts';
import { makeCosts } from './demonstration-costs.ts';
import { makeDemand } from './demonstration-demand.ts';
import { makeFostering } from './demonstration-fostering.ts';
import type { Cells, MadeTables, ReturnMonth } from './demonstration-month.ts';
import { makePlacements } from './demonstration-placements.ts';
import type { PlannedReturn } from './demonstration-plan.ts';
import { makeProviders } from './demonstration-providers.ts';

const makers: Readonly<Record<Dataset, (of: ReturnMonth) => MadeTables>> = {
  placements: makePlacements,
  costs: makeCosts,
  providers: makeProviders,
  fostering: makeFostering,
  beds: makeBeds,
  demand: makeDemand,
};

/** How many months old the divisions of a mistaken version are. */
const outdatedBy = 6;

/**
 * An invented return: the same for the same authority, dataset, month and version, on whatever day it is made.
 *
 * Its numbers add up as those of a careful authority do: every breakdown to its total, every table of one dataset to the
 * same children or requests, and every month's stock to the last one's with those who came and without those who left.
 */
export function makeReturn(
  profile: Profile,
  { dataset, period, month, mistaken }: PlannedReturn,
): ReturnContents {
  const shape = mistaken ? month - outdatedBy : month;
  const made = makers[dataset]({ profile, period, month, shape });
  return new Map(
    formatOf(dataset).tables.map((table) => [
      table.name,
      (made[table.name] ?? []).map((cells, index) =>
        rowOf(table, { authority_code: profile.code, period, ...cells }, index),
      ),
    ]),
  );
}

const rowOf = ({ columns }: ReturnTable, cells: Cells, index: number): ReturnRow => ({
  // As a person counts them in a file with a header.
  row: index + 2,
  cells: columns.map(({ name }) => String(cells[name] ?? '')),
});
