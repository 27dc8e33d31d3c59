import { describe, expect, test } from 'vitest';
import { datasets } from '../indicators/indicator.ts';
import { reasonsCareCeased } from './code-lists/child-codes.ts';
import { codesIn } from './code-lists/code-list.ts';
import { placementTypes } from './code-lists/placement-codes.ts';
import { formatOf, returnFormats } from './formats.ts';
import { formatName } from './table.ts';

const tables = returnFormats.flatMap((format) => format.tables);

describe('the formats', () => {
  test('are one for each dataset, named with its collection year and version', () => {
    expect(returnFormats.map(({ dataset }) => dataset)).toEqual(datasets);
    expect(formatName(formatOf('placements'))).toBe('placements 2026-27 v1');
  });

  test.each(returnFormats.map((format) => [format.dataset, format] as const))(
    'of %s call every table by another name',
    (_dataset, format) => {
      const names = format.tables.map(({ name }) => name);

      expect(new Set(names).size).toBe(names.length);
    },
  );
});

describe.each(tables.map((table) => [table.name, table] as const))(
  'the table %s',
  (_name, table) => {
    test('begins with the authority and the month', () => {
      expect(table.columns.slice(0, 2).map(({ name }) => name)).toEqual([
        'authority_code',
        'period',
      ]);
    });

    test('crosses no more than two characteristics', () => {
      const characteristics = table.columns.filter(
        ({ kind, name }) => kind === 'code' && table.key.includes(name),
      );

      expect(characteristics.length).toBeLessThanOrEqual(2);
    });

    test('tells rows apart by columns that it has', () => {
      expect(table.columns.map(({ name }) => name)).toEqual(expect.arrayContaining([...table.key]));
    });

    test('knows no two columns by one name', () => {
      const names = table.columns.flatMap(({ name, title, aliases }) => [
        ...new Set(
          [name, title, ...aliases].map((text) => text.toLowerCase().replaceAll('_', ' ')),
        ),
      ]);

      expect(new Set(names).size).toBe(names.length);
    });

    test('has an example of every cell, written as it is kept', () => {
      const examples = table.columns.map(({ example }) => ({ text: example }));

      expect(table.columns.map(({ read, example }) => read(example))).toEqual(examples);
    });
  },
);

describe('code lists over the years', () => {
  test('supported accommodation is H5 until 2023-24 and K3 from 2024-25', () => {
    const supported = (year: string) =>
      codesIn(placementTypes, year)
        .filter(({ group }) => group === 'supported')
        .map(({ code }) => code);

    expect(supported('2023-24')).toEqual(['H5']);
    expect(supported('2024-25')).toEqual(['K3']);
    expect(supported('2026-27')).toEqual(['K3']);
  });

  test('the codes of unregistered settings begin in 2025-26', () => {
    const codes = (year: string) => codesIn(placementTypes, year).map(({ code }) => code);

    expect(codes('2024-25')).not.toContain('Z11');
    expect(codes('2025-26')).toEqual(codes('2026-27'));
    expect(codes('2026-27')).toEqual(expect.arrayContaining(['Z11', 'Z12', 'Z13', 'Z14']));
    expect(codes('2026-27')).not.toContain('P2');
  });

  test('the two early codes for special guardianship are gone', () => {
    const codes = codesIn(reasonsCareCeased, '2026-27').map(({ code }) => code);

    expect(codes).not.toContain('E43');
    expect(codes).toHaveLength(21);
  });
});
