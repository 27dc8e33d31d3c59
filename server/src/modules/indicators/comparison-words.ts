import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import type { IndicatorRecord } from './indicator-record.ts';

/** Why a reviewer sees no public figure. */
export const releasesOnly =
  'not shared: reviewers read figures from releases, and none with this one has been released to you';

/** Why there is no figure of an indicator that has figures, or not, of the period that was asked for. */
export function notPublished(
  hasPeriods: boolean,
  label: string | null,
  labels: readonly string[],
): string {
  if (hasPeriods) return 'not available: the platform has no figure for this area and period';
  if (label === null) return 'not available: the platform has no figure of this indicator';
  return `not available: this indicator has no period “${label}”${exceptFor(labels)}`;
}

const inWords = new Intl.ListFormat('en-GB');
/** More labels than this are told as a span. */
const mostLabels = 8;

function exceptFor(labels: readonly string[]): string {
  if (labels.length === 0) return '';
  const named =
    labels.length > mostLabels ? `${labels[0]} to ${labels.at(-1)}` : inWords.format(labels);
  return `; it has ${named}`;
}

/** The warning where one authority has a figure and others have none. */
export const onlyOne = ({ collected }: IndicatorRecord): string =>
  collected
    ? 'You see a figure of only one authority, so there is nothing to compare it with.'
    : 'Only one authority has a figure, so there is nothing to compare it with.';

/** The warning that names the authorities without a value. */
export function missingWarning(
  { collected }: IndicatorRecord,
  without: readonly { readonly name: string; readonly figure: number | DataSymbol }[],
): string {
  const meaning = (figure: number | DataSymbol) => {
    if (typeof figure === 'number') return '';
    // Whether there is a figure that is not shared is nobody's to know.
    return collected && figure === 'x'
      ? 'not available, or not shared with you'
      : symbolMeaning[figure].split(':')[0];
  };
  const named = without.map(({ name, figure }) => `${name} (${meaning(figure)})`);
  return `No value, so not ranked: ${named.join(', ')}.`;
}
