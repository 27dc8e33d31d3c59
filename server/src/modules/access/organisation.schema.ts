import { builder } from '../../graphql/builder.ts';
import { Authority, Consortium } from '../authorities/authorities.schema.ts';
import { authoritiesOf } from '../authorities/authorities.service.ts';
import type { OrganisationRecord } from './organisation.ts';
import { findOrganisations, organisationsOf } from './organisations.service.ts';

const OrganisationKind = builder.enumType('OrganisationKind', {
  description: 'What an organisation is.',
  values: {
    TENANT: { description: 'Answers for one or more authorities.' },
    HUB: { description: 'A consortium’s own organisation.' },
    PROVIDER: { description: 'Runs homes or a fostering agency.' },
  },
});

export const Organisation = builder.node(builder.objectRef<OrganisationRecord>('Organisation'), {
  description: 'Whom accounts act for: a tenant, a hub or a provider.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'authorityCodes' in value,
  loadMany: (ids, context) => findOrganisations(context.viewer, ids),
  authScopes: { signedIn: true },
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'For addresses, for example nottinghamshire.' }),
    name: t.exposeString('name', { description: 'Name.' }),
    kind: t.expose('kind', { type: OrganisationKind, description: 'What it is.' }),
    authorities: t.field({
      type: [Authority],
      description: 'Authorities it answers for.',
      resolve: ({ authorityCodes }, _args, { viewer }) => authoritiesOf(viewer, authorityCodes),
    }),
  }),
});

builder.objectField(Consortium, 'organisations', (t) =>
  t.field({
    type: [Organisation],
    description:
      'Its hub and who answers for its members, by name: who can be party to its agreements.',
    resolve: (consortium, _args, { viewer }) => organisationsOf(viewer, consortium),
  }),
);
