import { audienceInWords } from '@sufficiency/shared/disclosure/release-enums.ts';
import { releaseKey } from '@sufficiency/shared/disclosure/release-name.ts';
import { figureText } from '@sufficiency/shared/indicators/figure-text.ts';
import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import type { ReleaseRecord } from '../disclosure/release-record.ts';
import type { ReleasedCell } from '../disclosure/released-cells.service.ts';
import type { Sight } from '../sharing/sight.service.ts';
import type { ValueOrSymbol } from './comparison.queries.ts';
import type { Figure, ProvenanceOrigin } from './figure.ts';
import type { IndicatorRecord } from './indicator-record.ts';

/** The value or symbol of a released figure. */
export const figureIn = ({ figure }: ReleasedCell): ValueOrSymbol =>
  figure.value ?? figure.symbol ?? 'x';

/** A figure of a release. What was counted stays with the release: only its released number leaves. */
export function releasedFigureOf(
  cell: ReleasedCell,
  { unit }: Pick<IndicatorRecord, 'unit'>,
): Figure {
  const { release, shown } = cell;
  const { value, symbol } = cell.figure;
  const words = wordsOf(release);
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
    why: `${words.from}${symbol === 'c' ? words.keptBack : ''}${agreementsIn(shown)}`,
    agreement: shown.length === 1 ? shown[0]?.agreement : undefined,
    provenance: unit === 'percent' ? words.ofPercentages : words.ofCounts,
  };
}

/** What all figures of a release say of it. */
interface ReleaseInWords {
  readonly from: string;
  /** What a c means. */
  readonly keptBack: string;
  readonly ofCounts: ProvenanceOrigin;
  readonly ofPercentages: ProvenanceOrigin;
}

const wordsOf = madeOnce((release: ReleaseRecord): ReleaseInWords => {
  const { audience, period, version, minimumCount, rounding } = release;
  const synthetic = release.synthetic ? ' (synthetic)' : '';
  const origin = {
    sourceId: null,
    fallbackSource: `Release ${releaseKey({ ...release, consortium: release.consortiumCode })}${synthetic}`,
    filed: {
      vintage: release.periodEnd.toISOString().slice(0, 10),
      recordedAt: release.publishedAt ?? release.requestedAt,
      return: null,
      table: null,
      rows: [],
    },
    release,
  };
  return {
    from: `released for ${audienceInWords[audience]}, ${periodInWords(period)}, version ${version}`,
    keptBack: `; kept back: a number from 1 to ${minimumCount - 1}, or one that would give such a number away`,
    ofCounts: {
      ...origin,
      formula: `released: counts from 1 to ${minimumCount - 1} are kept back, others are to the nearest ${rounding}`,
    },
    ofPercentages: { ...origin, formula: 'from the released counts, to whole percent' },
  };
});

/** The agreements by which a figure is read, for the end of a sentence. */
const agreementsIn = madeOnce((shown: readonly Sight[]): string => {
  const agreements = [...new Set(shown.map(({ why }) => why))];
  return agreements.length > 0 ? `; ${agreements.join(' ')}` : '';
});

/** There are hundreds of figures of a release in an answer: what they have in common is made once. */
function madeOnce<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new WeakMap<Key, Made>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
