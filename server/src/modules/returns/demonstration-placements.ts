import type { Counts, Weights } from '../../platform/demonstration-shapes.ts';
import { scattered } from '../../platform/demonstration-shapes.ts';
import { flowsOf, placedChildren, sectorTotals } from './demonstration-children.ts';
import type { Cells, MadeTables, ReturnMonth } from './demonstration-month.ts';
import { breakdown, chanceIn, crossed, dividedIn } from './demonstration-month.ts';

// Of the national statistics of children looked after, but for what an authority's own figures give.
const legalStatuses: Weights = { C1: 17, C2: 57, E1: 5.4, V2: 19.9, J1: 0.7 };
const ages: Weights = { UNDER1: 4.8, '1TO4': 13, '5TO9': 17, '10TO15': 38.2, '16PLUS': 27 };
const genders: Weights = { '1': 57, '2': 42.8, '9': 0.2 };
const ethnicities: Weights = { WHITE: 72, MIXED: 10.5, ASIAN: 6, BLACK: 7, OTHER: 4.5 };
const unaccompanied: Weights = { UASC: 8, 'NOT-UASC': 92 };
const needs: Weights = { N1: 65, N2: 2.5, N3: 3, N4: 7, N5: 13, N6: 1.5, N7: 0.1, N8: 8 };
const reasonsForLeaving: Weights = {
  E11: 1,
  E12: 8,
  E13: 5,
  E14: 1,
  E17: 8,
  E2: 0.2,
  E3: 1,
  E41: 5,
  E45: 5,
  E47: 5,
  E4A: 17,
  E4B: 4,
  E5: 14,
  E6: 5,
  E8: 14,
};
const reasonsForMoves: Weights = {
  CARPL: 35,
  CLOSE: 3,
  STAND: 2,
  CREQB: 12,
  CREQO: 9,
  CHILD: 4,
  LAREQ: 9,
  PLACE: 8,
  OTHER: 15.7,
};
const reasonsForDistance: Weights = {
  PREFERENCE: 9,
  SAFEGUARDING: 17,
  'NOT-AVAILABLE': 46,
  'NOT-EXISTING': 11,
  NK: 10,
};

/** Children looked after of one authority in one month, in every table of the format. */
export function makePlacements(of: ReturnMonth): MadeTables {
  const placed = placedChildren(of);
  const { children } = placed;
  const { starters, leavers, moves } = flowsOf(of);
  const distances = distancesOf(of, children);
  const farAway = Object.values(distances).reduce((sum, by) => sum + (by['OVER20'] ?? 0), 0);
  const by = (column: string, counts: Counts, usual: readonly string[] = Object.keys(counts)) =>
    breakdown({ by: column, counted: 'children', usual }, counts);
  const split = (name: string, total: number, weights: Weights) =>
    dividedIn(of, { of: name, total, weights, swing: 0.06 });
  const events = (counted: string, column: string, total: number, weights: Weights) =>
    breakdown({ by: column, counted }, scattered(total, weights, chanceIn(of, counted)));

  return {
    'children-by-placement-type': by('placement_type', placed.types, ['K1', 'K2', 'K3', 'P1']),
    'children-by-provider-sector': by('provider_sector', sectorTotals(placed)),
    'children-by-distance': crossed(
      { by: 'location', and: 'distance_band', counted: 'children' },
      distances,
    ),
    'children-over-20-miles-by-reason': by(
      'distance_reason',
      split('distance reasons', farAway, reasonsForDistance),
      [],
    ),
    'children-by-legal-status': by(
      'legal_status',
      split('legal statuses', children, legalStatuses),
      ['C1', 'C2', 'E1', 'V2'],
    ),
    'children-by-age': by('age_band', split('ages', children, ages)),
    'children-by-gender': by('gender', split('genders', children, genders)),
    'children-by-unaccompanied-status': by(
      'unaccompanied_status',
      split('unaccompanied', children, unaccompanied),
    ),
    'children-by-ethnicity': by('ethnic_group', split('ethnicities', children, ethnicities)),
    'starters-by-need': events('starters', 'category_of_need', starters, needs),
    'leavers-by-reason': events('leavers', 'reason', leavers, reasonsForLeaving),
    'moves-by-reason': events('moves', 'reason', moves, reasonsForMoves),
    stability: [stabilityOf(of, children)],
    'unregistered-placements': unregisteredOf(of, children),
  };
}

/** Inside or outside the boundary and how far from home, by the authority's published shares. */
function distancesOf(of: ReturnMonth, children: number): Readonly<Record<string, Counts>> {
  const outside = of.profile.published('cla-outside-authority-share');
  const far = of.profile.published('cla-over-20-miles-share');
  // Only a county is wide enough for more than twenty miles inside its boundary.
  const farInside = far * (of.profile.code.startsWith('E10') ? 0.2 : 0.01);
  const farOutside = Math.min(outside * 0.9, far - farInside);
  const unknown = { inside: 3, outside: 2 };
  const counts = dividedIn(of, {
    of: 'distances',
    total: children,
    weights: {
      'IN UPTO20': Math.max(1, 100 - outside - farInside - unknown.inside),
      'IN OVER20': farInside,
      'IN NK': unknown.inside,
      'OUT UPTO20': Math.max(1, outside - farOutside - unknown.outside),
      'OUT OVER20': farOutside,
      'OUT NK': unknown.outside,
      'NK NK': 0.4,
    },
    swing: 0.04,
  });
  return byPair(counts);
}

function stabilityOf(of: ReturnMonth, children: number): Cells {
  const part = (name: string, total: number, percent: number) =>
    dividedIn(of, { of: name, total, weights: { yes: percent, no: 100 - percent }, swing: 0.04 })[
      'yes'
    ] ?? 0;
  const longTerm = part('long-term children', children, 34);

  return {
    children,
    three_or_more_placements: part(
      'three placements',
      children,
      of.profile.published('three-or-more-placements-share'),
    ),
    long_term_children: longTerm,
    same_placement_two_years: part(
      'two years',
      longTerm,
      of.profile.published('same-placement-two-years-share'),
    ),
  };
}

/** Small numbers: two or three in a thousand children, in six cells. */
function unregisteredOf(of: ReturnMonth, children: number): readonly Cells[] {
  const weights = {
    'UNREGISTERED-HOME UNDER16': 45,
    'UNREGISTERED-HOME 16PLUS': 20,
    'UNREGISTERED-SUPPORTED UNDER16': 1,
    'UNREGISTERED-SUPPORTED 16PLUS': 24,
    'UNREGULATED UNDER16': 3,
    'UNREGULATED 16PLUS': 7,
  };
  const total = chanceIn(of, 'unregistered').count(children * 0.004);
  const counts = scattered(total, weights, chanceIn(of, 'unregistered settings'));
  return crossed({ by: 'setting', and: 'age', counted: 'children' }, byPair(counts));
}

/** Counts of pairs of codes, written `OUT OVER20`, by the first code. */
function byPair(counts: Counts): Readonly<Record<string, Counts>> {
  const nested: Record<string, Record<string, number>> = {};
  for (const [pair, count] of Object.entries(counts)) {
    const [first = '', second = ''] = pair.split(' ');
    nested[first] = { ...nested[first], [second]: count };
  }
  return nested;
}
