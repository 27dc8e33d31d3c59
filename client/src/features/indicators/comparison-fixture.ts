import type { ComparisonData } from './compare-query.ts';
import type { SubjectNames } from './comparison-model.ts';

type Row = ComparisonData['latest']['rows'][number];
type Cell = Row['cells'][number];

/** Names of a small consortium for tests: two members, one region. */
export const names: SubjectNames = {
  consortium: 'D2N2',
  authorities: new Map([
    ['E06000015', { name: 'Derby', region: 'East Midlands' }],
    ['E06000018', { name: 'Nottingham', region: 'East Midlands' }],
  ]),
};

/** A cell of a test: Derby at 88 in 2025 unless told otherwise. */
export function cell(
  about: Partial<Omit<Cell, 'figure'>> & { readonly figure?: Partial<Cell['figure']> } = {},
): Cell {
  return {
    subject: 'Derby',
    code: 'E06000015',
    of: null,
    period: '2025',
    rank: null,
    direction: 'NONE',
    ...about,
    figure: {
      value: 88,
      symbol: null,
      text: '88',
      unit: 'per 10,000 children',
      numerator: null,
      denominator: null,
      status: 'FINAL',
      synthetic: false,
      why: 'public',
      ...about.figure,
    },
  };
}

/** A figure of a whole number. */
export const figure = (value: number): Partial<Cell['figure']> => ({ value, text: String(value) });

/** A figure that is not there. */
export const missing = (symbol: 'x' | 'c'): Partial<Cell['figure']> => ({
  value: null,
  symbol,
  text: symbol,
});

/** A row of a test: children looked after per 10,000, without a good end unless told otherwise. */
function row(cells: readonly Cell[], polarity: Row['indicator']['polarity'] = 'NONE'): Row {
  return {
    indicator: {
      id: 'SW5kaWNhdG9yOmNsYS1yYXRl',
      key: 'cla-rate',
      title: 'Children looked after per 10,000 children',
      dataset: 'placements',
      unit: 'per 10,000 children',
      decimals: 0,
      polarity,
      periodBasis: 'snapshot at 31 March',
      source: 'Department for Education',
    },
    comparable: { comparable: true, warnings: [] },
    cells: [...cells],
  };
}

/** An answer of the server with one row of the latest period. */
export const answer = (
  cells: readonly Cell[],
  polarity: Row['indicator']['polarity'] = 'NONE',
): ComparisonData => ({ latest: { rows: [row(cells, polarity)] } });
