import type { FiguresRow } from '@sufficiency/server/modules/indicators/comparison.queries.ts';
import { figuresWanted } from '@sufficiency/server/modules/indicators/comparison.queries.ts';
import { figureText } from '@sufficiency/shared/indicators/figure-text.ts';
import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import type pg from 'pg';
import type { Question } from '../cases.ts';
import type { PlainDirectory, PlainIndicator } from './plain-directory.ts';

/** What the server asks of PostgreSQL, word for word, and the same JSON as the server answers. */
export async function answer(
  client: pg.PoolClient,
  directory: PlainDirectory,
  question: Question,
): Promise<string> {
  const indicators = question.indicators.map(
    (key) => directory.indicators.get(key) ?? unknown(key),
  );
  const codes = question.authorities ?? directory.members.get(question.consortium) ?? [];
  const statement = figuresWanted({
    indicatorIds: indicators.map(({ id }) => id),
    authorityCodes: codes,
    areaCodes: codes,
    label: null,
    count: question.periods,
    asAt: null,
    detail: question.shape,
  });
  const { rows } = await client.query<FiguresRow>({ ...statement, values: [...statement.values] });
  const found = new Map(rows.map((row) => [row.indicator_id, row]));

  const answered = indicators.map((indicator) => {
    const row = found.get(indicator.id) ?? unknown(indicator.key);
    const figures = read(row, codes.length);
    return question.shape === 'cells'
      ? {
          indicator: { key: indicator.key },
          cells: cellsOf(indicator, codes, figures, question.periods, directory),
        }
      : { indicator: { key: indicator.key }, columns: columnsOf(codes, figures, row.labels) };
  });
  return JSON.stringify({ data: { comparison: { rows: answered } } });
}

function unknown(key: string): never {
  throw new Error(`There is no indicator ${key}.`);
}

interface Read {
  readonly labels: readonly string[];
  /** Area by area, period by period. */
  readonly figures: readonly (number | DataSymbol | undefined)[];
  readonly statuses: readonly (string | undefined)[];
  /** Whether its figures are made up for a demonstration. */
  readonly synthetic?: boolean;
}

function read(row: FiguresRow, areas: number): Read {
  const days: number[] = JSON.parse(row.days);
  const figures: (number | DataSymbol)[] = JSON.parse(row.figures);
  const nth: number[] = JSON.parse(row.areas);
  const ends: number[] = JSON.parse(row.ends);
  const placed = new Array<number | DataSymbol | undefined>(areas * days.length).fill(undefined);
  const statuses = new Array<string | undefined>(areas * days.length).fill(undefined);
  const column = new Map(days.map((day, index) => [day, index]));
  for (const [index, area] of nth.entries()) {
    const place = (area - 1) * days.length + (column.get(ends[index] ?? 0) ?? 0);
    placed[place] = figures[index];
    statuses[place] = row.statuses?.[index];
  }
  return { labels: row.labels, figures: placed, statuses };
}

function columnsOf(codes: readonly string[], { figures }: Read, labels: readonly string[]) {
  const values: (number | null)[] = [];
  const symbols: (string | null)[] = [];
  for (let place = 0; place < codes.length * labels.length; place += 1) {
    const figure = figures[place] ?? 'x';
    values.push(typeof figure === 'number' ? figure : null);
    symbols.push(typeof figure === 'number' ? null : figure);
  }
  return { periods: labels, values, symbols };
}

/** A cell for each authority and period that is shown, with rank and direction. */
export function cellsOf(
  indicator: PlainIndicator,
  codes: readonly string[],
  read: Read,
  shown: number,
  { authorities }: PlainDirectory,
) {
  const { labels, figures, statuses } = read;
  const first = Math.max(0, labels.length - shown);
  const ranks = labels.map((_, period) =>
    ranksOf(
      indicator,
      codes.map((_code, area) => figures[area * labels.length + period]),
    ),
  );
  const cells: object[] = [];
  for (const [area, code] of codes.entries()) {
    for (let period = first; period < labels.length; period += 1) {
      const place = area * labels.length + period;
      const figure = figures[place] ?? 'x';
      cells.push({
        subject: authorities.get(code),
        code,
        of: null,
        period: labels[period],
        rank: typeof figure === 'number' ? (ranks[period]?.get(figure) ?? null) : null,
        direction: directionOf(indicator, figure, period > 0 ? figures[place - 1] : undefined),
        figure: figureOf(indicator, figure, {
          status: statuses[place],
          synthetic: read.synthetic === true && figures[place] !== undefined,
        }),
      });
    }
  }
  return cells;
}

function figureOf(
  { unit, decimals }: PlainIndicator,
  figure: number | DataSymbol,
  { status, synthetic }: { readonly status: string | undefined; readonly synthetic: boolean },
) {
  const value = typeof figure === 'number' ? figure : null;
  const symbol = typeof figure === 'number' ? null : figure;
  const text = figureText({ value, symbol, unit, decimals });
  return { value, symbol, text, unit, status: status ?? 'FINAL', synthetic };
}

/** The rank of each value of a period. */
function ranksOf(
  { polarity }: PlainIndicator,
  figures: readonly (number | DataSymbol | undefined)[],
): ReadonlyMap<number, number> {
  const ranks = new Map<number, number>();
  if (polarity === 'NONE') return ranks;
  const values = figures.filter((figure) => typeof figure === 'number');
  values.sort(polarity === 'HIGH' ? (one, other) => other - one : (one, other) => one - other);
  for (const [index, value] of values.entries()) {
    if (!ranks.has(value)) ranks.set(value, index + 1);
  }
  return ranks;
}

type MaybeFigure = number | DataSymbol | undefined;

function directionOf({ polarity }: PlainIndicator, figure: MaybeFigure, before: MaybeFigure) {
  if (polarity === 'NONE' || typeof figure !== 'number' || typeof before !== 'number')
    return 'NONE';
  if (figure === before) return 'SAME';
  return figure > before === (polarity === 'HIGH') ? 'BETTER' : 'WORSE';
}
