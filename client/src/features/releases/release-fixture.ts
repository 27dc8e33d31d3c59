import type { ReleaseCell, ReleaseRow, ReleaseTable } from './release-queries.ts';

/** A figure of an authority as a release shows it: a number, or a symbol. */
const shownAs = (subject: string, code: string | null, shown: number | 'c' | 'x'): ReleaseCell => ({
  subject,
  code,
  value: typeof shown === 'number' ? shown : null,
  symbol: typeof shown === 'number' ? null : shown,
  text: String(shown),
  why: shown === 'x' ? 'No agreement in force shares placements of it with you.' : 'released',
});

const row = (codes: readonly string[], shown: readonly (number | 'c' | 'x')[]): ReleaseRow => ({
  codes: [...codes],
  labels: codes.map((code) => (code === 'total' ? 'Total' : code)),
  unit: 'children',
  cells: [
    shownAs('Derby', 'E06000015', shown[0] ?? 'x'),
    shownAs('Nottingham', 'E06000018', shown[1] ?? 'x'),
    shownAs('D2N2', null, shown[2] ?? 'x'),
  ],
});

/** A table with a figure kept back, one that is not shared, and a total. */
export const byType: ReleaseTable = {
  name: 'children-by-placement-type',
  title: 'Children looked after by placement type',
  description: 'Children looked after on the last day of the month.',
  unit: 'children',
  columns: ['Placement type'],
  rows: [
    row(['U1'], [120, 240, 360]),
    row(['K1'], ['c', 'x', 10]),
    row(['total'], [125, 250, 370]),
  ],
};

/** A table with one row, which is an indicator. */
export const shares: ReleaseTable = {
  name: 'indicators',
  title: 'Indicators',
  description: 'Percentages are worked out from the counts printed here.',
  unit: '',
  columns: ['Indicator'],
  rows: [
    {
      codes: ['cla-month-foster-share'],
      labels: ['In foster care'],
      unit: 'percent',
      cells: [
        { ...shownAs('Derby', 'E06000015', 45), text: '45%' },
        shownAs('Nottingham', 'E06000018', 'c'),
        { ...shownAs('D2N2', null, 50), text: '50%' },
      ],
    },
  ],
};
