import type { Statement } from '../../platform/database.ts';
import type { ListPlace, OwnersWanted } from './provider-list.ts';

/** An owner, or an owner group, and where it stands in the list. */
export interface FoundOwner extends ListPlace {
  readonly key: string;
}

export interface OwnersRow {
  readonly page: readonly FoundOwner[];
  readonly total: number;
}

export interface OwnersPage {
  readonly after: ListPlace | null;
  readonly before: ListPlace | null;
  /** From the end. */
  readonly inverted: boolean;
  readonly limit: number;
}

/** Owners that have services, with how much their names are like what is searched for. */
const owners = `
  select p.id, p.key, lower(p.name) collate "C" as name, -round(1000 * coalesce(n.score, 0)::numeric)::int as rank
  from provider p
  join held h on h.provider_id = p.id
  left join named n on n.provider_id = p.id
  where p.synthetic = $1 and ($2::text is null or n.score is not null)`;

const groups = `
  select g.id, g.key, lower(g.name) collate "C" as name, -round(1000 * coalesce(max(n.score), 0)::numeric)::int as rank
  from provider p
  join held h on h.provider_id = p.id
  join provider_group g on g.id = p.group_id
  left join named n on n.provider_id = p.id
  where p.synthetic = $1 and ($2::text is null or n.score is not null)
  group by g.id, g.key, g.name`;

const listText = (of: string, order: 'asc' | 'desc') => `
  with named as materialized (select provider_id, score from register_names_like($2::text)),
  held as materialized (
    select distinct provider_id from service
    where status <> 'LEFT' and ($3::text[] is null or authority_code = any ($3))),
  owner as materialized (${of}),
  page as (
    select id, key, name, rank from owner
    where ($4::int is null or (rank, name, id) > ($4, $5::text, $6::int))
      and ($7::int is null or (rank, name, id) < ($7, $8::text, $9::int))
    order by rank ${order}, name ${order}, id ${order} limit $10)
  select coalesce((select json_agg(p) from page p), '[]') as page, (select count(*) from owner)::int as total`;

/** Owners, or owner groups: best match first where names are searched, by name where not. */
export function ownersWanted(wanted: OwnersWanted, page: OwnersPage): Statement {
  const { of, synthetic, words, members } = wanted;
  const { after, before, inverted, limit } = page;
  const order = inverted ? 'desc' : 'asc';
  return {
    name: `${of}_${order}`,
    text: listText(of === 'providers' ? owners : groups, order),
    values: [
      synthetic,
      words,
      members,
      ...[after, before].flatMap((place) => [
        place?.rank ?? null,
        place?.name ?? null,
        place?.id ?? null,
      ]),
      limit,
    ],
  };
}
