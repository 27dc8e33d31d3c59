import type { ConsortiumRecord } from '../authorities/authorities.service.ts';
import type { OrganisationRecord } from './organisation.ts';
import type { Viewer } from './viewer.ts';
import { oncePerOperation } from './viewer.ts';

/** All organisations, by name; a directory, so read once for each operation. */
const directory = oncePerOperation(async ({ db }): Promise<Map<string, OrganisationRecord>> => {
  const rows = await db.organisation.findMany({
    include: { authorities: { orderBy: { authorityCode: 'asc' } } },
    orderBy: { name: 'asc' },
  });
  return new Map(
    rows.map(({ id, slug, name, kind, consortiumCode, authorities }) => [
      id,
      {
        id,
        slug,
        name,
        kind,
        consortiumCode,
        authorityCodes: authorities.map(({ authorityCode }) => authorityCode),
      },
    ]),
  );
});

/** The organisations of these ids, in the same order; null where there is none. */
export async function findOrganisations(
  viewer: Viewer,
  ids: readonly string[],
): Promise<(OrganisationRecord | null)[]> {
  const known = await directory(viewer);
  return ids.map((id) => known.get(id) ?? null);
}

/** Who belongs to a consortium today: its hub, and who answers for one of its members; by name. */
export async function organisationsOf(
  viewer: Viewer,
  { code, members }: ConsortiumRecord,
): Promise<OrganisationRecord[]> {
  const codes = new Set(members.map((member) => member.code));
  return [...(await directory(viewer)).values()].filter(
    ({ consortiumCode, authorityCodes }) =>
      consortiumCode === code || authorityCodes.some((authority) => codes.has(authority)),
  );
}
