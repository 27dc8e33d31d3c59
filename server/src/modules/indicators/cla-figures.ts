import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import type { Period } from '@sufficiency/shared/indicators/period.ts';
import type { PublishedNumber } from './published-number.ts';
import { meaningOf } from './published-number.ts';
import type { Measurement } from './reference-figure.ts';
import { missing } from './reference-figure.ts';

/** A published ratio with its two parts as printed beside it. */
interface PublishedRatio {
  readonly value: PublishedNumber;
  readonly numerator: PublishedNumber;
  readonly denominator: PublishedNumber | undefined;
}

/** Where a cell stands, for explaining why it is empty. */
interface CellPlace {
  readonly area: string;
  readonly period: Period;
}

/** Why a cell of this place has no value: it did not exist yet, or what the publisher's symbol says. */
function withoutValue(
  symbol: NonNullable<PublishedNumber['symbol']>,
  { area, period }: CellPlace,
  directory: AuthorityDirectory,
): Measurement {
  const tooEarly = symbol === 'c' ? null : directory.reasonBefore(area, period.endsOn);
  return missing(symbol, tooEarly ?? meaningOf(symbol));
}

/** A count as published, symbol and all. */
export function publishedCount(
  { value, symbol }: PublishedNumber,
  place: CellPlace,
  directory: AuthorityDirectory,
): Measurement {
  if (symbol) return withoutValue(symbol, place, directory);
  return { value, symbol: null, numerator: null, denominator: null, formula: null, reason: null };
}

/**
 * A ratio as published, with numerator and denominator beside it.
 *
 * If the ratio or its numerator is confidential, all of it is: nothing beside it may give it away.
 */
export function publishedRatio(
  { value, numerator, denominator }: PublishedRatio,
  place: CellPlace,
  directory: AuthorityDirectory,
): Measurement {
  if (value.symbol === 'c' || numerator.symbol === 'c') return missing('c', meaningOf('c'));
  const parts = { numerator: numerator.value, denominator: denominator?.value ?? null };
  if (!value.symbol)
    return { value: value.value, symbol: null, ...parts, formula: null, reason: null };

  const empty = withoutValue(value.symbol, place, directory);
  return value.symbol === 'k' ? { ...empty, ...parts } : empty;
}
