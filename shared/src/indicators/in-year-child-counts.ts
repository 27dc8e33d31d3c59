import type { Addends, Formula } from '../returns/formula.ts';
import type { CollectedIndicator } from './in-year.ts';
import { added, growsWithSize, ofReturns, oneMonth, provisional } from './in-year.ts';
import { byType, inGroup, onTheLastDay } from './in-year-children.ts';

const inTheMonth = {
  ...ofReturns,
  ...added,
  dataset: 'placements',
  cohort: null,
  periodBasis: 'calendar month',
} as const;

const groupCount = {
  ...onTheLastDay,
  ...added,
  unit: 'children',
  // For some children each kind of placement is the right one.
  polarity: 'NONE',
  cautions: [
    'The four groups of placement types together are all children looked after.',
    growsWithSize,
    provisional,
  ],
} as const;

const sum = (of: Addends, words: string): Formula => ({ kind: 'sum', of, words });

/** Children looked after at month end: how many, and in what kind of placement. */
export const childCounts: readonly CollectedIndicator[] = [
  {
    contract: {
      ...onTheLastDay,
      ...added,
      key: 'cla-month-end',
      title: 'Children looked after at month end',
      definition: 'Number of children looked after by the authority on the last day of the month.',
      unit: 'children',
      // As for the count of 31 March: it may be need, or need that was met.
      polarity: 'NONE',
      cautions: [
        'The figure for March need not equal the published one, which is taken from the corrected return of the year.',
        growsWithSize,
        provisional,
      ],
    },
    formula: sum(byType, 'sum of children over all placement types'),
  },
  {
    contract: {
      ...groupCount,
      key: 'cla-month-end-foster',
      title: 'Children in foster placements at month end',
      definition:
        'Number of children looked after on the last day of the month in a foster placement of any kind (U1 to U6).',
    },
    formula: sum(inGroup('foster'), 'sum of children with placement types U1 to U6'),
  },
  {
    contract: {
      ...groupCount,
      key: 'cla-month-end-residential',
      title: 'Children in secure homes and children’s homes at month end',
      definition:
        'Number of children looked after on the last day of the month in a secure home or a children’s home (K1, K2).',
    },
    formula: sum(inGroup('residential'), 'sum of children with placement types K1 and K2'),
  },
  {
    contract: {
      ...groupCount,
      key: 'cla-month-end-supported',
      title: 'Children in supported accommodation at month end',
      definition:
        'Number of children looked after on the last day of the month in registered supported accommodation (K3).',
    },
    formula: sum(inGroup('supported'), 'children with placement type K3'),
  },
  {
    contract: {
      ...groupCount,
      key: 'cla-month-end-other',
      title: 'Children in other placements at month end',
      definition:
        'Number of children looked after on the last day of the month in any other placement: with parents, placed for adoption, residential schools, health, custody, temporary and other placements.',
    },
    formula: sum(
      inGroup('other'),
      'sum of children with any other placement type (A, P, R, S, T and Z codes)',
    ),
  },
];

/** Children in placements without registration, and what happened in the month. */
export const careEvents: readonly CollectedIndicator[] = [
  {
    contract: {
      ...onTheLastDay,
      ...added,
      key: 'unregistered-placements-month-end',
      title: 'Children in unregistered and unregulated placements at month end',
      definition:
        'Number of children looked after on the last day of the month in a setting that is not registered with Ofsted, whether it ought to be or need not be.',
      unit: 'children',
      polarity: 'LOW',
      cautions: [
        'A small number in most authorities: never to be broken down or told together with a place or an age.',
        'Whether a setting ought to be registered is the authority’s own judgement until Ofsted decides.',
        provisional,
      ],
    },
    formula: sum(
      { table: 'unregistered-placements', columns: ['children'] },
      'sum of children over all settings and ages',
    ),
  },
  {
    contract: {
      ...inTheMonth,
      key: 'care-started-month',
      title: 'Children who started to be looked after in the month',
      definition:
        'Number of children who started to be looked after by the authority in the month.',
      unit: 'children',
      polarity: 'NONE',
      cautions: [
        'A group of brothers and sisters moves it by several.',
        'Unaccompanied asylum-seeking children are included.',
        oneMonth,
        provisional,
      ],
    },
    formula: sum(
      { table: 'starters-by-need', columns: ['starters'] },
      'sum of children who started over all categories of need',
    ),
  },
  {
    contract: {
      ...inTheMonth,
      key: 'care-ended-month',
      title: 'Children who ceased to be looked after in the month',
      definition:
        'Number of children who ceased to be looked after by the authority in the month, for any reason.',
      unit: 'children',
      polarity: 'NONE',
      cautions: [
        'Includes young people who turned 18.',
        'Last month’s number plus those who started minus those who ceased should give this month’s number; corrections made late are the usual reason where it does not.',
        oneMonth,
        provisional,
      ],
    },
    formula: sum(
      { table: 'leavers-by-reason', columns: ['leavers'] },
      'sum of children who ceased over all reasons',
    ),
  },
  {
    contract: {
      ...inTheMonth,
      key: 'placement-moves-month',
      title: 'Placement moves in the month',
      definition: 'Number of moves of children from one placement to another in the month.',
      unit: 'moves',
      polarity: 'LOW',
      cautions: [
        'Moves, not children: a child who moved twice counts twice.',
        'Includes planned moves that are good for the child.',
        growsWithSize,
        provisional,
      ],
    },
    formula: sum({ table: 'moves-by-reason', columns: ['moves'] }, 'sum of moves over all reasons'),
  },
];
