import type { Viewer } from '../access/viewer.ts';
import type { AuthorityRecord } from '../authorities/authorities.service.ts';
import { authoritiesOf, findConsortium } from '../authorities/authorities.service.ts';
import type { MissingAuthority, ReleaseRecord } from './release-record.ts';
import { isTold, readableAreas } from './release-sight.service.ts';

/** Authorities whose figures are in a release and shared with this viewer, by name. */
export async function authoritiesIn(
  viewer: Viewer,
  release: ReleaseRecord,
): Promise<AuthorityRecord[]> {
  const { authorities } = await readableAreas(viewer, release);
  return byName(await authoritiesOf(viewer, [...authorities.keys()]));
}

const byName = (authorities: readonly AuthorityRecord[]): AuthorityRecord[] =>
  authorities.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));

/** Everybody a release is or could be about: members of the consortium today, and those who contribute; by name. */
export async function authoritiesAround(
  viewer: Viewer,
  { consortiumCode, contributors }: ReleaseRecord,
): Promise<AuthorityRecord[]> {
  const members = (await findConsortium(viewer, consortiumCode))?.members ?? [];
  const all = [...members, ...(await authoritiesOf(viewer, contributors))];
  return byName([...new Map(all.map((authority) => [authority.code, authority])).values()]);
}

/**
 * Members whose figures this viewer does not find in a release, and why. Of an authority that is not shared it is not told
 * whether there are any. None while a release is not built.
 */
export async function missingFrom(
  viewer: Viewer,
  release: ReleaseRecord,
): Promise<MissingAuthority[]> {
  if (release.contributors.length === 0) return [];
  const found = new Set((await authoritiesIn(viewer, release)).map(({ code }) => code));
  const missing = (await authoritiesAround(viewer, release)).filter(({ code }) => !found.has(code));
  const rows = await viewer.db.releaseAuthority.findMany({
    where: { tenantId: release.tenantId, releaseId: release.id },
  });
  const reasons = new Map(rows.map(({ authorityCode, reason }) => [authorityCode, reason]));
  return await Promise.all(
    missing.map(async (authority) => {
      const known = (await isTold(viewer, release, authority.code))
        ? reasons.get(authority.code)
        : null;
      return { authority, reason: known ?? notShared(authority, release) };
    }),
  );
}

/** The same whether or not there are figures. */
export const notShared = ({ name }: AuthorityRecord, { dataset }: ReleaseRecord): string =>
  `No agreement in force shares ${dataset} of ${name} with you.`;
