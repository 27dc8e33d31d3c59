import { figureText } from '@sufficiency/shared/indicators/figure-text.ts';
import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import type { AgreementVersion } from '../audit/audit-event.ts';
import type { ReleaseRecord } from '../disclosure/release-record.ts';

/** Where a figure came from. `sourceId` is null where no publisher's file is behind it. */
export interface ProvenanceOrigin {
  readonly sourceId: number | null;
  readonly fallbackSource: string;
  readonly formula: string | null;
  /** Of a figure that returns say; null for others. */
  readonly filed: FiledProvenance | null;
  /** The release it was read from; absent for others. */
  readonly release?: ReleaseRecord | undefined;
}

/** What of a return is behind a figure. */
export interface FiledProvenance {
  /** The day the figure speaks for, `YYYY-MM-DD`. */
  readonly vintage: string;
  readonly recordedAt: Date;
  /** These are null, and empty, where the viewer may not see the return itself, and for figures of several. */
  /** Its id. */
  readonly return: string | null;
  readonly table: string | null;
  /** As a person counts them in the file: the first below the header is 2. */
  readonly rows: readonly number[];
}

/** A figure as it leaves the service: a value or a symbol, never both, never neither. */
export interface Figure {
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
  readonly text: string;
  readonly unit: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: 'FINAL' | 'PROVISIONAL' | 'REVISED';
  readonly synthetic: boolean;
  readonly why: string;
  /** The agreement that lets this viewer see it; absent where none is needed, and where there is no figure to see. */
  readonly agreement?: AgreementVersion | undefined;
  readonly provenance: ProvenanceOrigin;
}

/** What a stored figure is made of. */
export interface StoredFigure {
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
  readonly status: 'FINAL' | 'PROVISIONAL' | 'REVISED';
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly formula: string | null;
  readonly reason: string | null;
  readonly source_id: number;
}

export interface FigureContract {
  readonly unit: string;
  readonly decimals: number;
  readonly source: string;
}

const publicWhy: Readonly<Record<DataSymbol, string>> = {
  c: 'public: its publisher suppressed it so that nobody can be identified',
  x: 'public: its publisher has no figure',
  z: 'public: it does not apply here',
  k: 'public: it rounds to zero but is not zero',
  u: 'public: its publisher calls it unreliable',
};

/** A public figure, as stored. */
export function publicFigure(stored: StoredFigure, contract: FigureContract): Figure {
  const { value, symbol } = stored;
  return {
    value,
    symbol,
    text: figureText({ value, symbol, unit: contract.unit, decimals: contract.decimals }),
    unit: contract.unit,
    numerator: stored.numerator,
    denominator: stored.denominator,
    status: stored.status,
    synthetic: false,
    why: symbol === null ? 'public' : whyOf(symbol, stored.reason),
    provenance: {
      sourceId: stored.source_id,
      fallbackSource: contract.source,
      formula: stored.formula,
      filed: null,
    },
  };
}

/** A public figure of which no more was read than its value or symbol and its status; what is behind it stays open. */
export function briefFigure(
  stored: Pick<StoredFigure, 'value' | 'symbol' | 'status'>,
  contract: FigureContract,
  provenance: ProvenanceOrigin,
): Figure {
  const { value, symbol, status } = stored;
  const { unit, decimals } = contract;
  return {
    value,
    symbol,
    text: figureText({ value, symbol, unit, decimals }),
    unit,
    numerator: null,
    denominator: null,
    status,
    synthetic: false,
    why: symbol === null ? 'public' : publicWhy[symbol],
    provenance,
  };
}

const whyOf = (symbol: DataSymbol, reason: string | null) =>
  reason && symbol !== 'c' ? `public: ${reason.replace(/\.$/, '')}` : publicWhy[symbol];

/** No figure: `why` says so in a sentence, the same whether or not one exists that the viewer may not see. */
export function noFigure(why: string, contract: FigureContract): Figure {
  return {
    value: null,
    symbol: 'x',
    text: 'x',
    unit: contract.unit,
    numerator: null,
    denominator: null,
    status: 'FINAL',
    synthetic: false,
    why,
    provenance: { sourceId: null, fallbackSource: contract.source, formula: null, filed: null },
  };
}
