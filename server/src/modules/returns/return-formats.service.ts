import { returnFormats } from '@sufficiency/shared/returns/formats.ts';
import type { ReturnFormat } from '@sufficiency/shared/returns/table.ts';
import { checkedDataset } from './return-input.ts';

/** Return formats in force, of one dataset or of all. @throws DomainError BAD_USER_INPUT no such dataset. */
export function listFormats(dataset: string | null | undefined): readonly ReturnFormat[] {
  if (dataset == null) return returnFormats;
  const wanted = checkedDataset(dataset);
  return returnFormats.filter((format) => format.dataset === wanted);
}
