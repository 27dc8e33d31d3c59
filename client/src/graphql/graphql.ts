import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema.d.ts';

/** Typed GraphQL documents: the result's type follows from the text, checked against the schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { LocalDate: string; Instant: string; GssCode: string };
}>();

export type { ResultOf, VariablesOf } from 'gql.tada';
