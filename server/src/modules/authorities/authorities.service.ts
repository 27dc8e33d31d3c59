import { badInput } from '@sufficiency/shared/errors.ts';
import { today } from '../../platform/clock.ts';
import type { Viewer } from '../access/viewer.ts';
import { oncePerOperation, publiclyKnown } from '../access/viewer.ts';
import type {
  AuthorityRow,
  ConsortiumRow,
  NeighbourRow,
  PopulationRow,
} from './authorities.queries.ts';
import {
  allAuthorities,
  allConsortia,
  newestNeighbours,
  newestPopulations,
} from './authorities.queries.ts';
import type { AuthorityRecord, ConsortiumRecord, NeighbourRecord } from './authority.ts';

export type { AuthorityRecord, ConsortiumRecord };

/** All authorities of England with children's services, by name and by every code they go by. */
const directory = publiclyKnown(async (database) => {
  const byCode = new Map<string, AuthorityRecord>();
  const rows = await database.publicRows<AuthorityRow>(allAuthorities);
  const list = rows.map(({ code, name, dfe_code, region_code, region_name, before }) => {
    const authority = {
      code,
      name,
      dfeCode: dfe_code,
      regionCode: region_code,
      regionName: region_name,
    };
    for (const known of [code, ...before]) byCode.set(known, authority);
    return authority;
  });
  return { list, byCode };
});

/** The authority a GSS code stands for, today's or the one before it of the same area; null if there is none. */
export async function findAuthority(viewer: Viewer, code: string): Promise<AuthorityRecord | null> {
  return (await directory(viewer)).byCode.get(code) ?? null;
}

/** The authorities of these codes, in the same order; null where there is none. */
export async function findAuthorities(
  viewer: Viewer,
  codes: readonly string[],
): Promise<(AuthorityRecord | null)[]> {
  const { byCode } = await directory(viewer);
  return codes.map((code) => byCode.get(code) ?? null);
}

/** Authorities by name, of one region or whose name or code contains `search`. */
export async function listAuthorities(
  viewer: Viewer,
  filter: { regionCode?: string | null | undefined; search?: string | null | undefined },
): Promise<AuthorityRecord[]> {
  const { list } = await directory(viewer);
  const wanted = searchText(filter.search);
  return list.filter(
    ({ code, name, regionCode }) =>
      (!filter.regionCode || regionCode === filter.regionCode) &&
      (name.toLowerCase().includes(wanted) || code.toLowerCase().includes(wanted)),
  );
}

/** @throws DomainError BAD_USER_INPUT more than 200 characters. */
export function searchText(search: string | null | undefined): string {
  const text = (search ?? '').trim().toLowerCase();
  if (text.length > 200) throw badInput('Search for 200 characters at most.');
  return text;
}

/** Consortia, and a place to keep who is a member on a day. */
const consortia = publiclyKnown(async (database) => ({
  rows: await database.publicRows<ConsortiumRow>(allConsortia),
  onDay: new Map<string, ConsortiumRecord[]>(),
}));

/** Consortia with their members of today, by name. */
export async function listConsortia(viewer: Viewer): Promise<ConsortiumRecord[]> {
  const day = today(viewer.clock);
  const { rows, onDay } = await consortia(viewer);
  const known = onDay.get(day);
  if (known) return known;

  const { byCode } = await directory(viewer);
  const list = rows.map(({ code, name, hub, members }) => ({
    code,
    name,
    hub: hub ?? name,
    members: members
      .filter(({ joined, left }) => joined <= day && (left === null || left > day))
      .flatMap((member) => byCode.get(member.code) ?? [])
      .sort((one, other) => one.name.localeCompare(other.name, 'en-GB')),
  }));
  onDay.set(day, list);
  return list;
}

/** The consortium of that code; null if there is none. */
export async function findConsortium(
  viewer: Viewer,
  code: string,
): Promise<ConsortiumRecord | null> {
  return (await listConsortia(viewer)).find((consortium) => consortium.code === code) ?? null;
}

/** Consortia an authority is a member of today. */
export async function consortiaOf(viewer: Viewer, code: string): Promise<ConsortiumRecord[]> {
  const all = await listConsortia(viewer);
  return all.filter(({ members }) => members.some((member) => member.code === code));
}

const neighbours = publiclyKnown(async (database) => {
  const rows = await database.publicRows<NeighbourRow>(newestNeighbours);
  return Map.groupBy(rows, ({ authority_code }) => authority_code);
});

/** An authority's statistical neighbours in the newest model, nearest first. Source: Department for Education. */
export async function neighboursOf(viewer: Viewer, code: string): Promise<NeighbourRecord[]> {
  const [rows, { byCode }] = await Promise.all([neighbours(viewer), directory(viewer)]);
  return (rows.get(code) ?? []).flatMap(({ position, closeness, neighbour_code }) => {
    const authority = byCode.get(neighbour_code);
    return authority ? [{ position, closeness, authority }] : [];
  });
}

const populations = oncePerOperation(async ({ operation }) => {
  const rows = await operation.rows<PopulationRow>(newestPopulations);
  return new Map(
    rows.map(({ area_code, source_id, ...row }) => [area_code, { ...row, sourceId: source_id }]),
  );
});

/**
 * Children aged 0 to 17 who live in an area, by the newest mid-year estimate; null where the viewer may not see it.
 *
 * @unit   children.
 * @source ONS mid-year population estimates.
 */
export async function populationOf(viewer: Viewer, areaCode: string) {
  return (await populations(viewer)).get(areaCode) ?? null;
}

/** The authorities of these codes that exist. */
export async function authoritiesOf(
  viewer: Viewer,
  codes: readonly string[],
): Promise<AuthorityRecord[]> {
  const found = await findAuthorities(viewer, codes);
  return found.flatMap((authority) => authority ?? []);
}

/** Authorities the viewer's organisation answers for. */
export const homeAuthorities = (viewer: Viewer): Promise<AuthorityRecord[]> =>
  authoritiesOf(viewer, viewer.actor.authorityCodes);

/** Consortia the viewer's organisation serves as their hub, or is a member of. */
export async function consortiaOfActor(viewer: Viewer): Promise<ConsortiumRecord[]> {
  const { consortiumCode, authorityCodes } = viewer.actor;
  const all = await listConsortia(viewer);
  return all.filter(
    ({ code, members }) =>
      code === consortiumCode || members.some((member) => authorityCodes.includes(member.code)),
  );
}
