/** An indicator's contract in force. */
export interface IndicatorRecord {
  readonly id: number;
  readonly key: string;
  readonly version: number;
  readonly title: string;
  readonly dataset: string;
  readonly definition: string;
  readonly cohort: string | null;
  readonly numeratorText: string | null;
  readonly denominatorText: string | null;
  readonly unit: string;
  readonly decimals: number;
  readonly polarity: 'HIGH' | 'LOW' | 'NONE';
  readonly periodBasis: string;
  readonly source: string;
  readonly licence: string;
  readonly cautions: readonly string[];
  /** True where members' returns say it, false where it is published. */
  readonly collected: boolean;
}

/** A period of an indicator. Days are `YYYY-MM-DD`. */
export interface PeriodRecord {
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** One file of one publisher at one vintage. */
export interface ReferenceSourceRecord {
  readonly id: number;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly attribution: string;
  readonly vintage: Date;
  readonly recordedAt: Date;
}
