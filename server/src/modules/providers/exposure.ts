import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';
import { judgements } from '@sufficiency/shared/providers/judgements.ts';
import type { AuthorityRecord } from '../authorities/authorities.service.ts';
import type { Figure } from '../indicators/comparison.service.ts';
import { homesOf } from './concentration-measure.ts';
import type { GroupRow, HeldServiceRow } from './exposure.queries.ts';
import type { AuthorityUse } from './provider-use.ts';
import { placementsFigure, placementsIn, spendFigure } from './provider-use.ts';
import { madeFigure, noFigureOf } from './use-figure.ts';

/** What is known of a consortium's market: its register, and what this viewer sees of its members' use. */
export interface Market {
  /** The consortium's name. */
  readonly consortium: string;
  /** Services in members' areas. */
  readonly services: readonly HeldServiceRow[];
  /** One for each member. */
  readonly uses: readonly AuthorityUse[];
}

/** How exposed one authority is to a group. */
export interface AuthorityExposure {
  readonly authority: AuthorityRecord;
  /** Registered places of the group's children's homes in its area; null where none is known. */
  readonly placesInArea: number | null;
  readonly placements: Figure;
  readonly spend: Figure;
}

/** How exposed a consortium is to one provider group. */
export interface GroupExposure {
  readonly group: GroupRow;
  /** Services of the group in members' areas. */
  readonly services: number;
  /** Registered places of its children's homes there; null where none is known. */
  readonly places: number | null;
  /** Children's homes of it whose places are not known. */
  readonly placesUnknown: number;
  readonly judgements: readonly { readonly judgement: Judgement; readonly services: number }[];
  /** Of all members together: only where every one's are seen. */
  readonly placements: Figure;
  /** What is seen of them, whoever does not share. */
  readonly placementsAtLeast: number;
  /** Of the viewer's own authorities. */
  readonly spend: Figure;
  readonly authorities: () => readonly AuthorityExposure[];
}

/** How exposed a consortium is to a group, as far as this viewer sees it. */
export function exposureOf(group: GroupRow, market: Market): GroupExposure {
  const services = market.services.filter(({ group_id }) => group_id === group.id);
  const homes = homesOf(services, group.synthetic);
  const parts = market.uses.map((use) => ({ use, part: partOf(use, group) }));

  return {
    group,
    services: services.length,
    places: placesOf(homes),
    placesUnknown: homes.filter(({ places }) => places === null).length,
    judgements: judgements.flatMap((judgement) => {
      const judged = services.filter((service) => service.judgement === judgement);
      return judged.length > 0 ? [{ judgement, services: judged.length }] : [];
    }),
    placements: totalPlacements(group, market),
    placementsAtLeast: seenOfGroup(group, market),
    spend: totalSpend(group, market),
    authorities: () =>
      parts.map(({ use, part }) => ({
        authority: use.authority,
        placesInArea: placesOf(
          homes.filter(({ authority_code }) => authority_code === use.authority.code),
        ),
        placements: placementsFigure(use, part),
        spend: spendFigure(use, part),
      })),
  };
}

const partOf = ({ rows }: AuthorityUse, { id, synthetic }: GroupRow) => ({
  rows: rows.filter(({ group_id }) => group_id === id),
  synthetic,
});

/** Places that are known, added up; null where none is: unknown is not nothing. */
function placesOf(homes: readonly HeldServiceRow[]): number | null {
  const known = homes.flatMap(({ places }) => places ?? []);
  return known.length === 0 && homes.length > 0 ? null : sum(known);
}

const sum = (numbers: readonly number[]) => numbers.reduce((so, far) => so + far, 0);

const seenOfGroup = (group: GroupRow, { uses }: Market) =>
  sum(uses.map((use) => placementsIn(partOf(use, group).rows)));

/** Placements of all members with a group: the sum where every member's are seen, else why not. */
function totalPlacements(group: GroupRow, { uses }: Market): Figure {
  const of = {
    unit: 'placements',
    decimals: 0,
    source: 'Placements with providers as the members recorded them',
    formula: `sum of ${uses.length} authorities`,
  };
  const figures = uses.map((use) => placementsFigure(use, partOf(use, group)));
  const missing = figures.filter(({ value }) => value === null);
  const [first] = missing;
  if (first && missing.length === figures.length) return noFigureOf(of, first.why);
  if (first) {
    return noFigureOf(
      of,
      `not shared, or not available, of ${missing.length} of ${uses.length} authorities: a total needs them all`,
    );
  }
  return madeFigure(sum(figures.map(({ value }) => value ?? 0)), of, {
    why: uses.every(({ sight }) => sight?.own) ? 'own' : 'you see the records of every member',
    synthetic: figures.some(({ synthetic }) => synthetic),
  });
}

/** What the viewer's own authorities pay a group in a week; `x` where it has none, or not all is recorded. */
function totalSpend(group: GroupRow, { uses }: Market): Figure {
  const own = uses.filter(({ sight }) => sight?.own);
  const figures = own.map((use) => spendFigure(use, partOf(use, group)));
  const [first] = figures;
  const [any] = uses;
  const without = figures.find(({ value }) => value === null);
  if (without || !first) {
    return without ?? (any ? spendFigure(any, partOf(any, group)) : noOwnSpend);
  }
  return madeFigure(
    sum(figures.map(({ value }) => value ?? 0)),
    { unit: first.unit, decimals: 0, source: first.provenance.fallbackSource },
    { why: 'own', synthetic: figures.some(({ synthetic }) => synthetic) },
  );
}

const noOwnSpend = noFigureOf(
  { unit: 'GBP per week', decimals: 0, source: 'Placements with providers' },
  'not available: there is no member',
);

/** Groups with places in members' areas, or placements that are seen: those with most of these first, then of those. */
export function exposuresOf(groups: readonly GroupRow[], market: Market): GroupExposure[] {
  return groups
    .map((group) => exposureOf(group, market))
    .sort(
      (one, other) =>
        other.placementsAtLeast - one.placementsAtLeast ||
        (other.places ?? 0) - (one.places ?? 0) ||
        one.group.name.localeCompare(other.group.name, 'en-GB'),
    );
}
