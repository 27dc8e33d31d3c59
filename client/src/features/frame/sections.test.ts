import { describe, expect, test } from 'vitest';
import { placeOf, sectionsFor } from './sections.ts';

const codes = ['d2n2', 'west-midlands'];

describe('the place an address stands for', () => {
  test('is a section of a consortium', () => {
    expect(placeOf('/west-midlands/compare', codes)).toEqual({
      consortium: 'west-midlands',
      section: { path: 'compare', title: 'Compare' },
      isWithin: false,
    });
  });

  test('is within a section when the address goes on', () => {
    expect(placeOf('/d2n2/sharing/agreements', codes)).toMatchObject({
      section: { title: 'Sharing' },
      isWithin: true,
    });
  });

  test('is a consortium without a section when the section does not exist', () => {
    expect(placeOf('/d2n2/nowhere', codes)).toEqual({
      consortium: 'd2n2',
      section: null,
      isWithin: false,
    });
  });

  test('is neither on pages outside the consortia', () => {
    expect(placeOf('/accessibility', codes)).toEqual({
      consortium: null,
      section: null,
      isWithin: false,
    });
  });
});

test('the menu leads nobody to a section that is closed to them', () => {
  expect(sectionsFor(['agreement:read', 'release:read']).map(({ title }) => title)).toEqual([
    'Overview',
    'Compare',
    'Saved comparisons',
    'Fostering',
    'Returns',
    'Releases',
    'Sharing',
  ]);
});
