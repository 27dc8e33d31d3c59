import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import { missingWarning, notPublished, onlyOne, releasesOnly } from './comparison-words.ts';
import type { Figure } from './figure.ts';
import { noFigure } from './figure.ts';
import type { Figures, ShownPeriod } from './figure-grid.ts';
import { numberIn, symbolOf } from './figure-grid.ts';
import type { IndicatorRecord } from './indicator-record.ts';

/** A column of a comparison: an authority, or something to compare it with. */
export interface Subject {
  /** Authority name, or comparator. */
  readonly name: string;
  /** GSS code of an authority; null for comparators. */
  readonly code: string | null;
  /** The authority a comparator belongs to. */
  readonly of: string | null;
  /** Where its figures are kept: which of the scope's areas, from 0. */
  readonly area: number;
}

export type Direction = 'BETTER' | 'WORSE' | 'SAME' | 'NONE';

export interface ComparisonCell {
  readonly subject: string;
  readonly code: string | null;
  readonly of: string | null;
  readonly period: string;
  readonly figure: Figure;
  readonly rank: number | null;
  readonly direction: Direction;
}

/** Figures as arrays, subject by subject, period by period. */
export interface ComparisonColumns {
  readonly subjects: readonly string[];
  readonly codes: readonly (string | null)[];
  readonly periods: readonly string[];
  readonly values: readonly (number | null)[];
  readonly symbols: readonly (DataSymbol | null)[];
  /** True where any of them is made up for a demonstration. */
  readonly synthetic: boolean;
}

export interface Comparability {
  readonly comparable: boolean;
  readonly warnings: readonly string[];
}

/** What a comparison is about, once names have been resolved. */
export interface ComparisonScope {
  readonly indicators: readonly IndicatorRecord[];
  readonly subjects: readonly Subject[];
  /** See `reference_observation.area_code`. Each once. */
  readonly areaCodes: readonly string[];
  /** The label that was asked for; null for the latest. */
  readonly label: string | null;
  /** How many periods are shown. */
  readonly count: number;
  /** False for a viewer who reads releases only. */
  readonly readsReference: boolean;
}

/** One indicator of a comparison. Cells and columns are made only when asked for. */
export class ComparisonRow {
  readonly indicator: IndicatorRecord;
  readonly periods: readonly ShownPeriod[];
  readonly #subjects: readonly Subject[];
  readonly #figures: Figures | null;
  readonly #missing: string;
  #made: readonly ComparisonCell[] | undefined;

  /** `labels` are those of the periods it does have, where `figures` are missing because it lacks the one asked for. */
  constructor(
    indicator: IndicatorRecord,
    scope: ComparisonScope,
    figures: Figures | undefined,
    labels: readonly string[],
  ) {
    const asked = scope.label === null ? [] : [{ label: scope.label, endsOn: null }];
    this.indicator = indicator;
    this.#subjects = scope.subjects;
    this.#figures = figures ?? null;
    this.periods = figures?.periods ?? asked;
    this.#missing =
      scope.readsReference || indicator.collected
        ? notPublished(figures !== undefined, scope.label, labels)
        : releasesOnly;
  }

  get cells(): readonly ComparisonCell[] {
    this.#made ??= this.#makeCells();
    return this.#made;
  }

  get columns(): ComparisonColumns {
    const values: (number | null)[] = [];
    const symbols: (DataSymbol | null)[] = [];
    for (const { area } of this.#subjects) {
      for (let period = 0; period < this.periods.length; period += 1) {
        const figure = this.#figures?.at(area, period) ?? 'x';
        values.push(numberIn(figure));
        symbols.push(symbolOf(figure));
      }
    }
    return {
      subjects: this.#subjects.map(({ name }) => name),
      codes: this.#subjects.map(({ code }) => code),
      periods: this.periods.map(({ label }) => label),
      values,
      symbols,
      synthetic: this.#figures?.synthetic ?? false,
    };
  }

  /** Whether the figures of the last period may be set side by side, and what to mind when doing so. */
  get comparable(): Comparability {
    const last = this.periods.length - 1;
    const latest = this.#subjects
      .filter(({ code }) => code !== null && last >= 0)
      .map(({ name, area }) => ({ name, figure: this.#figures?.at(area, last) ?? 'x' }));
    const without = latest.filter(({ figure }) => numberIn(figure) === null);
    const withValue = latest.length - without.length;
    return {
      comparable: withValue > 1,
      warnings: [
        ...(withValue === 1 && without.length > 0 ? [onlyOne(this.indicator)] : []),
        ...(without.length > 0 && withValue > 0 ? [missingWarning(this.indicator, without)] : []),
        ...this.indicator.cautions,
      ],
    };
  }

  #makeCells(): readonly ComparisonCell[] {
    const { indicator } = this;
    const ranks = this.periods.map((_, period) => this.#ranksOf(period));
    const empty = noFigure(this.#missing, indicator);
    const cells: ComparisonCell[] = [];
    for (const { name, code, of, area } of this.#subjects) {
      for (const [period, { label }] of this.periods.entries()) {
        const value = this.#figures?.valueAt(area, period) ?? null;
        cells.push({
          subject: name,
          code,
          of,
          period: label,
          figure: this.#figures?.figureAt(area, period, empty, indicator) ?? empty,
          rank: code === null ? null : rankOf(value, ranks[period]),
          direction: directionOf(
            indicator,
            value,
            this.#figures?.valueAt(area, period - 1) ?? null,
          ),
        });
      }
    }
    return cells;
  }

  /** The rank of each value: 1 is best, equal values share the lower number. Only authorities are ranked. */
  #ranksOf(period: number): ReadonlyMap<number, number> {
    const ranks = new Map<number, number>();
    const { polarity } = this.indicator;
    if (polarity === 'NONE') return ranks;
    const values = this.#subjects.flatMap(({ code, area }) => {
      const value = code === null ? null : this.#figures?.valueAt(area, period);
      return value ?? [];
    });
    values.sort(polarity === 'HIGH' ? (one, other) => other - one : (one, other) => one - other);
    for (const [index, value] of values.entries()) {
      if (!ranks.has(value)) ranks.set(value, index + 1);
    }
    return ranks;
  }
}

const rankOf = (
  value: number | null,
  ranks: ReadonlyMap<number, number> | undefined,
): number | null => (value === null ? null : (ranks?.get(value) ?? null));

function directionOf(
  { polarity }: IndicatorRecord,
  value: number | null,
  before: number | null,
): Direction {
  if (polarity === 'NONE' || value === null || before === null) return 'NONE';
  if (value === before) return 'SAME';
  return value > before === (polarity === 'HIGH') ? 'BETTER' : 'WORSE';
}

/** Gives each indicator its figures, by id, and puts the periods of all into one order. */
export function arrange(
  scope: ComparisonScope,
  figures: ReadonlyMap<number, Figures>,
  labelsOfOthers: ReadonlyMap<number, readonly string[]>,
): { periods: string[]; rows: ComparisonRow[] } {
  const rows = scope.indicators.map(
    (indicator) =>
      new ComparisonRow(
        indicator,
        scope,
        figures.get(indicator.id),
        labelsOfOthers.get(indicator.id) ?? [],
      ),
  );
  const ends = new Map<string, number | null>();
  for (const { periods } of rows) {
    for (const { label, endsOn } of periods) {
      if ((ends.get(label) ?? null) === null) ends.set(label, endsOn);
    }
  }
  const order = (end: number | null) => end ?? Number.NEGATIVE_INFINITY;
  const periods = [...ends].sort(
    ([label, end], [otherLabel, otherEnd]) =>
      (end === otherEnd ? 0 : order(end) - order(otherEnd)) || label.localeCompare(otherLabel),
  );
  return { periods: periods.map(([label]) => label), rows };
}
