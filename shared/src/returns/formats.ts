import type { Dataset } from '../indicators/indicator.ts';
import { bedsFormat } from './beds-tables.ts';
import { costsFormat } from './costs-tables.ts';
import { demandFormat } from './demand-tables.ts';
import { fosteringFormat } from './fostering-tables.ts';
import { placementsFormat } from './placements-tables.ts';
import { providersFormat } from './providers-tables.ts';
import type { ReturnFormat } from './table.ts';

const byDataset: Readonly<Record<Dataset, ReturnFormat>> = {
  placements: placementsFormat,
  costs: costsFormat,
  providers: providersFormat,
  fostering: fosteringFormat,
  beds: bedsFormat,
  demand: demandFormat,
};

/** Every return format in force, in the order of the datasets. */
export const returnFormats: readonly ReturnFormat[] = Object.values(byDataset);

/** The format in force of a dataset. */
export const formatOf = (dataset: Dataset): ReturnFormat => byDataset[dataset];
