import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import type { ReturnContents } from '@sufficiency/shared/returns/table.ts';
import type { Insider } from './insiders.ts';
import type { DisclosureRule } from './release-problem.ts';

/** What was read of one contributing authority, as at one moment. */
export interface ContributedReturn {
  /** GSS code. */
  readonly authority: string;
  /** Id of the organisation that answers for it: one attacker, however many authorities it answers for. */
  readonly organisation: string;
  readonly tables: ReturnContents;
  readonly synthetic: boolean;
}

/** A release of the same consortium, dataset and month that was ever read. */
export interface EarlierRelease {
  readonly release: string;
  readonly rule: DisclosureRule;
  /** As they were when it was built. */
  readonly returns: readonly ContributedReturn[];
  /** Ids of other organisations that agreements showed them exactly then, by authority: what was seen is known. */
  readonly exactTo?: ReadonlyMap<string, readonly string[]>;
  /** What it shows, by `cellKey`. */
  readonly shown: ReadonlyMap<string, number | DataSymbol>;
}

/**
 * A release of the same consortium that tells of the same things, and was ever read or is ready: of the month before or after,
 * or of another dataset.
 */
export interface ReleaseAround extends EarlierRelease {
  readonly dataset: Dataset;
  /** Label of its month, for example `2026-08`. */
  readonly period: string;
}

/** What is published of the same children: the counterpart of a collected indicator, for the same day. */
export interface PublicFigure {
  /** Key of the collected indicator. */
  readonly indicator: string;
  /** GSS code. */
  readonly authority: string;
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
}

/** Everything that a release is made from. */
export interface ReleaseSources {
  readonly dataset: Dataset;
  /** Label of the month, for example `2026-09`. */
  readonly period: string;
  readonly rule: DisclosureRule;
  /** GSS codes of all members, whether or not their figures are in it. */
  readonly members: readonly string[];
  readonly returns: readonly ContributedReturn[];
  /** Every release of the same that was ever read. */
  readonly earlier: readonly EarlierRelease[];
  readonly around?: readonly ReleaseAround[];
  readonly published: readonly PublicFigure[];
  /** Who agreements show exact figures of members in it. */
  readonly insiders?: readonly Insider[];
  /** What organisations are called in the certificate, by id; without, by their id. */
  readonly names?: ReadonlyMap<string, string>;
  /**
   * Keep back every figure of all members together that was revised since an earlier release, whatever it is: where two
   * versions of it tell the organisation that revised its own too much of the others.
   */
  readonly withholdRevised?: boolean;
}

/** One cell of a release as it is stored: a value or a symbol, never both. */
export interface ReleaseCellContent {
  /** A table of the return's format, or the key of an indicator. */
  readonly table: string;
  /** Joined by `|`, `total` for a total; empty for an indicator. */
  readonly codes: string;
  /** GSS code, or `consortium`. */
  readonly area: string;
  /** Key of the indicator it is a figure of; null for a cell of a table. */
  readonly indicator: string | null;
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
}

/** Tells a release's cells apart. */
export const cellKey = (cell: Pick<ReleaseCellContent, 'table' | 'codes' | 'area'>): string =>
  `${cell.table}|${cell.codes}|${cell.area}`;
