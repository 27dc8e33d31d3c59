import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';
import type { ProvisionType } from '@sufficiency/shared/providers/provision-types.ts';

export const serviceFacets = [
  'PROVISION_TYPE',
  'AUTHORITY',
  'GROUP',
  'JUDGEMENT',
  'IN_HOUSE',
  'FRAMEWORK',
  'TIER',
] as const;

export type ServiceFacet = (typeof serviceFacets)[number];

export const servicesOrders = ['NAME', 'PLACES', 'JUDGEMENT', 'DISTANCE', 'RELEVANCE'] as const;

export type ServicesOrder = (typeof servicesOrders)[number];

/** Where a service stands in an order: unlike any other’s, and the same as long as the register is. */
export interface SearchPlace {
  readonly rank: number;
  readonly name: string;
  readonly urn: string;
}

/** A search whose every part was checked. Null: it does not matter. */
export interface ServicesWanted {
  readonly statuses: readonly ('ACTIVE' | 'SUSPENDED' | 'LEFT')[];
  readonly synthetic: boolean | null;
  readonly provisionTypes: readonly ProvisionType[] | null;
  /** GSS codes. */
  readonly authorities: readonly string[] | null;
  /** Those of the members of a consortium. */
  readonly members: readonly string[] | null;
  readonly urn: string | null;
  readonly district: string | null;
  /** As `searchText` gives them. */
  readonly words: string | null;
  readonly near: string | null;
  readonly withinMiles: number | null;
  /** Key of an owner group. */
  readonly group: string | null;
  readonly judgements: readonly Judgement[] | null;
  readonly inHouse: boolean | null;
  readonly placesAtLeast: number | null;
  readonly placesAtMost: number | null;
  readonly framework: string | null;
  readonly lot: string | null;
  readonly tier: number | null;
  readonly order: ServicesOrder;
  /** Which are counted. */
  readonly facets: readonly ServiceFacet[];
}

/** A search as it is asked for; what is absent does not matter. */
export type AskedServices = {
  readonly [Name in keyof Asked]?: Asked[Name] | null | undefined;
};

interface Asked {
  readonly text: string;
  readonly provisionTypes: readonly ProvisionType[];
  readonly consortium: string;
  readonly authorities: readonly string[];
  readonly near: string;
  readonly withinMiles: number;
  readonly group: string;
  readonly judgementAtLeast: readonly Judgement[];
  readonly placesAtLeast: number;
  readonly placesAtMost: number;
  readonly inHouse: boolean;
  readonly framework: string;
  readonly lot: string;
  readonly tier: number;
  readonly vacant: boolean;
  readonly status: ServicesWanted['statuses'];
  readonly synthetic: boolean;
  readonly facets: readonly ServiceFacet[];
  readonly order: ServicesOrder;
}

/** A value of a facet, in words. */
export interface FacetValue {
  /** As the filter takes it. */
  readonly value: string;
  readonly title: string;
  readonly services: number;
  /** Null where the places of none are known. */
  readonly places: number | null;
}

/** How many services there are by one quality. */
export interface Facet {
  readonly name: ServiceFacet;
  readonly values: readonly FacetValue[];
  /** Services with none of these values. */
  readonly others: number;
}
