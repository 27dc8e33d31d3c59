/** What a sharing agreement names: figures of one dataset are shared, or not, together. */
export const datasets = [
  'placements',
  'costs',
  'providers',
  'fostering',
  'beds',
  'demand',
] as const;

export type Dataset = (typeof datasets)[number];

/** Which end of an indicator is good. NONE where more is neither better nor worse. */
export const polarities = ['HIGH', 'LOW', 'NONE'] as const;

export type Polarity = (typeof polarities)[number];

/** What stretch of time a figure speaks for, in the words a person reads. */
export const periodBases = [
  'snapshot at 31 March',
  'year to 31 March',
  'financial year',
  'snapshot at month end',
  'calendar month',
] as const;

export type PeriodBasis = (typeof periodBases)[number];

/**
 * How figures of several authorities become one.
 *
 * - `sum`: counts are added.
 * - `pooled`: the sum of numerators over the sum of denominators, times `scale`.
 * - `distinct`: things are counted once over all authorities, so parts do not add up to the whole.
 * - `none`: the published figure cannot be combined, because its denominator is not published.
 */
export type Aggregation = 'sum' | 'pooled' | 'distinct' | 'none';

/** A metric contract: everything that has to be known to read, compare and combine a figure. */
export interface IndicatorContract {
  /** For people and addresses, for example `cla-rate`. Never changes. */
  readonly key: string;
  /** Grows by one whenever the meaning changes; older figures keep the version they were made under. */
  readonly version: number;
  readonly title: string;
  readonly dataset: Dataset;
  readonly definition: string;
  /** Whom or what the figure is about; null where it counts events or things of one kind. */
  readonly cohort: string | null;
  readonly numeratorText: string | null;
  readonly denominatorText: string | null;
  /** As a person reads it: children, percent, per 10,000 children, GBP per week … */
  readonly unit: string;
  /** Decimal places the figure is published or rounded to. */
  readonly decimals: number;
  readonly polarity: Polarity;
  readonly periodBasis: PeriodBasis;
  readonly source: string;
  readonly licence: string;
  /** What the figures may not be compared with, one sentence each. */
  readonly cautions: readonly string[];
  readonly aggregation: Aggregation;
  /** What a pooled ratio is multiplied by: 100 for percent, 10,000 for rates. Null unless `pooled`. */
  readonly scale: number | null;
  /** True where members' returns say it, false where it is published. */
  readonly collected: boolean;
}

/** Every public file the first catalogue draws on carries this licence. */
export const openGovernmentLicence = 'Open Government Licence v3.0';
