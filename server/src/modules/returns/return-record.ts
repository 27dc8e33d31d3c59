/** One version of one authority's return, as those who may see it read it. */
export interface ReturnRecord {
  readonly id: string;
  readonly authorityCode: string;
  readonly dataset: string;
  /** Label, for example `2026-09`. */
  readonly period: string;
  readonly version: number;
  /** Where it came from, in words. */
  readonly source: string;
  readonly synthetic: boolean;
  readonly acceptedAt: Date;
}
