import type { Addends, Formula } from '../returns/formula.ts';
import type { CollectedIndicator } from './in-year.ts';
import { fewMovesIt, percent, provisional } from './in-year.ts';
import { byType, inGroup, onTheLastDay } from './in-year-children.ts';

const byDistance = { table: 'children-by-distance', columns: ['children'] } as const;

const childrenShare = {
  ...onTheLastDay,
  ...percent,
  denominatorText: 'Children looked after on the last day of the month',
} as const;

const allChildren = 'all children looked after';

const share = (of: Addends, over: Addends, words: string): Formula => ({
  kind: 'ratio',
  of,
  over,
  words: `${words} × 100`,
});

/** Children looked after at month end: the shares in some kinds of placement, far from home, and unsettled. */
export const childShares: readonly CollectedIndicator[] = [
  {
    contract: {
      ...childrenShare,
      key: 'cla-month-end-foster-share',
      title: 'Children looked after in foster placements at month end',
      definition:
        'Share of children looked after on the last day of the month who were in a foster placement of any kind.',
      numeratorText: 'Children in foster placements (U1 to U6)',
      polarity: 'HIGH',
      cautions: [
        'Includes placements with relatives and friends, and with agencies as well as the authority’s own carers.',
        fewMovesIt,
        provisional,
      ],
    },
    formula: share(
      inGroup('foster'),
      byType,
      `children with placement types U1 to U6 ÷ ${allChildren}`,
    ),
  },
  {
    contract: {
      ...childrenShare,
      key: 'cla-month-end-residential-share',
      title: 'Children looked after in secure homes and children’s homes at month end',
      definition:
        'Share of children looked after on the last day of the month who were in a secure home or a children’s home.',
      numeratorText: 'Children in secure homes and children’s homes (K1, K2)',
      polarity: 'NONE',
      cautions: [
        'Does not include residential schools, other residential settings or supported accommodation.',
        fewMovesIt,
        provisional,
      ],
    },
    formula: share(
      inGroup('residential'),
      byType,
      `children with placement types K1 and K2 ÷ ${allChildren}`,
    ),
  },
  {
    contract: {
      ...childrenShare,
      key: 'cla-month-end-outside-area-share',
      title: 'Children looked after who live outside the authority at month end',
      definition:
        'Share of children looked after on the last day of the month who were placed outside the authority’s boundary.',
      numeratorText: 'Children placed outside the local authority boundary',
      polarity: 'LOW',
      cautions: [
        'A city with a tight boundary places outside it more often than a county, at the same distance from home.',
        'Children whose place is not known are in the denominator and never in the numerator.',
        provisional,
      ],
    },
    formula: share(
      { ...byDistance, where: { location: ['OUT'] } },
      byDistance,
      `children who live outside the authority ÷ ${allChildren}`,
    ),
  },
  {
    contract: {
      ...childrenShare,
      key: 'cla-month-end-over-20-miles-share',
      title: 'Children looked after more than 20 miles from home at month end',
      definition:
        'Share of children looked after on the last day of the month who were placed more than 20 miles from home, inside or outside the authority.',
      numeratorText: 'Children placed more than 20 miles from home',
      polarity: 'LOW',
      cautions: [
        'Children whose distance is not known are in the denominator and never in the numerator.',
        'In a large county a placement inside the boundary may be more than 20 miles from home.',
        provisional,
      ],
    },
    formula: share(
      { ...byDistance, where: { distance_band: ['OVER20'] } },
      byDistance,
      `children more than 20 miles from home ÷ ${allChildren}`,
    ),
  },
  {
    contract: {
      ...childrenShare,
      key: 'three-or-more-placements-month-end-share',
      title: 'Children looked after with three or more placements in twelve months',
      definition:
        'Share of children looked after on the last day of the month who had three or more placements in the twelve months to that day.',
      numeratorText: 'Children with three or more placements in the twelve months',
      polarity: 'LOW',
      cautions: [
        'Children who stopped being looked after during the twelve months are not counted.',
        'Months overlap: eleven of the twelve months behind a figure are also behind the one before it.',
        fewMovesIt,
        provisional,
      ],
    },
    formula: share(
      { table: 'stability', columns: ['three_or_more_placements'] },
      { table: 'stability', columns: ['children'] },
      `children with three or more placements ÷ ${allChildren}`,
    ),
  },
];
