import type { ConcentrationMeasure, GroupLine, SeenFigure } from './exposure-queries.ts';

/** A figure of so much, or none. */
export const seen = (
  value: number | null,
  text = value === null ? 'x' : `${value}`,
): SeenFigure => ({
  value,
  text,
  symbol: value === null ? 'x' : null,
  status: 'FINAL',
  synthetic: false,
  why: value === null ? 'not shared: no agreement' : 'own',
});

/** A group of the register: three homes with ten places, of which nothing is bought that is seen. */
export const group = (changed: Partial<GroupLine> = {}): GroupLine => ({
  key: 'moss-gate',
  name: 'Moss Gate',
  synthetic: false,
  services: 3,
  places: 10,
  placesUnknown: 0,
  placementsAtLeast: 0,
  judgements: [],
  placements: seen(null),
  spend: seen(null),
  ...changed,
});

/** How concentrated places are by group. */
export const measure = (changed: Partial<ConcentrationMeasure> = {}): ConcentrationMeasure => ({
  of: 'PLACES',
  by: 'GROUP',
  owners: 81,
  total: 754,
  unknown: 0,
  authorities: [],
  index: { ...seen(310), provenance: { source: 'Ofsted', vintage: null } },
  topFiveShare: seen(30.6, '30.6%'),
  ...changed,
});
