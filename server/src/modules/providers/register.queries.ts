import type { Statement } from '../../platform/database.ts';

/** Columns of a service as `ServiceRecord` names them; `s` is the service. */
export const serviceColumns = `s.urn, s.provider_id as "providerId", s.provision_type as "provisionType", s.sector, s.status,
  s.authority_code as "authorityCode", s.area_text as "areaText", s.name, s.postcode_district as "postcodeDistrict",
  s.registered_on::text as "registeredOn", s.places, s.age_from as "ageFrom", s.age_to as "ageTo", s.needs,
  s.short_breaks_only as "shortBreaksOnly", s.multi_building as "multiBuilding", s.premises, s.in_house as "inHouse",
  s.judgement, s.judged_on::text as "judgedOn", s.left_on::text as "leftOn", s.synthetic, s.source_id as "sourceId"`;

export const servicesByUrn = (urns: readonly string[]): Statement => ({
  name: 'services_by_urn',
  text: `select ${serviceColumns} from service s where s.urn = any ($1::text[])`,
  values: [urns],
});

const providerColumns = `p.id, p."key", p.name as "providerName", p.company_number as "companyNumber",
  p.group_id as "groupId", p.synthetic,
  array(select n.name from provider_name n where n.provider_id = p.id order by n.name) as names`;

export const providersById = (ids: readonly number[]): Statement => ({
  name: 'providers_by_id',
  text: `select ${providerColumns} from provider p where p.id = any ($1::int[])`,
  values: [ids],
});

export const providersByKey = (keys: readonly string[]): Statement => ({
  name: 'providers_by_key',
  text: `select ${providerColumns} from provider p where p."key" = any ($1::text[])`,
  values: [keys],
});

export const providersOfGroups = (groups: readonly number[]): Statement => ({
  name: 'providers_of_groups',
  text: `select ${providerColumns} from provider p where p.group_id = any ($1::int[]) order by p.name, p.id`,
  values: [groups],
});

const groupColumns = `g.id, g."key", g.name as "groupName", g.synthetic,
  array(select h.authority_code::text from provider_in_house h where h.group_id = g.id order by 1) as "inHouseCodes"`;

export const groupsById = (ids: readonly number[]): Statement => ({
  name: 'provider_groups_by_id',
  text: `select ${groupColumns} from provider_group g where g.id = any ($1::int[])`,
  values: [ids],
});

export const groupsByKey = (keys: readonly string[]): Statement => ({
  name: 'provider_groups_by_key',
  text: `select ${groupColumns} from provider_group g where g."key" = any ($1::text[])`,
  values: [keys],
});

/** What is on the newest register of each group. */
export const countsOfGroups = (ids: readonly number[]): Statement => ({
  name: 'service_counts_of_groups',
  text: `select p.group_id as id, count(*)::int as services, sum(s.places)::int as places,
      (count(*) filter (where s.places is null))::int as "placesUnknown"
    from service s join provider p on p.id = s.provider_id
    where p.group_id = any ($1::int[]) and s.status <> 'LEFT' group by 1`,
  values: [ids],
});

/** Services of an owner, those that left last; by area and URN. */
export const servicesOfProvider = (
  provider: number,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Statement => ({
  name: 'services_of_provider',
  text: `select ${serviceColumns} from service s where s.provider_id = $1
    order by s.status = 'LEFT', s.area_text, s.urn offset $2 limit $3`,
  values: [provider, offset, limit],
});

/** How many services an owner has or had. */
export const countOfProvider = (provider: number): Statement => ({
  name: 'service_count_of_provider',
  text: 'select count(*)::int as services from service where provider_id = $1',
  values: [provider],
});

/** Newest first. */
export const inspectionsOfServices = (urns: readonly string[]): Statement => ({
  name: 'inspections_of_services',
  text: `select urn, inspected_on::text as "inspectedOn", kind as "inspectionKind", published_on::text as "publishedOn",
      overall, protection, leadership, source_id as "sourceId"
    from service_judgement where urn = any ($1::text[]) order by inspected_on desc, kind`,
  values: [urns],
});

const changeColumns = `c.id, c.urn, c.kind as "changeKind", c.before, c.after, c.vintage::text as vintage,
  c.source_id as "sourceId"`;

/** Newest first. */
export const changesOfServices = (urns: readonly string[]): Statement => ({
  name: 'changes_of_services',
  text: `select ${changeColumns} from service_change c where c.urn = any ($1::text[]) order by c.vintage desc, c.id`,
  values: [urns],
});

/** Which changes; null does not matter. */
export interface ChangesWanted {
  readonly since: string | null;
  /** GSS codes of where services stand. */
  readonly authorities: readonly string[] | null;
  readonly kinds: readonly string[] | null;
  readonly synthetic: boolean | null;
}

const wanted = `from service_change c join service s on s.urn = c.urn
  where ($1::date is null or c.vintage >= $1) and ($2::text[] is null or s.authority_code = any ($2))
    and ($3::text[] is null or c.kind::text = any ($3)) and ($4::boolean is null or s.synthetic = $4)`;

/** Newest register first; within it by service. */
export const changesWanted = (
  { since, authorities, kinds, synthetic }: ChangesWanted,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Statement => ({
  name: 'register_changes',
  text: `select ${changeColumns} ${wanted} order by c.vintage desc, c.id offset $5 limit $6`,
  values: [since, authorities, kinds, synthetic, offset, limit],
});

/** Most first. */
export const countChanges = ({
  since,
  authorities,
  kinds,
  synthetic,
}: ChangesWanted): Statement => ({
  name: 'register_changes_counted',
  text: `select c.kind, count(*)::int as changes ${wanted} group by c.kind order by changes desc, c.kind`,
  values: [since, authorities, kinds, synthetic],
});
