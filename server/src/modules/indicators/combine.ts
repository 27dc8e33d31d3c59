import type { IndicatorContract } from '@sufficiency/shared/indicators/indicator.ts';
import { roundTo } from '@sufficiency/shared/indicators/rounding.ts';
import type { Measurement } from './reference-figure.ts';
import { missing } from './reference-figure.ts';

/** One member's figure, with the name to use where it is missing. */
export interface MemberFigure {
  readonly name: string;
  readonly figure: Measurement | undefined;
  /** What a distinct count counts in this member; undefined for other indicators. */
  readonly things?: ReadonlySet<string> | undefined;
}

const inWords = new Intl.ListFormat('en-GB');
const withThousands = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 10 });

/**
 * The figure of several authorities together, by the indicator's own rule.
 *
 * Counts are added, ratios pooled (sum of numerators over sum of denominators) and rounded to the indicator's
 * decimals, distinct things counted once. It is `x`, with the reason, where one member is missing or the figure
 * cannot be combined: a total of the others would let a missing one be guessed.
 */
export function combine(
  contract: IndicatorContract,
  members: readonly MemberFigure[],
): Measurement {
  if (contract.aggregation === 'none') {
    return missing(
      'x',
      'The published averages cannot be combined: what they were divided by is not published with them.',
    );
  }
  const absent = members.filter((member) => !canCombine(contract, member));
  if (absent.length > 0) {
    const names = inWords.format(absent.map(({ name }) => name));
    return missing('x', `Not every member has a figure that can be combined: ${names}.`);
  }

  if (contract.aggregation === 'distinct') return distinct(members);
  return contract.aggregation === 'sum' ? sum(members) : pool(contract, members);
}

function canCombine({ aggregation }: IndicatorContract, { figure, things }: MemberFigure): boolean {
  if (aggregation === 'distinct') return things !== undefined;
  if (aggregation === 'sum') return figure !== undefined && figure.value !== null;
  return figure !== undefined && figure.numerator !== null && figure.denominator !== null;
}

const total = (values: readonly (number | null | undefined)[]) =>
  values.reduce<number>((sumSoFar, value) => sumSoFar + (value ?? 0), 0);

function measured(value: number, formula: string): Measurement {
  return { value, symbol: null, numerator: null, denominator: null, formula, reason: null };
}

function sum(members: readonly MemberFigure[]): Measurement {
  return measured(
    total(members.map(({ figure }) => figure?.value)),
    `sum of ${members.length} authorities`,
  );
}

function distinct(members: readonly MemberFigure[]): Measurement {
  const things = new Set(members.flatMap((member) => [...(member.things ?? [])]));
  return measured(things.size, `counted once over ${members.length} authorities`);
}

function pool(contract: IndicatorContract, members: readonly MemberFigure[]): Measurement {
  const numerator = total(members.map(({ figure }) => figure?.numerator));
  const denominator = total(members.map(({ figure }) => figure?.denominator));
  if (denominator === 0) {
    return {
      ...missing('z', 'There is nothing to divide by in any member.'),
      numerator,
      denominator,
    };
  }

  const scale = contract.scale ?? 1;
  const [part, whole, times] = [numerator, denominator, scale].map((n) => withThousands.format(n));
  return {
    value: roundTo((numerator / denominator) * scale, contract.decimals),
    symbol: null,
    numerator,
    denominator,
    formula: `pooled over ${members.length} authorities: ${part} ÷ ${whole} × ${times}`,
    reason: null,
  };
}

/** The simple mean, not rounded, of the statistical neighbours that have a value; `x` where none has. */
export function meanOfNeighbours(neighbours: readonly (Measurement | undefined)[]): Measurement {
  const values = neighbours
    .map((figure) => figure?.value)
    .filter((value) => typeof value === 'number');
  if (values.length === 0) return missing('x', 'None of the statistical neighbours has a value.');

  const of = values.length === neighbours.length ? '' : ` of ${neighbours.length}`;
  return measured(
    total(values) / values.length,
    `mean of ${values.length}${of} statistical neighbours`,
  );
}
