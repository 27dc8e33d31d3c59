import {
  groupsById,
  providersById,
  servicesByUrn,
} from '@sufficiency/server/modules/providers/register.queries.ts';
import type {
  ProviderGroupRecord,
  ProviderRecord,
  ServiceRecord,
} from '@sufficiency/server/modules/providers/register-record.ts';
import type { SearchRow } from '@sufficiency/server/modules/providers/service-search.queries.ts';
import { servicesWanted } from '@sufficiency/server/modules/providers/service-search.queries.ts';
import type { Statement } from '@sufficiency/server/platform/database.ts';
import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';
import { judgementTitles } from '@sufficiency/shared/providers/judgements.ts';
import type { ProvisionType } from '@sufficiency/shared/providers/provision-types.ts';
import { provisionTitles } from '@sufficiency/shared/providers/provision-types.ts';
import type pg from 'pg';
import type { SearchCase } from '../search-cases.ts';
import type { PlainDirectory } from './plain-directory.ts';

const pageSize = 50;

/** A page of a search, with its facets: what the server asks of PostgreSQL, word for word, and the same JSON. */
export async function searchAnswer(
  client: pg.PoolClient,
  { authorities }: PlainDirectory,
  { wanted }: SearchCase,
): Promise<string> {
  const read = async <Row extends object>({ values, ...statement }: Statement) =>
    (await client.query<Row>({ ...statement, values: [...values] })).rows;

  const page = { after: null, before: null, inverted: false, limit: pageSize + 1 };
  const [found] = await read<SearchRow>(servicesWanted(wanted, { page, awards: null, urns: null }));
  if (!found) throw new Error('A search answered nothing.');
  const shown = found.page.slice(0, pageSize);
  const services = await read<ServiceRecord>(servicesByUrn(found.page.map(({ urn }) => urn)));
  const byUrn = new Map(services.map((service) => [service.urn, service]));
  const providers = await read<ProviderRecord>(
    providersById([...new Set(shown.flatMap(({ urn }) => byUrn.get(urn)?.providerId ?? []))]),
  );
  const groups = await read<ProviderGroupRecord>(
    groupsById([...new Set(providers.map(({ groupId }) => groupId))]),
  );
  const providerById = new Map(providers.map((provider) => [provider.id, provider]));
  const groupById = new Map(groups.map((group) => [group.id, group]));

  const nodeOf = (urn: string) => {
    const service = byUrn.get(urn);
    const provider = providerById.get(service?.providerId ?? 0);
    const group = groupById.get(provider?.groupId ?? 0);
    const code = service?.authorityCode;
    return {
      urn,
      name: service?.name,
      provisionType: service?.provisionType,
      status: service?.status,
      places: service?.places,
      judgement: service?.judgement,
      judgedOn: service?.judgedOn,
      inHouse: service?.inHouse,
      synthetic: service?.synthetic,
      areaText: service?.areaText,
      authority: code ? { code, name: authorities.get(code) } : null,
      provider: provider
        ? {
            key: provider.key,
            name: provider.providerName,
            group: { key: group?.key, name: group?.groupName },
          }
        : null,
    };
  };
  const titleOf = (facet: string, value: string) => {
    if (facet === 'AUTHORITY') return authorities.get(value);
    return facet === 'JUDGEMENT'
      ? judgementTitles[value as Judgement]
      : provisionTitles[value as ProvisionType];
  };
  return JSON.stringify({
    data: {
      services: {
        totalCount: found.services,
        places: found.places,
        placesUnknown: found.places_unknown,
        pageInfo: { hasNextPage: found.page.length > pageSize },
        edges: shown.map(({ urn, miles }) => ({ distanceMiles: miles, node: nodeOf(urn) })),
        facets: found.facets.map(({ facet, values, others }) => ({
          name: facet,
          others,
          values: values.map(({ value, services: many, places }) => ({
            value,
            title: titleOf(facet, value),
            services: many,
            places,
          })),
        })),
      },
    },
  });
}
