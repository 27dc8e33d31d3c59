import { figureText } from '@sufficiency/shared/indicators/figure-text.ts';
import type { AgreementVersion } from '../audit/audit-event.ts';
import type { ValueOrSymbol } from './comparison.queries.ts';
import type { Figure, FigureContract } from './figure.ts';
import type { ReadPeriod } from './figure-grid.ts';
import { numberIn, symbolOf } from './figure-grid.ts';
import type { FiledOrigin } from './own-figures.queries.ts';

/** What a figure that a return says is about. */
export interface FiledSubject {
  readonly authority: { readonly code: string; readonly name: string };
  readonly dataset: string;
  readonly period: ReadPeriod;
}

/** A figure that a return says, as the statement found it. */
export interface FiledFigure {
  readonly figure: ValueOrSymbol;
  readonly status: Figure['status'];
  readonly origin: FiledOrigin;
}

/** How a viewer may see a figure. */
interface Seeing {
  readonly why: string;
  /** Absent for one's own. */
  readonly agreement?: AgreementVersion | undefined;
  /** True where the return and its rows may be seen too. */
  readonly records: boolean;
}

/** A figure of one return, as its rows say. */
export function filedFigure(
  { figure, status, origin }: FiledFigure,
  subject: FiledSubject,
  { why, agreement, records }: Seeing,
  contract: FigureContract,
): Figure {
  const [value, symbol] = [numberIn(figure), symbolOf(figure)];
  const { unit, decimals } = contract;
  const shown = records ? origin : { ...origin, return: null };
  return {
    value,
    symbol,
    text: figureText({ value, symbol, unit, decimals }),
    unit,
    numerator: origin.numerator,
    denominator: origin.denominator,
    status,
    synthetic: origin.synthetic,
    why,
    agreement,
    provenance: {
      sourceId: null,
      fallbackSource: sourceText(subject, shown),
      formula: origin.formula,
      filed: {
        vintage: subject.period.endsOn,
        recordedAt: new Date(origin.recorded_at),
        return: shown.return?.id ?? null,
        table: records ? origin.table : null,
        rows: records ? origin.rows : [],
      },
    },
  };
}

function sourceText({ authority, dataset, period }: FiledSubject, filed: FiledOrigin): string {
  const version = filed.return ? `, version ${filed.return.version}` : '';
  const synthetic = filed.synthetic ? ' (synthetic)' : '';
  return `Return of ${authority.name} for ${dataset}, ${period.label}${version}${synthetic}`;
}
