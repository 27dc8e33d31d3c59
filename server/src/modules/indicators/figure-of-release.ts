import { audienceInWords } from '@sufficiency/shared/disclosure/release-enums.ts';
import { releaseKey } from '@sufficiency/shared/disclosure/release-name.ts';
import { figureText } from '@sufficiency/shared/indicators/figure-text.ts';
import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import type { ReleasedCell } from '../disclosure/released-cells.service.ts';
import type { ValueOrSymbol } from './comparison.queries.ts';
import type { Figure } from './figure.ts';
import type { IndicatorRecord } from './indicator-record.ts';

/** The value or symbol of a released figure. */
export const figureIn = ({ figure }: ReleasedCell): ValueOrSymbol =>
  figure.value ?? figure.symbol ?? 'x';

/** A figure of a release. What was counted stays with the release: only its released number leaves. */
export function releasedFigureOf(cell: ReleasedCell, indicator: IndicatorRecord): Figure {
  const { release, shown } = cell;
  const { value, symbol } = cell.figure;
  const { unit } = indicator;
  const synthetic = release.synthetic ? ' (synthetic)' : '';
  return {
    value,
    symbol,
    // Released percentages are whole.
    text: figureText({ value, symbol, unit, decimals: 0 }),
    unit,
    numerator: null,
    denominator: null,
    status: release.version > 1 ? 'REVISED' : 'FINAL',
    synthetic: release.synthetic,
    why: whyReleased(cell),
    agreement: shown.length === 1 ? shown[0]?.agreement : undefined,
    provenance: {
      sourceId: null,
      fallbackSource: `Release ${releaseKey({ ...release, consortium: release.consortiumCode })}${synthetic}`,
      formula: howMade(cell, unit),
      filed: {
        vintage: release.periodEnd.toISOString().slice(0, 10),
        recordedAt: release.publishedAt ?? release.requestedAt,
        return: null,
        table: null,
        rows: [],
      },
      release,
    },
  };
}

function howMade({ release }: ReleasedCell, unit: string): string {
  return unit === 'percent'
    ? 'from the released counts, to whole percent'
    : `released: counts from 1 to ${release.minimumCount - 1} are kept back, others are to the nearest ${release.rounding}`;
}

function whyReleased({ figure, release, shown }: ReleasedCell): string {
  const from = `released for ${audienceInWords[release.audience]}, ${periodInWords(release.period)}, version ${release.version}`;
  const kept =
    figure.symbol === 'c'
      ? `; kept back: a number from 1 to ${release.minimumCount - 1}, or one that would give such a number away`
      : '';
  const agreements = [...new Set(shown.map(({ why }) => why))];
  return `${from}${kept}${agreements.length > 0 ? `; ${agreements.join(' ')}` : ''}`;
}
