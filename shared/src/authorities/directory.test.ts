import { describe, expect, test } from 'vitest';
import { createAuthorityDirectory } from './directory.ts';

const region = (code: string, name: string) => ({ code, name });
const authority = (code: string, dfeCode: string, name: string, regionCode: string) => ({
  code,
  dfeCode,
  name,
  regionCode,
});

const directory = createAuthorityDirectory(
  [
    authority('E08000039', '373', 'Sheffield', 'E12000003'),
    authority('E06000019', '884', 'Herefordshire, County of', 'E12000005'),
    authority('E06000058', '839', 'Bournemouth, Christchurch and Poole', 'E12000009'),
    authority('E06000059', '838', 'Dorset', 'E12000009'),
    authority('E06000061', '940', 'North Northamptonshire', 'E12000004'),
    authority('E06000066', '933', 'Somerset', 'E12000009'),
  ],
  [region('E12000003', 'Yorkshire and The Humber')],
);

describe('finding an authority', () => {
  test('knows a code that changed while the area stayed the same', () => {
    expect(directory.findByCode('E08000019')?.code).toBe('E08000039');
    expect(directory.findByCode('E10000027')?.name).toBe('Somerset');
  });

  test('does not take a broken-up county for either of its successors', () => {
    expect(directory.findByCode('E10000021')).toBeUndefined();
    expect(directory.hasEnded('E10000021')).toBe(true);
    expect(directory.hasEnded('928')).toBe(true);
    expect(directory.hasEnded('Northamptonshire')).toBe(true);
  });

  test('joins Herefordshire, which each publisher spells its own way', () => {
    expect(directory.findByName('DfE', 'Herefordshire, County of')?.code).toBe('E06000019');
    expect(directory.findByName('Ofsted', 'Herefordshire')?.code).toBe('E06000019');
    expect(directory.findByName('LAIT', 'Herefordshire')?.code).toBe('E06000019');
    expect(directory.findByDfeCode('884')?.code).toBe('E06000019');
  });

  test('finds nothing under a name nobody bears', () => {
    expect(directory.findByName('Ofsted', 'Cardiff')).toBeUndefined();
    expect(directory.hasEnded('Cardiff')).toBe(false);
  });
});

describe('why an authority has no figure for a period', () => {
  test('names the predecessor and the day it ended', () => {
    expect(directory.reasonBefore('E06000061', '2021-03-31')).toBe(
      'Published for Northamptonshire, which ended on 31 March 2021.',
    );
  });

  test('names all predecessors of a merger', () => {
    expect(directory.reasonBefore('E06000058', '2019-03-31')).toBe(
      'Published for Bournemouth, Poole and Dorset County, which ended on 31 March 2019.',
    );
  });

  test('has nothing to say once the authority exists, or where only the code changed', () => {
    expect(directory.reasonBefore('E06000061', '2022-03-31')).toBeNull();
    expect(directory.reasonBefore('E06000066', '2019-03-31')).toBeNull();
  });
});
