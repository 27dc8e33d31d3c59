import { figureText } from '@sufficiency/shared/indicators/figure-text.ts';
import type { IndicatorContract } from '@sufficiency/shared/indicators/indicator.ts';
import { symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import { combine } from './combine.ts';
import type { Figure } from './figure.ts';
import { noFigure } from './figure.ts';
import type { ReadPeriod } from './figure-grid.ts';
import { numberIn, symbolOf } from './figure-grid.ts';
import type { FiledFigure } from './filed-figure.ts';
import type { IndicatorRecord } from './indicator-record.ts';
import type { Measurement } from './reference-figure.ts';

/** A member whose figures the viewer may see exactly; `filed` is undefined where it has returned none. */
export interface MemberOfTotal {
  readonly name: string;
  readonly filed: FiledFigure | undefined;
}

/** What a consortium's figure is of. */
interface TotalOf {
  /** Undefined where it is not known how figures become one. */
  readonly contract: IndicatorContract | undefined;
  readonly indicator: IndicatorRecord;
  /** Its name. */
  readonly consortium: string;
  readonly period: ReadPeriod;
}

/** True where figures of authorities make one of them together. */
export const addsUp = ({ aggregation }: IndicatorContract): boolean =>
  aggregation === 'sum' || aggregation === 'pooled';

const withoutSight =
  'not shared: a consortium’s figure needs a release, or sight of every member exactly';

/**
 * A consortium's figure, from its members' own: only for a viewer who sees every one of them exactly, so that it tells
 * nothing more. Counts are added, ratios pooled.
 *
 * @param members every member today; null for one whose figures of this period the viewer may not see.
 */
export function pooledFigure(members: readonly (MemberOfTotal | null)[], of: TotalOf): Figure {
  const { contract, indicator } = of;
  const refused = (why: string) => noFigure(why, indicator);
  if (!contract || !addsUp(contract)) {
    return refused('not available: figures of this indicator cannot be combined');
  }
  const seen = members.filter((member) => member !== null);
  if (seen.length < members.length || seen.length === 0) return refused(withoutSight);
  const absent = seen.filter(({ filed }) => filed === undefined).map(({ name }) => name);
  if (absent.length > 0) {
    return refused(`not available: a member has no figure: ${inWords.format(absent)}`);
  }
  const total = combine(
    contract,
    seen.map(({ name, filed }) => ({ name, figure: filed && measurementOf(filed) })),
  );
  return total.value === null ? withoutValue(total, of) : shown(total, seen, of);
}

function withoutValue({ symbol, reason }: Measurement, { indicator }: TotalOf): Figure {
  const why = `${symbolMeaning[symbol ?? 'x']}: ${withoutCapital(reason ?? '')}`;
  return { ...noFigure(why, indicator), symbol: symbol ?? 'x', text: symbol ?? 'x' };
}

function shown(total: Measurement, members: readonly MemberOfTotal[], of: TotalOf): Figure {
  const { indicator, consortium, period } = of;
  const { unit, decimals, dataset } = indicator;
  const filed = members.flatMap((member) => member.filed ?? []);
  const synthetic = filed.some(({ origin }) => origin.synthetic);
  return {
    value: total.value,
    symbol: null,
    text: figureText({ value: total.value, symbol: null, unit, decimals }),
    unit,
    numerator: total.numerator,
    denominator: total.denominator,
    status: leastSettled(filed.map(({ status }) => status)),
    synthetic,
    why: 'you see every member exactly',
    provenance: {
      sourceId: null,
      fallbackSource: `Returns of the members of ${consortium} for ${dataset}, ${period.label}${synthetic ? ' (synthetic)' : ''}`,
      formula: total.formula,
      filed: {
        vintage: period.endsOn,
        recordedAt: new Date(
          Math.max(...filed.map(({ origin }) => Date.parse(origin.recorded_at))),
        ),
        return: null,
        table: null,
        rows: [],
      },
    },
  };
}

const leastSettled = (statuses: readonly Figure['status'][]): Figure['status'] =>
  (['PROVISIONAL', 'REVISED'] as const).find((status) => statuses.includes(status)) ?? 'FINAL';

const inWords = new Intl.ListFormat('en-GB');

const withoutCapital = (sentence: string) =>
  sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');

const measurementOf = ({ figure, origin }: FiledFigure): Measurement => ({
  value: numberIn(figure),
  symbol: symbolOf(figure),
  numerator: origin.numerator,
  denominator: origin.denominator,
  formula: origin.formula,
  reason: null,
});
