import { createSchema } from '@sufficiency/server/graphql/schema.ts';
import type { GraphQLField } from 'graphql';
import { isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';

/** Root fields that answer without sign-in, each with its reason. */
const publicFields: Readonly<Record<string, string>> = {
  'Query.platform': 'the sign-in page needs it; it says what anybody may know',
  'Mutation.signIn': 'nobody is signed in yet; refused outside a demonstration',
};

/** Record types without a scope of their own, each with its reason. */
const openTypes: Readonly<Record<string, string>> = {
  Platform: 'what anybody may know before signing in',
  DemonstrationAccount: 'invented accounts, on the sign-in page',
  Comparison: 'reached through `comparison` only, which names its scope; hot path',
  ComparisonRow: 'a part of Comparison',
  ComparisonCell: 'a part of Comparison',
  ComparisonColumns: 'a part of Comparison',
  Comparability: 'a part of Comparison',
  Figure: 'a part of types that name their scope; hot path',
};

const schema = createSchema();

interface Options {
  readonly authScopes?: object;
}

const scopesOf = ({ extensions }: { readonly extensions: object }): string[] => {
  const { pothosOptions } = extensions as { readonly pothosOptions?: Options };
  return Object.keys(pothosOptions?.authScopes ?? {});
};

const rootTypes = [
  schema.getQueryType(),
  schema.getMutationType(),
  schema.getSubscriptionType(),
].filter((type) => type !== null && type !== undefined);

const rootFields = rootTypes.flatMap((type) =>
  Object.values(type.getFields()).map((field): [string, GraphQLField<unknown, unknown>] => [
    `${type.name}.${field.name}`,
    field,
  ]),
);

const recordTypes = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter((type) => !type.name.startsWith('__') && !rootTypes.includes(type));

describe('the schema is closed', () => {
  test('every root field names its scope, but for those that opt out by name', () => {
    const unscoped = rootFields
      .filter(([, field]) => scopesOf(field).length === 0)
      .map(([name]) => name);

    expect(unscoped.sort()).toEqual(Object.keys(publicFields).sort());
  });

  test('the fields that opt out of sign-in are those and no others', () => {
    const optedOut = rootFields
      .filter(([, { extensions }]) => extensions['public'] === true)
      .map(([name]) => name);

    expect(optedOut.sort()).toEqual(Object.keys(publicFields).sort());
  });

  test('every mutation names the permission it needs', () => {
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
    const unnamed = mutations
      .filter((field) => !scopesOf(field).includes('permission'))
      .map(({ name }) => name);

    expect(unnamed.sort()).toEqual(['signIn', 'signOut']);
  });

  test('every record type names its scope, but for those listed with a reason', () => {
    const unscoped = recordTypes
      .filter((type) => scopesOf(type).length === 0)
      .map(({ name }) => name);

    expect(unscoped.sort()).toEqual(Object.keys(openTypes).sort());
  });
});
