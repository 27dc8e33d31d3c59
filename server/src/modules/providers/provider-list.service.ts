import { badInput } from '@sufficiency/shared/errors.ts';
import { searchText } from '@sufficiency/shared/providers/search-text.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { OwnersRow } from './provider-list.queries.ts';
import { ownersWanted } from './provider-list.queries.ts';
import type { ListPlace, OwnersWanted } from './provider-list.ts';
import { findProviderGroups, findProviders } from './register.service.ts';
import type { ProviderGroupRecord, ProviderRecord } from './register-record.ts';
import { cursorWith, isText, partsOf, unreadableCursor } from './service-search-cursor.ts';
import { membersOf } from './service-search-input.service.ts';

/** Which owners; what is absent does not matter. */
export interface AskedOwners {
  readonly search?: string | null | undefined;
  readonly consortium?: string | null | undefined;
  readonly synthetic?: boolean | null | undefined;
}

/** Part of a list. Cursors are those that the list gave. */
interface AskedPart {
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
  readonly inverted: boolean;
  readonly limit: number;
}

/** Part of a list, and how many there are in all. */
export interface OwnersPage<Owner> {
  readonly owners: readonly { readonly cursor: string; readonly owner: Owner }[];
  readonly totalCount: number;
}

/**
 * Legal owners that have services: those named like `search` first, else by name.
 *
 * @source Ofsted's register as newly loaded.
 * @throws DomainError NOT_FOUND an unknown consortium.
 * @throws DomainError BAD_USER_INPUT a text that is too long, a cursor that is none.
 */
export const listProviders = (
  viewer: Viewer,
  asked: AskedOwners,
  part: AskedPart,
): Promise<OwnersPage<ProviderRecord>> =>
  list(viewer, { ...asked, of: 'providers', find: findProviders }, part);

/** Owner groups that have services; as `listProviders`. */
export const listProviderGroups = (
  viewer: Viewer,
  asked: AskedOwners,
  part: AskedPart,
): Promise<OwnersPage<ProviderGroupRecord>> =>
  list(viewer, { ...asked, of: 'provider_groups', find: findProviderGroups }, part);

async function list<Owner>(
  viewer: Viewer,
  asked: AskedOwners & {
    readonly of: OwnersWanted['of'];
    readonly find: (viewer: Viewer, keys: readonly string[]) => Promise<(Owner | null)[]>;
  },
  { after, before, inverted, limit }: AskedPart,
): Promise<OwnersPage<Owner>> {
  requirePermission(viewer.actor, 'reference:read');
  const wanted: OwnersWanted = {
    of: asked.of,
    synthetic: asked.synthetic ?? false,
    words: wordsOf(asked.search),
    members: asked.consortium ? await membersOf(viewer, asked.consortium) : null,
  };
  const place = { after: placeOf(after), before: placeOf(before) };

  const [found] = await viewer.operation.rows<OwnersRow>(
    ownersWanted(wanted, { ...place, inverted, limit }),
  );
  const page = found?.page ?? [];
  const records = await asked.find(
    viewer,
    page.map(({ key }) => key),
  );
  return {
    owners: page.flatMap((at, index) => {
      const owner = records[index];
      return owner ? [{ cursor: cursorOf(at), owner }] : [];
    }),
    totalCount: found?.total ?? 0,
  };
}

function wordsOf(search: string | null | undefined): string | null {
  const text = (search ?? '').trim();
  if (text.length > 200) throw badInput('Search for 200 characters at most.');
  return text === '' ? null : searchText(text);
}

const cursorOf = ({ rank, name, id }: ListPlace): string => cursorWith([rank, name, id]);

function placeOf(cursor: string | null | undefined): ListPlace | null {
  if (cursor == null) return null;
  const [rank, name, id] = partsOf(cursor);
  if (!isInt(rank) || !isText(name) || !isInt(id)) throw unreadableCursor();
  return { rank, name, id };
}

const isInt = (part: unknown): part is number =>
  Number.isInteger(part) && Math.abs(part as number) < 2 ** 31;
