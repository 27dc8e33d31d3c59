import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import type { FigureOrigin, FiguresRow, ValueOrSymbol } from './comparison.queries.ts';
import type { Figure, FigureContract } from './figure.ts';
import { briefFigure, publicFigure } from './figure.ts';

/** One period of one indicator of the comparison. `endsOn` orders periods; null where the indicator has none of that label. */
export interface ShownPeriod {
  readonly label: string;
  readonly endsOn: number | null;
}

/** The figures of one indicator by area and period. Both are counted from 0, in the order they were asked for. */
export interface Figures {
  /** Those that are shown, oldest first. */
  readonly periods: readonly ShownPeriod[];
  /** True where any of them is made up for a demonstration. */
  readonly synthetic: boolean;
  /** A value or a symbol; undefined where there is no figure. `period` -1 is the one before the first shown. */
  at(area: number, period: number): ValueOrSymbol | undefined;
  /** The value; null where there is a symbol or no figure. */
  valueAt(area: number, period: number): number | null;
  /** The figure as a person reads it, with what is behind it if that was read; `empty` where there is none. */
  figureAt(area: number, period: number, empty: Figure, contract: FigureContract): Figure;
}

/** Figures of one indicator as one statement found them, by area and period. */
export class FigureGrid<Origin> {
  readonly periods: readonly ShownPeriod[];
  /** Where each area's each period stands in the row's arrays, from 1; 0 where there is no figure. */
  readonly #places: Uint32Array;
  /** All periods, with the one before the first shown. */
  readonly #width: number;
  /** How many periods stand before the first shown: 0 or 1. */
  readonly #hidden: number;
  readonly #figures: readonly ValueOrSymbol[];
  readonly #days: readonly number[];
  readonly #row: FiguresRow<Origin>;
  #read: readonly ReadPeriod[] | undefined;

  /** `count` is how many periods were asked for. */
  constructor(row: FiguresRow<Origin>, asked: { readonly areas: number; readonly count: number }) {
    const days: readonly number[] = JSON.parse(row.days);
    const areas: readonly number[] = JSON.parse(row.areas);
    const ends: readonly number[] = JSON.parse(row.ends);
    this.#row = row;
    this.#days = days;
    this.#figures = JSON.parse(row.figures);
    this.#width = days.length;
    this.#hidden = Math.max(0, days.length - asked.count);
    this.#places = new Uint32Array(asked.areas * days.length);
    const column = new Map(days.map((day, index) => [day, index]));
    for (const [index, area] of areas.entries()) {
      this.#places[(area - 1) * days.length + (column.get(ends[index] ?? 0) ?? 0)] = index + 1;
    }
    this.periods = row.labels
      .map((label, index) => ({ label, endsOn: days[index] ?? null }))
      .slice(this.#hidden);
  }

  at(area: number, period: number): ValueOrSymbol | undefined {
    const place = this.#placeOf(area, period);
    return place === 0 ? undefined : this.#figures[place - 1];
  }

  valueAt(area: number, period: number): number | null {
    const figure = this.at(area, period);
    return typeof figure === 'number' ? figure : null;
  }

  /** A figure with its status and, where that was read, what is behind it; undefined where there is none. */
  storedAt(area: number, period: number): StoredAt<Origin> | undefined {
    const place = this.#placeOf(area, period);
    const figure = this.#figures[place - 1];
    if (place === 0 || figure === undefined) return undefined;
    return {
      figure,
      status: this.#row.statuses?.[place - 1] ?? 'FINAL',
      origin: this.#row.details?.[place - 1],
    };
  }

  /** Every period that was read, the one before the first shown included. */
  get read(): readonly ReadPeriod[] {
    this.#read ??= this.#row.labels.map((label, index) => ({
      label,
      endsOn: dayText(this.#days[index] ?? 0),
    }));
    return this.#read;
  }

  /** As `at` counts periods; undefined where it was not read. */
  periodAt(period: number): ReadPeriod | undefined {
    return this.read[period + this.#hidden];
  }

  #placeOf(area: number, period: number): number {
    const column = period + this.#hidden;
    return column < 0 || column >= this.#width
      ? 0
      : (this.#places[area * this.#width + column] ?? 0);
  }
}

/** Public figures. */
export class PublicFigures extends FigureGrid<FigureOrigin> implements Figures {
  readonly synthetic = false;

  figureAt(area: number, period: number, empty: Figure, contract: FigureContract): Figure {
    const found = this.storedAt(area, period);
    if (!found) return empty;
    const { figure, status, origin } = found;
    const stored = { value: numberIn(figure), symbol: symbolOf(figure), status };
    return origin
      ? publicFigure({ ...stored, ...origin }, contract)
      : briefFigure(stored, contract, empty.provenance);
  }
}

/** A period of figures that were read. */
export interface ReadPeriod {
  readonly label: string;
  /** `YYYY-MM-DD` */
  readonly endsOn: string;
}

interface StoredAt<Origin> {
  readonly figure: ValueOrSymbol;
  readonly status: Figure['status'];
  /** Undefined where no more was read than the figure. */
  readonly origin: Origin | undefined;
}

/** A day that is counted from 1 January 2000, as `YYYY-MM-DD`. */
const dayText = (day: number): string =>
  new Date(Date.UTC(2000, 0, 1 + day)).toISOString().slice(0, 10);

export const numberIn = (figure: ValueOrSymbol): number | null =>
  typeof figure === 'number' ? figure : null;

export const symbolOf = (figure: ValueOrSymbol): DataSymbol | null =>
  typeof figure === 'number' ? null : figure;
