import { notFound } from '@sufficiency/shared/errors.ts';
import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';
import { judgementTitles } from '@sufficiency/shared/providers/judgements.ts';
import type { ProvisionType } from '@sufficiency/shared/providers/provision-types.ts';
import { provisionTitles } from '@sufficiency/shared/providers/provision-types.ts';
import { globalIdOf } from '../../platform/global-id.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { authoritiesOf } from '../authorities/authorities.service.ts';
import { vacantUrns } from '../beds/vacancies.service.ts';
import { findServices } from './register.service.ts';
import type { ServiceRecord } from './register-record.ts';
import type { FacetRow, FoundService, SearchRow } from './service-search.queries.ts';
import { servicesWanted } from './service-search.queries.ts';
import type { AskedServices, Facet, FacetValue, ServicesOrder } from './service-search.ts';
import { awardsToSearch } from './service-search-awards.service.ts';
import { cursorOf, placeOf } from './service-search-cursor.ts';
import { checkedSearch } from './service-search-input.service.ts';

/** Part of an order, and what of it is wanted. Cursors are those that a search gave. */
interface AskedPart {
  readonly after?: string | null | undefined;
  readonly before?: string | null | undefined;
  readonly inverted: boolean;
  readonly limit: number;
  /** False where only how many there are is wanted. */
  readonly withServices: boolean;
  readonly withFacets: boolean;
}

export type { Facet, FacetValue };

/** A service in a page. */
interface PlacedService {
  readonly cursor: string;
  readonly service: ServiceRecord;
  readonly miles: number | null;
}

/** What a search found. */
export interface ServicesPage {
  readonly services: readonly PlacedService[];
  readonly totalCount: number;
  /** Registered places of those where they are known. */
  readonly places: number;
  /** Services whose places Ofsted does not publish. */
  readonly placesUnknown: number;
  readonly facets: readonly Facet[];
}

/**
 * Services of the register by what they are, where they are and whose, with how many there are of each kind.
 *
 * @unit   places: registered places. Miles between the centres of authorities.
 * @source Ofsted's register as newly loaded; who is on a framework from its holder, as this viewer may see it.
 * @throws DomainError FORBIDDEN vacancies are asked for by whoever looks for no homes.
 * @throws DomainError NOT_FOUND an unknown consortium, authority, owner group, framework or lot.
 * @throws DomainError BAD_USER_INPUT numbers that cannot be, something that needs something else, or a cursor of another
 *   order.
 */
export async function searchServices(
  viewer: Viewer,
  asked: AskedServices,
  part: AskedPart,
): Promise<ServicesPage> {
  requirePermission(viewer.actor, 'reference:read');
  if (asked.vacant) requirePermission(viewer.actor, 'beds:find');
  const wanted = await checkedSearch(viewer, asked, part.withFacets);
  const { order } = wanted;
  const { inverted } = part;
  const limit = part.withServices ? part.limit : 0;
  const place = { after: placeOf(order, part.after), before: placeOf(order, part.before) };

  const awards = await awardsToSearch(viewer, wanted);
  const urns = asked.vacant ? await vacantUrns(viewer) : null;
  const [found] = await viewer.operation.rows<SearchRow>(
    servicesWanted(wanted, { page: { ...place, inverted, limit }, awards, urns }),
  );
  if (!found) throw new Error('A search answered nothing.');
  if (!found.group_known) throw notFound('provider group', wanted.group ?? '');

  return {
    services: await withRecords(viewer, order, found.page),
    totalCount: found.services,
    places: found.places,
    placesUnknown: found.places_unknown,
    facets: await Promise.all(found.facets.map((facet) => inWords(viewer, facet))),
  };
}

async function withRecords(
  viewer: Viewer,
  order: ServicesOrder,
  page: readonly FoundService[],
): Promise<PlacedService[]> {
  const records = await findServices(
    viewer,
    page.map(({ urn }) => urn),
  );
  return page.flatMap(({ miles, ...place }, index) => {
    const service = records[index];
    return service ? [{ cursor: cursorOf(order, place), service, miles }] : [];
  });
}

async function inWords(viewer: Viewer, { facet, values, others }: FacetRow): Promise<Facet> {
  const titles = facet === 'AUTHORITY' ? await namesOf(viewer, values) : null;
  const titleOf = (value: string): string => {
    if (facet === 'PROVISION_TYPE') return provisionTitles[value as ProvisionType];
    if (facet === 'JUDGEMENT') return judgementTitles[value as Judgement];
    if (facet === 'IN_HOUSE') return value === 'true' ? 'In-house' : 'Not in-house';
    return titles?.get(value) ?? value;
  };
  return {
    name: facet,
    values: values.map(
      ({ value, title, services, places }): FacetValue => ({
        value: facet === 'FRAMEWORK' ? globalIdOf('Framework', value) : value,
        title: title ?? titleOf(value),
        services,
        places,
      }),
    ),
    others,
  };
}

async function namesOf(viewer: Viewer, values: FacetRow['values']) {
  const authorities = await authoritiesOf(
    viewer,
    values.map(({ value }) => value),
  );
  return new Map(authorities.map(({ code, name }) => [code, name]));
}
