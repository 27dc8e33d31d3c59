import {
  calendarMonth,
  firstCollectedMonth,
  monthsFrom,
} from '@sufficiency/shared/indicators/period.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AuthorityRecord } from '../authorities/authorities.service.ts';
import type { Figure } from '../indicators/comparison.service.ts';
import { readComparison } from '../indicators/comparison.service.ts';
import type { FosteringScope } from './fostering-scope.ts';

/** Stages that returns count month by month, and the indicators that say it. */
export const countedStages: ReadonlyMap<string, string> = new Map([
  ['RECEIVED', 'fostering-enquiries-month'],
  ['INITIAL-VISIT', 'fostering-initial-visits-month'],
  ['APPLICATION', 'fostering-applications-month'],
  ['STAGE1-START', 'fostering-stage-1-starts-month'],
  ['STAGE2-START', 'fostering-stage-2-starts-month'],
  ['PANEL', 'fostering-panels-month'],
  ['APPROVAL', 'fostering-approvals-month'],
]);

/** Monthly counts of authorities, each a figure with its reason. */
export class CountedMonths {
  readonly #figures: ReadonlyMap<string, Figure>;

  constructor(figures: ReadonlyMap<string, Figure>) {
    this.#figures = figures;
  }

  /** Undefined where returns never say it. */
  at({ code }: AuthorityRecord, stage: string, month: string): Figure | undefined {
    return this.#figures.get(`${code} ${countedStages.get(stage)} ${month}`);
  }
}

/**
 * What returns and releases say of some authorities' months, as comparisons show it to this viewer.
 *
 * @source the cells of `comparison`: own, exact by agreement, or released, each with its reason.
 */
export async function readCountedMonths(
  viewer: Viewer,
  { consortium, months, today }: FosteringScope,
  authorities: readonly AuthorityRecord[],
): Promise<CountedMonths> {
  const ended = months.filter(
    (month) => month >= firstCollectedMonth && calendarMonth(month).endsOn < today,
  );
  const [first] = ended;
  const last = ended.at(-1);
  if (authorities.length === 0 || !first || !last) return new CountedMonths(new Map());
  const { rows } = await readComparison(viewer, {
    consortium: consortium.code,
    indicators: [...countedStages.values()],
    authorities: authorities.map(({ code }) => code),
    period: last,
    periods: monthsFrom(first, `${last}-01`).length,
  });
  return new CountedMonths(
    new Map(
      rows.flatMap(({ indicator, cells }) =>
        cells.map(({ code, period, figure }) => [`${code} ${indicator.key} ${period}`, figure]),
      ),
    ),
  );
}
