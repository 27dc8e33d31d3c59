import { chanceOf } from '../../platform/demonstration-chance.ts';

/** A published figure of an authority. */
export interface PublishedFigure {
  /** GSS code. */
  readonly area: string;
  /** Key of the indicator. */
  readonly indicator: string;
  /** Written YYYY-MM-DD. */
  readonly endsOn: string;
  readonly value: number;
}

/** What an authority's invented returns are made to resemble. */
export interface Profile {
  /** GSS code. */
  readonly code: string;
  /** The newest published share, rate or cost; the mean of the others where the authority has none. */
  published(indicator: string): number;
  /**
   * The newest published count; where the authority has none, what it would have if it had as many as the others for
   * each child looked after, or for each of what another indicator counts.
   */
  counted(indicator: string, forEach?: string): number;
  /** Children looked after at the end of a month: the published number on each 31 March. */
  childrenAt(month: number): number;
}

type Newest = ReadonlyMap<string, ReadonlyMap<string, number>>;

const stockOf = 'cla-number';

/** What each of these authorities is like, by its published figures. */
export function profilesOf(published: readonly PublishedFigure[]): (code: string) => Profile {
  const newest = newestOf(published);
  const stock = (code: string, year: number) =>
    published.find(
      ({ area, indicator, endsOn }) =>
        area === code && indicator === stockOf && endsOn === `${year}-03-31`,
    )?.value;

  return (code) => {
    const own = (indicator: string) => newest.get(indicator)?.get(code);
    const children = own(stockOf) ?? 0;
    const counted = (indicator: string, forEach = stockOf): number =>
      own(indicator) ??
      (forEach === stockOf ? children : counted(forEach)) * ratioOf(newest, indicator, forEach);
    return {
      code,
      published: (indicator) => own(indicator) ?? meanOf(newest.get(indicator)),
      counted,
      childrenAt: stocksOf(code, { from: stock(code, 2024) ?? children, to: children }),
    };
  };
}

function newestOf(published: readonly PublishedFigure[]): Newest {
  const newest = new Map<string, Map<string, number>>();
  const inOrder = [...published].sort((a, b) => (a.endsOn < b.endsOn ? -1 : 1));
  for (const { area, indicator, value } of inOrder) {
    const values = newest.get(indicator) ?? new Map<string, number>();
    newest.set(indicator, values.set(area, value));
  }
  return newest;
}

const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0);

const meanOf = (values: ReadonlyMap<string, number> = new Map()) =>
  values.size === 0 ? 0 : sum(values.values()) / values.size;

/** How many of one thing there are for each of another, over the authorities that have figures of both. */
function ratioOf(newest: Newest, indicator: string, forEach: string): number {
  const bases = newest.get(forEach) ?? new Map<string, number>();
  const both = [...(newest.get(indicator) ?? [])].filter(([code]) => bases.has(code));
  const base = sum(both.map(([code]) => bases.get(code) ?? 0));
  return base === 0 ? 0 : sum(both.map(([, value]) => value)) / base;
}

/** Months from one 31 March to the next. */
const year = 12;
/** The month that ends on 31 March 2025, counted from April 2024. */
const lastPublished = 11;
/** Of a trend, how much is left a month later. */
const damping = 0.94;

/** From one published number to the next in a line with a little noise; then onwards with a trend that fades. */
function stocksOf(code: string, { from, to }: { from: number; to: number }) {
  const slope = Math.max(-0.004 * to, Math.min(0.004 * to, (to - from) / year));
  return (month: number): number => {
    const after = month - lastPublished;
    if (after === 0) return to;
    if (after === -year) return from;
    const line = after < 0 ? to + ((to - from) / year) * after : to + slope * faded(after);
    return Math.max(
      1,
      Math.round(line + chanceOf(`${code} children ${month}`).about(0, 0.003 * to)),
    );
  };
}

/** How many months' worth of a trend has come after so many months. */
const faded = (months: number) => (1 - damping ** months) / (1 - damping);
