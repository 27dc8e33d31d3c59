import { datasetHeading } from '../sharing/sharing-words.ts';
import { writtenMonth } from './return-months.ts';

/** “Fostering of Derby, October 2026”. */
export const returnTitle = (named: {
  readonly dataset: string;
  readonly authority: { readonly name: string };
  /** Label of its month. */
  readonly period: string;
}): string =>
  `${datasetHeading(named.dataset)} of ${named.authority.name}, ${writtenMonth(named.period)}`;
