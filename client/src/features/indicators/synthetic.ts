import type { ComparedRow } from './comparison-model.ts';

/** Whether any figure of a row is made up: then the whole row says so, wherever it goes. */
export const isSynthetic = ({ cells }: Pick<ComparedRow, 'cells'>): boolean =>
  [...cells.values()].some(({ figure }) => figure.synthetic);

/** The same in a sentence of its own. */
export const syntheticNote = 'Synthetic figures, made up for a demonstration.';
