import { roundTo } from '@sufficiency/shared/indicators/rounding.ts';
import type { AuthorityRecord } from '../authorities/authorities.service.ts';
import type { Comparison, Figure } from '../indicators/comparison.service.ts';
import { homesOf } from './concentration-measure.ts';
import type { HeldServiceRow } from './exposure.queries.ts';
import type { AuthorityUse, UseRow } from './provider-use.ts';
import { placementsFigure } from './provider-use.ts';
import { madeFigure, noFigureOf } from './use-figure.ts';

/** Keys of the published indicators of children placed across boundaries. */
export const flowIndicators = [
  'children-placed-in-by-others',
  'children-placed-outside',
  'net-placements-in',
] as const;

/** Where children live: a member's area, elsewhere in England, or nobody says where. */
export type HostKind = 'MEMBER' | 'ELSEWHERE' | 'NOT_KNOWN';

/** Placements of one member that are in one place. */
export interface FlowCell {
  readonly hostKind: HostKind;
  /** Null unless a member. */
  readonly host: AuthorityRecord | null;
  readonly placing: AuthorityRecord;
  readonly placements: Figure;
}

/** Children placed across an authority's boundary, as published. */
export interface PublishedFlow {
  readonly authority: AuthorityRecord;
  /** Label of the year. */
  readonly period: string;
  readonly incoming: Figure;
  readonly outgoing: Figure;
  readonly net: Figure;
}

/** How far an authority uses the children's homes in its own area itself. */
export interface OwnUse {
  readonly authority: AuthorityRecord;
  /** Registered places of children's homes in its area; null where they are not known. */
  readonly places: number | null;
  readonly ownPlacements: Figure;
  /** Unit: percent of these places. */
  readonly share: Figure;
}

/** Who places where, as far as this viewer sees members' records: one cell for each host and placing member. */
export function flowMatrix(uses: readonly AuthorityUse[]): FlowCell[] {
  const members = uses.map(({ authority }) => authority);
  const codes = new Set(members.map(({ code }) => code));
  const hosts: readonly { kind: HostKind; host: AuthorityRecord | null; is: Test }[] = [
    ...members.map((host) => ({ kind: 'MEMBER' as const, host, is: isIn(host.code) })),
    { kind: 'ELSEWHERE', host: null, is: (code) => code !== null && !codes.has(code) },
    { kind: 'NOT_KNOWN', host: null, is: (code) => code === null },
  ];
  return hosts.flatMap(({ kind, host, is }) =>
    uses.map((use) => ({
      hostKind: kind,
      host,
      placing: use.authority,
      placements: placementsFigure(use, {
        rows: use.rows.filter(({ host_authority_code }) => is(host_authority_code)),
        synthetic: null,
      }),
    })),
  );
}

type Test = (hostCode: string | null) => boolean;

const isIn =
  (code: string): Test =>
  (host) =>
    host === code;

/** What is published of each member, as it stands in a comparison of `flowIndicators`. */
export function publishedFlows(
  { rows, periods }: Comparison,
  members: readonly AuthorityRecord[],
): PublishedFlow[] {
  const [period = ''] = periods;
  const figureOf = (key: string, code: string) =>
    rows.find(({ indicator }) => indicator.key === key)?.cells.find((cell) => cell.code === code)
      ?.figure;
  return members.flatMap((authority) => {
    const [incoming, outgoing, net] = flowIndicators.map((key) => figureOf(key, authority.code));
    return incoming && outgoing && net ? [{ authority, period, incoming, outgoing, net }] : [];
  });
}

/** Own placements in children's homes of the own area, of the places there. */
export const ownUses = (
  uses: readonly AuthorityUse[],
  services: readonly HeldServiceRow[],
): OwnUse[] => uses.map((use) => ownUseOf(use, services));

function ownUseOf(use: AuthorityUse, services: readonly HeldServiceRow[]): OwnUse {
  const { authority, rows } = use;
  const inHomes = rows.filter(isInHomeOf(authority.code));
  // What is made up is set against homes that are made up.
  const isMadeUp = rows.some(({ synthetic }) => synthetic);
  const homes = homesOf(services, isMadeUp).filter(
    ({ authority_code }) => authority_code === authority.code,
  );
  const places = homes.some((home) => home.places === null)
    ? null
    : homes.reduce((sum, home) => sum + (home.places ?? 0), 0);
  const ownPlacements = placementsFigure(use, { rows: inHomes, synthetic: null });
  return { authority, places, ownPlacements, share: shareOf(ownPlacements, places) };
}

const isInHomeOf = (code: string) => (row: UseRow) =>
  row.service === 'RESIDENTIAL' && row.host_authority_code === code;

function shareOf(placements: Figure, places: number | null): Figure {
  const of = {
    unit: 'percent',
    decimals: 1,
    source: placements.provenance.fallbackSource,
    formula: 'own placements ÷ registered places in the area × 100',
  };
  if (placements.value === null) return noFigureOf(of, placements.why);
  if (places === null || places === 0) {
    return noFigureOf(of, 'not available: the places of the children’s homes here are not known');
  }
  const { why, synthetic } = placements;
  return madeFigure(roundTo((placements.value / places) * 100, 1), of, { why, synthetic });
}
