import type { ChartWords } from '../../components/charts/chart-download.ts';
import type { DotReference, DotRow } from '../../components/charts/dot-plot-types.ts';
import { isNotShared } from '../indicators/comparability.ts';
import { writtenMonth } from '../returns/return-months.ts';
import { counted } from '../returns/return-words.ts';
import type { Release, ReleaseCell, ReleaseRow, ReleaseTable } from './release-queries.ts';
import { isTotal, rowLabel, subjectName, whyOf } from './release-tables.ts';

/** A figure of a release in one picture: an authority’s dot, or why there is none. */
export const dotRows = (row: ReleaseRow, chosen: string | null): readonly DotRow[] =>
  row.cells
    .filter(({ code }) => code !== null)
    .map((cell) => ({
      id: subjectName(cell),
      name: cell.subject,
      kind: cell.code === chosen ? 'chosen' : 'other',
      value: cell.value,
      text: dotText(cell),
      extras: [],
    }));

/** A figure as it stands beside its dot, or its symbol and what that means. */
function dotText(cell: ReleaseCell): string {
  const { symbol, text } = cell;
  if (symbol === null) return text;
  if (symbol === 'c') return 'c: kept back';
  return isNotShared(whyOf(cell)) ? `${text}: not shared` : text;
}

/** The consortium’s own figure as a line, where it is of a kind with the authorities’: no sum of them. */
export function dotReferences(row: ReleaseRow): readonly DotReference[] {
  const whole = row.cells.find(({ code }) => code === null);
  if (!whole || whole.value === null || !/%$|^£/.test(whole.text)) return [];
  return [{ id: 'consortium', name: whole.subject, value: whole.value, dash: '6 4' }];
}

/** What the picture says in one sentence: between what its figures lie, and what is missing. */
export function pictureSentence(row: ReleaseRow): string {
  const own = row.cells.filter(({ code }) => code !== null);
  const shown = own.filter(({ value }) => value !== null);
  const keptBack = own.filter(({ symbol }) => symbol === 'c').length;
  const missing = own.length - shown.length - keptBack;
  const gaps = [
    keptBack > 0 ? `${counted(keptBack, 'figure')} kept back` : null,
    missing > 0 ? `${counted(missing, 'figure')} not there or not shared with you` : null,
  ].filter((part) => part !== null);
  return `${rangeSentence(shown)}${gaps.length === 0 ? '.' : `; ${gaps.join(', ')}.`}`;
}

function rangeSentence(shown: readonly ReleaseCell[]): string {
  const ordered = shown.toSorted((one, other) => (one.value ?? 0) - (other.value ?? 0));
  const [least, most] = [ordered[0], ordered.at(-1)];
  if (!least || !most) return 'No authority has a figure here';
  if (ordered.length === 1) return `One authority has a figure: ${least.text}`;
  const spread = least.text === most.text ? `all ${least.text}` : `${least.text} to ${most.text}`;
  return `Figures of ${ordered.length} authorities: ${spread}`;
}

/** Title, statistic, area and source, enough for the picture to stand alone. */
export function pictureWords(release: Release, table: ReleaseTable, row: ReleaseRow): ChartWords {
  const { consortium, period, version, synthetic } = release;
  const what = titleOf(table, row);
  return {
    title: `${what}, ${writtenMonth(period)}`,
    subtitle: [
      `${capitalised(row.unit)}. `,
      `Authorities of ${consortium.name}, released figures`,
      synthetic ? '. Synthetic figures, made up for a demonstration.' : '',
    ].join(''),
    source: `Source: released figures of ${consortium.name}, version ${version} (${release.key})`,
  };
}

/** A total is its table’s; a row of a table without a unit is an indicator, which names itself. */
function titleOf(table: ReleaseTable, row: ReleaseRow): string {
  if (isTotal(row)) return table.title;
  const label = rowLabel(row, table);
  return table.unit === '' ? label : `${table.title}: ${label}`;
}

const capitalised = (text: string) =>
  text.startsWith('GBP') ? text : text.charAt(0).toUpperCase() + text.slice(1);

/** Writes numbers on an axis as the figures of a row are written: 45%, £1,310, 120. */
export function axisFormat(row: ReleaseRow): (value: number) => string {
  const example = row.cells.find(({ symbol }) => symbol === null)?.text ?? '';
  const [, before = '', after = ''] = /^(\D*)[\d,.]+(\D*)$/.exec(example) ?? [];
  return (value) => `${before}${axisNumber.format(value)}${after}`;
}

const axisNumber = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
