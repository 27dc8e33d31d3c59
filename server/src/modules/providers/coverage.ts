import { boughtServices, spotReasons } from '@sufficiency/shared/indicators/in-year-sourcing.ts';
import type { AuthorityRecord } from '../authorities/authorities.service.ts';
import type { Comparison, Figure } from '../indicators/comparison.service.ts';

/** All services together, beside those that have a share of their own. */
const allServices = {
  code: 'ALL',
  title: 'All services',
  share: 'on-framework-share-month',
  spot: 'spot-placements-month',
};

/** What the board has a row for. */
const coveredServices = [allServices, ...boughtServices];

/** Keys of every indicator the board shows. */
export const coverageIndicators: readonly string[] = [
  ...coveredServices.flatMap(({ share, spot }) => [share, spot]),
  ...spotReasons.map(({ indicator }) => indicator),
];

/** One month of how a service is bought. */
export interface CoverageMonth {
  /** Label. */
  readonly period: string;
  /** Placements made on a framework of those bought. Unit: percent. */
  readonly share: Figure;
  /** Placements made by spot purchase. */
  readonly spot: Figure;
  /** How the share moved since the month before. */
  readonly direction: Direction;
}

/** How an authority, or its consortium together, buys a service, month by month. */
export interface CoverageRow {
  /** Null: all members together. */
  readonly authority: AuthorityRecord | null;
  /** Code of the service; `ALL` for all together. */
  readonly service: string;
  readonly title: string;
  readonly figures: readonly CoverageMonth[];
}

/** How often an authority, or its consortium together, buys off framework for one reason, month by month. */
export interface SpotReasonRow {
  /** Null: all members together. */
  readonly authority: AuthorityRecord | null;
  readonly reason: string;
  readonly title: string;
  readonly figures: readonly { readonly period: string; readonly figure: Figure }[];
}

type Cell = Comparison['rows'][number]['cells'][number];
type Direction = Cell['direction'];

/** Cells by indicator, whose they are (null: the consortium's), and month. */
class Cells {
  readonly #cells = new Map<string, Cell>();

  constructor({ rows }: Comparison) {
    for (const { indicator, cells } of rows) {
      for (const cell of cells) {
        this.#cells.set(keyOf(indicator.key, cell.code, cell.period), cell);
      }
    }
  }

  at(indicator: string, of: AuthorityRecord | null, period: string): Cell {
    const cell = this.#cells.get(keyOf(indicator, of?.code ?? null, period));
    if (!cell) throw new Error(`The comparison has no ${indicator} of ${period}.`);
    return cell;
  }
}

const keyOf = (...parts: readonly (string | null)[]) => parts.join('|');

/** Arranges a comparison of `coverageIndicators`, with the consortium beside its members, as the board shows it. */
export function coverageRows(
  comparison: Comparison,
  members: readonly AuthorityRecord[],
): { readonly rows: readonly CoverageRow[]; readonly spotReasons: readonly SpotReasonRow[] } {
  const cells = new Cells(comparison);
  const { periods } = comparison;
  const all = [...members, null];

  return {
    rows: coveredServices.flatMap(({ code, title, share, spot }) =>
      all.map((authority) => ({
        authority,
        service: code,
        title,
        figures: periods.map((period) => {
          const { figure, direction } = cells.at(share, authority, period);
          return {
            period,
            share: figure,
            spot: cells.at(spot, authority, period).figure,
            direction,
          };
        }),
      })),
    ),
    spotReasons: spotReasons.flatMap(({ code, title, indicator }) =>
      all.map((authority) => ({
        authority,
        reason: code,
        title,
        figures: periods.map((period) => ({
          period,
          figure: cells.at(indicator, authority, period).figure,
        })),
      })),
    ),
  };
}
