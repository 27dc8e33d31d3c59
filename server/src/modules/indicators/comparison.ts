import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import type { CellRow, PeriodRow } from './comparison.queries.ts';
import type { Figure } from './figure.ts';
import { noFigure, publicFigure } from './figure.ts';
import type { IndicatorRecord } from './indicator-record.ts';

/** A column of a comparison: an authority, or something to compare it with. */
export interface Subject {
  /** Authority name, or comparator. */
  readonly name: string;
  /** GSS code of an authority; null for comparators. */
  readonly code: string | null;
  /** The authority a comparator belongs to. */
  readonly of: string | null;
  /** Where its figures are kept: see `reference_observation.area_code`. */
  readonly areaCode: string;
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
  readonly symbols: readonly (string | null)[];
}

export interface Comparability {
  readonly comparable: boolean;
  readonly warnings: readonly string[];
}

/** What a comparison is about, once names have been resolved. */
export interface ComparisonScope {
  readonly indicators: readonly IndicatorRecord[];
  readonly subjects: readonly Subject[];
  readonly periods: readonly PeriodRow[];
  /** The label that was asked for; null for the latest. */
  readonly label: string | null;
  /** False for a viewer who reads releases only. */
  readonly readsReference: boolean;
}

const key = (areaCode: string, periodEnd: string) => `${areaCode} ${periodEnd}`;

/** One indicator of a comparison. Cells and columns are made only when asked for. */
export class ComparisonRow {
  readonly indicator: IndicatorRecord;
  readonly #subjects: readonly Subject[];
  readonly #shown: readonly PeriodRow[];
  readonly #before: ReadonlyMap<string, string>;
  readonly #cells: ReadonlyMap<string, CellRow>;
  readonly #missing: string;
  #made: readonly ComparisonCell[] | undefined;

  constructor(
    indicator: IndicatorRecord,
    scope: ComparisonScope,
    cells: ReadonlyMap<string, CellRow>,
  ) {
    const own = scope.periods.filter(({ indicator_id }) => indicator_id === indicator.id);
    const asked = scope.label === null ? [] : [unknownPeriod(indicator.id, scope.label)];
    this.indicator = indicator;
    this.#subjects = scope.subjects;
    this.#shown = own.length > 0 ? own.filter(({ shown }) => shown) : asked;
    this.#before = new Map(
      own.slice(1).map((period, index) => [period.ends_on, own[index]?.ends_on ?? '']),
    );
    this.#cells = cells;
    this.#missing = scope.readsReference ? notPublished(own, scope.label) : releasesOnly;
  }

  get periods(): readonly PeriodRow[] {
    return this.#shown;
  }

  get cells(): readonly ComparisonCell[] {
    this.#made ??= this.#makeCells();
    return this.#made;
  }

  get columns(): ComparisonColumns {
    const values: (number | null)[] = [];
    const symbols: (string | null)[] = [];
    for (const { areaCode } of this.#subjects) {
      for (const { ends_on } of this.#shown) {
        const cell = this.#cells.get(key(areaCode, ends_on));
        values.push(cell?.value ?? null);
        symbols.push(cell ? cell.symbol : 'x');
      }
    }
    return {
      subjects: this.#subjects.map(({ name }) => name),
      codes: this.#subjects.map(({ code }) => code),
      periods: this.#shown.map(({ label }) => label),
      values,
      symbols,
    };
  }

  /** Whether the figures of the last period may be set side by side, and what to mind when doing so. */
  get comparable(): Comparability {
    const last = this.#shown.at(-1);
    const authorities = this.#subjects.filter(({ code }) => code !== null);
    const latest = last
      ? authorities.map((subject) => ({
          subject,
          cell: this.#cells.get(key(subject.areaCode, last.ends_on)),
        }))
      : [];
    const withValue = latest.filter(({ cell }) => cell !== undefined && cell.value !== null);
    const without = latest.filter(({ cell }) => !cell || cell.value === null);
    return {
      comparable: withValue.length > 1,
      warnings: [
        ...(withValue.length === 1
          ? ['Only one authority has a figure, so there is nothing to compare it with.']
          : []),
        ...(without.length > 0 && withValue.length > 0 ? [missingWarning(without)] : []),
        ...this.indicator.cautions,
      ],
    };
  }

  #makeCells(): readonly ComparisonCell[] {
    const ranks =
      this.indicator.polarity === 'NONE' ? [] : this.#shown.map((period) => this.#ranksOf(period));
    return this.#subjects.flatMap((subject) =>
      this.#shown.map((period, index) => {
        const cell = this.#cells.get(key(subject.areaCode, period.ends_on));
        return {
          subject: subject.name,
          code: subject.code,
          of: subject.of,
          period: period.label,
          figure: cell
            ? publicFigure(cell, this.indicator)
            : noFigure(this.#missing, this.indicator),
          rank: (subject.code !== null && ranks[index]?.get(subject.areaCode)) || null,
          direction: this.#directionOf(subject, period, cell),
        };
      }),
    );
  }

  /** 1 is best; equal values share the lower number. Only authorities with a value are ranked. */
  #ranksOf({ ends_on }: PeriodRow): ReadonlyMap<string, number> {
    const sign = this.indicator.polarity === 'HIGH' ? -1 : 1;
    const valued = this.#subjects.flatMap(({ code, areaCode }) => {
      const value = code === null ? null : (this.#cells.get(key(areaCode, ends_on))?.value ?? null);
      return value === null ? [] : [{ areaCode, order: sign * value }];
    });
    const orders = valued.map(({ order }) => order).sort((one, other) => one - other);
    const first = new Map<number, number>();
    for (const [index, order] of orders.entries())
      if (!first.has(order)) first.set(order, index + 1);
    return new Map(valued.map(({ areaCode, order }) => [areaCode, first.get(order) ?? 0]));
  }

  #directionOf(subject: Subject, period: PeriodRow, cell: CellRow | undefined): Direction {
    const { polarity } = this.indicator;
    const before = this.#cells.get(key(subject.areaCode, this.#before.get(period.ends_on) ?? ''));
    if (polarity === 'NONE' || cell?.value == null || before?.value == null) return 'NONE';
    if (cell.value === before.value) return 'SAME';
    return cell.value > before.value === (polarity === 'HIGH') ? 'BETTER' : 'WORSE';
  }
}

const unknownPeriod = (indicatorId: number, label: string): PeriodRow => ({
  indicator_id: indicatorId,
  label,
  ends_on: '',
  shown: true,
});

const releasesOnly =
  'not shared: reviewers read figures from releases, and none has been released to you';

function notPublished(own: readonly PeriodRow[], label: string | null): string {
  if (own.length > 0) return 'not available: the platform has no figure for this area and period';
  return label === null
    ? 'not available: the platform has no figure of this indicator'
    : `not available: this indicator has no period “${label}”`;
}

function missingWarning(
  without: readonly { subject: Subject; cell: CellRow | undefined }[],
): string {
  const named = without.map(
    ({ subject, cell }) => `${subject.name} (${symbolMeaning[cell?.symbol ?? 'x'].split(':')[0]})`,
  );
  return `No value, so not ranked: ${named.join(', ')}.`;
}

/** Sorts cells to their indicators, and the periods of all into one order. */
export function arrange(
  scope: ComparisonScope,
  cells: readonly CellRow[],
): { periods: string[]; rows: ComparisonRow[] } {
  const byIndicator = new Map<number, Map<string, CellRow>>();
  for (const { id } of scope.indicators) byIndicator.set(id, new Map());
  for (const cell of cells)
    byIndicator.get(cell.indicator_id)?.set(key(cell.area_code, cell.period_end), cell);

  const rows = scope.indicators.map(
    (indicator) => new ComparisonRow(indicator, scope, byIndicator.get(indicator.id) ?? new Map()),
  );
  const ends = new Map<string, string>();
  for (const { label, ends_on } of rows.flatMap(({ periods }) => periods)) {
    if (!ends.get(label)) ends.set(label, ends_on);
  }
  const periods = [...ends].sort(
    ([label, end], [otherLabel, otherEnd]) =>
      end.localeCompare(otherEnd) || label.localeCompare(otherLabel),
  );
  return { periods: periods.map(([label]) => label), rows };
}
