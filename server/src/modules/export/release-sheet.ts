import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import type { ReleaseRecord, ReleaseTable } from '../disclosure/release-record.ts';
import type { SheetCell } from './sheet-file.ts';

/** Columns of every exported release: one figure a row, so that it can be filtered and joined. */
export const releaseColumns = [
  'table',
  'title',
  'codes',
  'label',
  'subject',
  'gss_code',
  'period',
  'value',
  'symbol',
  'text',
  'unit',
  'synthetic',
  'why',
  'release',
  'audience',
  'version',
  'status',
] as const;

/** One figure a row, in the order of `releaseColumns`: table by table as the page shows them. */
export const releaseRows = (
  release: ReleaseRecord,
  tables: readonly ReleaseTable[],
  key: string,
): SheetCell[][] =>
  tables.flatMap((table) =>
    table.rows.flatMap(({ codes, labels, unit, cells }) =>
      cells.map(({ subject, code, value, symbol, text, why }) => [
        table.name,
        table.title,
        codes.join('|'),
        labels.join(', '),
        subject,
        code,
        release.period,
        value,
        symbol,
        text,
        unit,
        release.synthetic ? 'synthetic' : null,
        why,
        key,
        release.audience,
        release.version,
        release.status,
      ]),
    ),
  );

/** The notes that travel with the figures: what they are, the rule, symbols. */
export const releaseNotes = (
  { minimumCount, rounding, synthetic, status, publishedAt }: ReleaseRecord,
  { title, key, exportedAt }: { title: string; key: string; exportedAt: Date },
): string[] => [
  `${title}.`,
  `Release ${key}, ${status.toLowerCase()}${publishedAt ? `, published ${publishedAt.toISOString()}` : ''}.`,
  `Exported ${exportedAt.toISOString()}.`,
  `Counts from 1 to ${minimumCount - 1} are kept back; others are to the nearest ${rounding}. Percentages are worked out from the released counts.`,
  'One symbol, c, stands for all that is kept back: small numbers, and what would give them away.',
  ...Object.entries(symbolMeaning).map(([symbol, meaning]) => `${symbol}: ${meaning}.`),
  ...(synthetic ? ['Figures marked synthetic are made up for a demonstration.'] : []),
];
