import { createSchema } from '@sufficiency/server/graphql/schema.ts';
import type { GraphQLNamedType } from 'graphql';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';

const schema = createSchema();

const argumentsOf = (args: readonly { readonly name: string; readonly type: object }[]): string =>
  args.length === 0 ? '' : `(${args.map(({ name, type }) => `${name}: ${type}`).join(', ')})`;

function membersOf(type: GraphQLNamedType | undefined): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map(({ name, type: of, defaultValue }) =>
      defaultValue === undefined ? `${name}: ${of}` : `${name}: ${of} = ${defaultValue}`,
    );
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).map(
    ({ name, args, type: of }) => `${name}${argumentsOf(args)}: ${of}`,
  );
}

/** Fields, values or input fields of a type, as the schema writes them. */
const has = (name: string) => membersOf(schema.getType(name));

// What clients rely on. A change here breaks them: it needs an ADR, and a time in which both are answered.
describe('the names that clients rely on', () => {
  test('scalars', () => {
    expect(Object.keys(schema.getTypeMap())).toEqual(
      expect.arrayContaining(['LocalDate', 'Instant', 'GssCode', 'Node']),
    );
  });

  test.each([
    ['DataSymbol', ['z', 'x', 'c', 'k', 'u']],
    ['FigureStatus', ['FINAL', 'PROVISIONAL', 'REVISED']],
    ['Polarity', ['HIGH', 'LOW', 'NONE']],
    ['Direction', ['BETTER', 'WORSE', 'SAME', 'NONE']],
  ])('values of %s', (name, values) => {
    expect(has(name).sort()).toEqual([...values].sort());
  });

  test.each([
    [
      'Indicator',
      [
        'id: ID!',
        'key: String!',
        'title: String!',
        'dataset: String!',
        'definition: String!',
        'cohort: String',
        'numeratorText: String',
        'denominatorText: String',
        'unit: String!',
        'decimals: Int!',
        'polarity: Polarity!',
        'version: Int!',
        'source: String!',
      ],
    ],
    ['Authority', ['id: ID!', 'code: GssCode!', 'name: String!', 'region: String!']],
    ['Consortium', ['id: ID!', 'code: String!', 'name: String!', 'members: [Authority!]!']],
    [
      'Viewer',
      [
        'account: String!',
        'organisation: String!',
        'authorities: [Authority!]!',
        'permissions: [String!]!',
      ],
    ],
    [
      'Figure',
      [
        'value: Float',
        'symbol: DataSymbol',
        'text: String!',
        'unit: String!',
        'numerator: Float',
        'denominator: Float',
        'status: FigureStatus!',
        'synthetic: Boolean!',
        'why: String!',
        'provenance: Provenance!',
      ],
    ],
    [
      'Provenance',
      [
        'source: String!',
        'vintage: LocalDate',
        'formula: String',
        'recordedAt: Instant',
        'return: Return',
        'row: Int',
      ],
    ],
    [
      'Query',
      [
        'viewer: Viewer!',
        'consortia: [Consortium!]!',
        'consortium(code: String!): Consortium',
        'authority(code: GssCode!): Authority',
        'indicators(dataset: String, search: String): [Indicator!]!',
        'comparison(input: ComparisonInput!): Comparison!',
        'node(id: ID!): Node',
        'nodes(ids: [ID!]!): [Node]!',
      ],
    ],
    [
      'ComparisonInput',
      [
        'consortium: String!',
        'indicators: [String!]!',
        'authorities: [GssCode!]',
        'period: String',
        'periods: Int = 1',
        'comparators: [String!]',
        'asAt: Instant',
      ],
    ],
    ['Comparison', ['periods: [String!]!', 'rows: [ComparisonRow!]!']],
    [
      'ComparisonRow',
      [
        'indicator: Indicator!',
        'comparable: Comparability!',
        'cells: [ComparisonCell!]!',
        'columns: ComparisonColumns!',
      ],
    ],
    [
      'ComparisonColumns',
      [
        'subjects: [String!]!',
        'codes: [GssCode]!',
        'periods: [String!]!',
        'values: [Float]!',
        'symbols: [DataSymbol]!',
      ],
    ],
    ['Comparability', ['comparable: Boolean!', 'warnings: [String!]!']],
    [
      'ComparisonCell',
      [
        'subject: String!',
        'code: GssCode',
        'of: GssCode',
        'period: String!',
        'figure: Figure!',
        'rank: Int',
        'direction: Direction!',
      ],
    ],
  ])('fields of %s', (name, fields) => {
    expect(has(name)).toEqual(expect.arrayContaining(fields));
  });

  test.each(['Indicator', 'Authority', 'Consortium'])('%s is a node', (name) => {
    expect(schema.getImplementations(schema.getType('Node') as never).objects).toContain(
      schema.getType(name),
    );
  });
});
