import { expect, test } from 'vitest';
import { dataPackage, tableSchema } from './datapackage.ts';
import { formatOf, returnFormats } from './formats.ts';

const [byType] = formatOf('placements').tables.map(tableSchema);
const schemas = Object.fromEntries(
  dataPackage(returnFormats).resources.map(({ name, schema }) => [name, schema]),
);

test('a package has one file for every table of every dataset', () => {
  const { resources, ...about } = dataPackage(returnFormats);

  expect(about).toMatchObject({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'sufficiency-exchange-returns',
    version: '2026-27.1',
  });
  expect(resources).toHaveLength(returnFormats.flatMap(({ tables }) => tables).length);
  expect(new Set(resources.map(({ path }) => path)).size).toBe(resources.length);
  expect(resources[0]).toMatchObject({
    name: 'placements-children-by-placement-type',
    path: 'placements-children-by-placement-type.csv',
    type: 'table',
    description: expect.stringContaining('Format: placements 2026-27 v1.'),
  });
});

test('a table schema has the columns in order and the key', () => {
  expect(byType?.fields.map(({ name, type }) => [name, type])).toEqual([
    ['authority_code', 'string'],
    ['period', 'yearmonth'],
    ['placement_type', 'string'],
    ['children', 'integer'],
  ]);
  expect(byType?.primaryKey).toEqual(['authority_code', 'period', 'placement_type']);
});

test('a code is one of its list or the total, each with its words', () => {
  const type = byType?.fields[2];

  expect(type?.constraints.enum).toEqual(expect.arrayContaining(['K2', 'K3', 'TOTAL']));
  expect(type?.constraints.enum).not.toContain('H5');
  expect(type?.categories).toContainEqual({ value: 'K2', label: 'Children’s home' });
  expect(type?.constraints.required).toBe(true);
});

test('a name has a pattern for the whole of it', () => {
  const patterns = schemas['beds-homes']?.fields.map(({ constraints }) => constraints.pattern);

  expect(patterns?.slice(0, 3)).toEqual(['E\\d{8}', undefined, '(SC\\d{6}|\\d{7})']);
});

test('a number may be one of the five symbols and is never blank', () => {
  const children = byType?.fields[3];

  expect(children?.missingValues).toEqual(['z', 'x', 'c', 'k', 'u']);
  expect(children?.constraints).toEqual({ minimum: 0 });
  expect(children?.unit).toBe('children');
});

test('a key that may be blank is a unique key, for a primary one takes no blanks', () => {
  expect(schemas['providers-framework-memberships']).toMatchObject({
    uniqueKeys: [['authority_code', 'period', 'framework', 'lot', 'provider', 'urn']],
  });
  expect(schemas['providers-framework-memberships']).not.toHaveProperty('primaryKey');
});

test('a cell that may be blank is not required', () => {
  const reason = schemas['beds-bed-states']?.fields.find(({ name }) => name === 'closed_reason');

  expect(reason?.constraints).not.toHaveProperty('required');
  expect(reason?.missingValues).toEqual(['']);
});
