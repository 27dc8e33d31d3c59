import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import type { Comparison, Figure, ProvenanceOrigin } from '../indicators/comparison.service.ts';
import type { ReferenceSourceRecord } from '../indicators/indicators.service.ts';
import type { SheetCell } from './sheet-file.ts';

/** Columns of every exported comparison: one figure a row, so that it can be filtered and joined. */
export const comparisonColumns = [
  'indicator',
  'title',
  'subject',
  'gss_code',
  'of',
  'period',
  'value',
  'symbol',
  'text',
  'unit',
  'numerator',
  'denominator',
  'rank',
  'direction',
  'status',
  'synthetic',
  'why',
  'source',
  'vintage',
  'formula',
  'comparison',
] as const;

/** One figure a row, in the order of `comparisonColumns`. */
export function comparisonRows(
  comparison: Comparison,
  sources: ReadonlyMap<number, ReferenceSourceRecord>,
  title: string,
): SheetCell[][] {
  return comparison.rows.flatMap(({ indicator, cells }) =>
    cells.map((cell) => [
      indicator.key,
      indicator.title,
      cell.subject,
      cell.code,
      cell.of,
      cell.period,
      ...figureCells(cell.figure),
      cell.rank,
      cell.direction === 'NONE' ? null : cell.direction,
      cell.figure.status,
      cell.figure.synthetic ? 'synthetic' : null,
      cell.figure.why,
      ...originCells(cell.figure.provenance, sources),
      title,
    ]),
  );
}

const figureCells = (figure: Figure): SheetCell[] => [
  figure.value,
  figure.symbol,
  figure.text,
  figure.unit,
  figure.numerator,
  figure.denominator,
];

function originCells(
  { sourceId, fallbackSource, formula, filed }: ProvenanceOrigin,
  sources: ReadonlyMap<number, ReferenceSourceRecord>,
): SheetCell[] {
  const source = sourceId === null ? undefined : sources.get(sourceId);
  return source
    ? [`${source.publisher}: ${source.title}`, source.vintage.toISOString().slice(0, 10), formula]
    : [fallbackSource, filed?.vintage ?? null, formula];
}

/** A title made from what was asked: `Children looked after rate and 2 more: D2N2, 2025`. */
export function comparisonTitle(comparison: Comparison, areas: string): string {
  const [first, ...others] = comparison.rows.map(({ indicator }) => indicator.title);
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  const [start = '', end = ''] = [comparison.periods[0], comparison.periods.at(-1)].map(
    (label) => label && periodInWords(label),
  );
  const span = start === end ? start : `${start} to ${end}`;
  return `${first}${more}: ${areas}, ${span}`;
}

/** The notes that travel with the figures: symbols, licences, cautions. */
export function comparisonNotes(comparison: Comparison, exportedAt: Date): string[] {
  const isSynthetic = comparison.rows.some(({ cells }) =>
    cells.some(({ figure }) => figure.synthetic),
  );
  const licences = new Set(comparison.rows.map(({ indicator }) => indicator.licence));
  return [
    `Exported ${exportedAt.toISOString()}.`,
    ...Object.entries(symbolMeaning).map(([symbol, meaning]) => `${symbol}: ${meaning}.`),
    ...(isSynthetic ? ['Figures marked synthetic are made up for a demonstration.'] : []),
    ...[...licences].map((licence) => `Licence: ${licence}.`),
    ...comparison.rows.flatMap(({ indicator, comparable }) =>
      comparable.warnings.map((warning) => `${indicator.title}: ${warning}`),
    ),
  ];
}
