import { badInput } from '@sufficiency/shared/errors.ts';
import { today } from '../../platform/clock.ts';
import type { Viewer } from '../access/viewer.ts';
import { oncePerOperation } from '../access/viewer.ts';
import type { AuthorityRecord, ConsortiumRecord, NeighbourRecord } from './authority.ts';

/** All authorities of England with children's services, by name; a directory, so read once for each operation. */
const directory = oncePerOperation(async ({ db }) => {
  const rows = await db.authority.findMany({
    include: { region: true, predecessors: { where: { sameArea: true } } },
    orderBy: { name: 'asc' },
  });
  const byCode = new Map<string, AuthorityRecord>();
  const list = rows.map(({ code, name, dfeCode, regionCode, region, predecessors }) => {
    const authority = { code, name, dfeCode, regionCode, regionName: region.name };
    for (const known of [code, ...predecessors.map((before) => before.predecessorCode)]) {
      byCode.set(known, authority);
    }
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

/** Consortia with their members of today, by name. */
export const listConsortia = oncePerOperation(async (viewer): Promise<ConsortiumRecord[]> => {
  const day = new Date(`${today(viewer.clock)}T00:00:00Z`);
  const { byCode } = await directory(viewer);
  const rows = await viewer.db.consortium.findMany({
    include: {
      members: {
        where: { joinedOn: { lte: day }, OR: [{ leftOn: null }, { leftOn: { gt: day } }] },
      },
      organisations: { where: { kind: 'HUB' } },
    },
    orderBy: { name: 'asc' },
  });
  return rows.map(({ code, name, members, organisations }) => ({
    code,
    name,
    hub: organisations[0]?.name ?? name,
    members: members
      .flatMap(({ authorityCode }) => byCode.get(authorityCode) ?? [])
      .sort((one, other) => one.name.localeCompare(other.name, 'en-GB')),
  }));
});

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

const neighbours = oncePerOperation(async ({ db }) => {
  const newest = await db.statisticalNeighbour.aggregate({ _max: { model: true } });
  const rows = await db.statisticalNeighbour.findMany({
    where: { model: newest._max.model ?? 0 },
    orderBy: { position: 'asc' },
  });
  return Map.groupBy(rows, ({ authorityCode }) => authorityCode);
});

/** An authority's statistical neighbours in the newest model, nearest first. Source: Department for Education. */
export async function neighboursOf(viewer: Viewer, code: string): Promise<NeighbourRecord[]> {
  const [rows, { byCode }] = await Promise.all([neighbours(viewer), directory(viewer)]);
  return (rows.get(code) ?? []).flatMap(({ position, closeness, neighbourCode }) => {
    const authority = byCode.get(neighbourCode);
    return authority ? [{ position, closeness, authority }] : [];
  });
}

const populations = oncePerOperation(async ({ db }) => {
  const rows = await db.populationEstimate.findMany({
    distinct: ['areaCode'],
    orderBy: [{ areaCode: 'asc' }, { year: 'desc' }],
    include: { source: true },
  });
  return new Map(rows.map((row) => [row.areaCode, row]));
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

/** Authorities the viewer's organisation answers for. */
export async function homeAuthorities(viewer: Viewer): Promise<AuthorityRecord[]> {
  const found = await findAuthorities(viewer, viewer.actor.authorityCodes);
  return found.flatMap((authority) => authority ?? []);
}

/** Consortia the viewer's organisation serves as their hub, or is a member of. */
export async function consortiaOfActor(viewer: Viewer): Promise<ConsortiumRecord[]> {
  const { consortiumCode, authorityCodes } = viewer.actor;
  const all = await listConsortia(viewer);
  return all.filter(
    ({ code, members }) =>
      code === consortiumCode || members.some((member) => authorityCodes.includes(member.code)),
  );
}
