import type { GraphQLArgument, GraphQLNamedType, GraphQLSchema } from 'graphql';
import {
  buildSchema,
  concatAST,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { projectFiles, readProjectFile } from '../testkit/project-files.ts';

interface Named {
  readonly name: string;
  readonly description?: string | null | undefined;
}

const named = (name: string, { description }: Pick<Named, 'description'>): Named => ({
  name,
  description,
});

const argumentsOf = (owner: string, list: readonly GraphQLArgument[]): Named[] =>
  list.map((argument) => named(`${owner}(${argument.name}:)`, argument));

function membersOf(type: GraphQLNamedType): Named[] {
  if (isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).flatMap((field) => [
      named(`${type.name}.${field.name}`, field),
      ...argumentsOf(`${type.name}.${field.name}`, field.args),
    ]);
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) =>
      named(`${type.name}.${field.name}`, field),
    );
  }
  if (isEnumType(type)) {
    return type.getValues().map((value) => named(`${type.name}.${value.name}`, value));
  }
  return [];
}

const everythingIn = (schema: GraphQLSchema): Named[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .flatMap((type) => [named(type.name, type), ...membersOf(type)]);

const schema = buildSchema(readProjectFile('server/schema.graphql'));

describe('server/schema.graphql', () => {
  test('describes every type, field, argument, input and enum value', () => {
    const undescribed = everythingIn(schema)
      .filter(({ description }) => !description?.trim())
      .map(({ name }) => name);

    expect(undescribed).toEqual([]);
  });

  test('is relay-shaped: everything with an identity is a node', () => {
    const nodes = schema.getPossibleTypes(schema.getType('Node') as never);

    expect(nodes.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Authority', 'Consortium', 'Indicator', 'SavedComparison']),
    );
  });
});

/** Rules that hold for one document at a time, not for all of the client's fragments at once. */
const perDocument = ['NoUnusedFragmentsRule', 'LoneAnonymousOperationRule'];

// Directives that begin with an underscore are gql.tada’s own and never sent.
test('every operation and fragment of the client is valid', () => {
  const documents = projectFiles(/^client\/src\/.*\.tsx?$/).flatMap((path) =>
    [...readProjectFile(path).matchAll(/graphql\(\s*`([^`]+)`/g)].map(([, text]) =>
      parse(String(text).replaceAll(/@_\w+/g, '')),
    ),
  );
  const rules = specifiedRules.filter(({ name }) => !perDocument.includes(name));

  expect(documents.length).toBeGreaterThan(0);
  expect(validate(schema, concatAST(documents), rules).map(String)).toEqual([]);
});
