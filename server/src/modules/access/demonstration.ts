import type { Role } from '@sufficiency/shared/access/permissions.ts';

/** Whom a demonstration invents: an organisation and its accounts, named role.organisation. */
export interface DemonstrationOrganisation {
  readonly slug: string;
  readonly name: string;
  readonly kind: 'TENANT' | 'HUB' | 'PROVIDER';
  readonly consortiumCode: string | null;
  /** GSS codes of the authorities it answers for. */
  readonly authorityCodes: readonly string[];
  readonly roles: readonly Role[];
  /** True where the organisation itself is made up, not only its accounts. */
  readonly synthetic: boolean;
}

const tenantRoles: readonly Role[] = ['commissioner', 'approver', 'placement-officer', 'ig-lead'];
const hubRoles: readonly Role[] = ['hub-analyst', 'hub-manager', 'ig-lead', 'reviewer'];

/** The authority's name in lower-case kebab, without what only distinguishes it in lists: `herefordshire`. */
export const slugOf = (name: string): string =>
  name
    .replace(/,.*$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** A tenant that answers for one authority. */
export const tenantOf = (authority: { code: string; name: string }): DemonstrationOrganisation => ({
  slug: slugOf(authority.name),
  name: authority.name,
  kind: 'TENANT',
  consortiumCode: null,
  authorityCodes: [authority.code],
  roles: tenantRoles,
  synthetic: false,
});

/** A consortium's own organisation. */
export const hubOf = (consortium: { code: string; name: string }): DemonstrationOrganisation => ({
  slug: consortium.code,
  name: `${consortium.name} hub`,
  kind: 'HUB',
  consortiumCode: consortium.code,
  authorityCodes: [],
  roles: hubRoles,
  synthetic: false,
});

const provider = (slug: string, name: string): DemonstrationOrganisation => ({
  slug,
  name,
  kind: 'PROVIDER',
  consortiumCode: null,
  authorityCodes: [],
  roles: ['provider'],
  synthetic: true,
});

/** Tenants outside the consortia, and providers that do not exist. */
export const furtherOrganisations: readonly DemonstrationOrganisation[] = [
  {
    slug: 'northamptonshire-childrens-trust',
    name: 'Northamptonshire Children’s Trust',
    kind: 'TENANT',
    consortiumCode: null,
    authorityCodes: ['E06000061', 'E06000062'],
    roles: tenantRoles,
    synthetic: false,
  },
  provider('alder-and-ash-homes', 'Alder and Ash Homes (fictitious)'),
  provider('brook-lane-care', 'Brook Lane Care (fictitious)'),
  provider('copper-beech-fostering', 'Copper Beech Fostering (fictitious)'),
];

/** Authorities that are tenants without being members of a consortium. */
export const furtherAuthorities: readonly string[] = ['E10000020'];
