import { notFound } from '@sufficiency/shared/errors.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ConsortiumRecord } from '../authorities/authorities.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import type { Comparison } from './comparison.service.ts';
import { readComparison } from './comparison.service.ts';
import { listIndicators } from './indicators.service.ts';
import type { Standout } from './overview.ts';
import { headlineOf, standoutsOf } from './overview.ts';

/** What a consortium’s first page shows. */
export interface Overview {
  readonly consortium: ConsortiumRecord;
  readonly headline: string;
  readonly standouts: readonly Standout[];
  readonly keyFigures: Comparison;
}

const keyFigures = [
  'cla-number',
  'cla-rate',
  'cla-foster-share',
  'cla-over-20-miles-share',
  'three-or-more-placements-share',
  'homes-in-area',
  'home-places-in-area',
  'homes-good-or-outstanding-share',
  'foster-places-approved',
];
const inYearFigures = [
  'cla-month-end',
  'cla-month-end-residential-share',
  'foster-places-vacant-month-end',
  'home-beds-vacant-month-end',
  'residential-weekly-cost-month',
  'requests-without-placement-month',
];
/** How many of each kind stand out. */
const each = 2;

/**
 * What stands out in a consortium, and its key figures, from what this viewer may see.
 *
 * @source the same cells as `comparison`.
 * @throws DomainError NOT_FOUND an unknown consortium.
 */
export async function readOverview(viewer: Viewer, code: string): Promise<Overview> {
  const consortium = await findConsortium(viewer, code);
  if (!consortium) throw notFound('consortium', code);
  const indicators = await listIndicators(viewer, {});
  // What returns say is synthetic or not yet settled, and every look at it is in somebody's log.
  const published = indicators.filter(({ collected }) => !collected);
  const known = new Set(published.map(({ key }) => key));

  const asked = { consortium: code, periods: 2, comparators: ['consortium', 'england'] };
  const all = await readComparison(viewer, { ...asked, indicators: [...known] });
  const key = await readComparison(viewer, {
    ...asked,
    indicators: keyFigures.filter((wanted) => known.has(wanted)),
  });

  const standouts = standoutsOf(all.rows, consortium.members, each);
  return {
    consortium,
    standouts,
    keyFigures: key,
    headline: headlineOf(consortium, all.rows, standouts),
  };
}

/**
 * A few figures of the latest month and the one before, as far as agreements let this viewer see them.
 *
 * @source what members' returns say.
 */
export const readInYear = (viewer: Viewer, { consortium }: Overview): Promise<Comparison> =>
  readComparison(viewer, {
    consortium: consortium.code,
    indicators: inYearFigures,
    periods: 2,
    comparators: ['consortium'],
  });
