import { badInput } from '@sufficiency/shared/errors.ts';
import type { Operation } from '../../platform/database.ts';
import type { FigureDetail } from './comparison.queries.ts';

/**
 * What one request may ask for in all its comparisons together. More would fill the memory and keep everybody else
 * waiting for seconds. Unit: figures.
 */
const most: Readonly<Record<FigureDetail, number>> = {
  columns: 1_000_000,
  cells: 100_000,
  details: 100_000,
};

const counted = new WeakMap<Operation, number>();

/** @throws DomainError BAD_USER_INPUT the request now asks for more figures than one answer may hold. */
export function requireFewer(operation: Operation, figures: number, detail: FigureDetail): void {
  const total = (counted.get(operation) ?? 0) + figures;
  counted.set(operation, total);
  if (total <= most[detail]) return;
  throw badInput(
    `A request may ask for ${most[detail].toLocaleString('en-GB')} figures at most. ` +
      'Ask for fewer indicators, authorities or periods at a time, or for columns.',
  );
}
