import { builder } from '../../graphql/builder.ts';
import { AuthorityRef } from '../authorities/authorities.schema.ts';
import { findAuthority } from '../authorities/authorities.service.ts';
import { ReturnRef } from './return-reference.schema.ts';
import { findReturns } from './returns.service.ts';

builder.node(ReturnRef, {
  description:
    'One version of one authority’s submission for one dataset and period. Nothing is overwritten.',
  id: { resolve: ({ id }) => id },
  isTypeOf: (value) => typeof value === 'object' && value !== null && 'acceptedAt' in value,
  // A hidden one and a missing one look the same: both are null.
  loadMany: (ids, { viewer }) => findReturns(viewer, ids),
  authScopes: { signedIn: true },
  fields: (t) => ({
    authority: t.field({
      type: AuthorityRef,
      description: 'Whom it is about.',
      resolve: async ({ authorityCode }, _args, { viewer }) =>
        (await findAuthority(viewer, authorityCode)) as never,
    }),
    dataset: t.exposeString('dataset', {
      description: 'placements, costs, providers, fostering, beds or demand.',
    }),
    period: t.exposeString('period', { description: 'Label of its period, for example 2026-09.' }),
    version: t.exposeInt('version', { description: '1 for the first; a later one replaces it.' }),
    source: t.exposeString('source', { description: 'Where it came from, in words.' }),
    synthetic: t.exposeBoolean('synthetic', {
      description: 'True where it is made up for a demonstration.',
    }),
    acceptedAt: t.expose('acceptedAt', {
      type: 'Instant',
      description: 'When the platform accepted it.',
    }),
  }),
});
