import { describe, expect, test } from 'vitest';
import { placeOf } from './sections.ts';

const codes = ['d2n2', 'west-midlands'];

describe('the place an address stands for', () => {
  test('is a section of a consortium', () => {
    expect(placeOf('/west-midlands/compare', codes)).toEqual({
      consortium: 'west-midlands',
      section: { path: 'compare', title: 'Compare' },
    });
  });

  test('is a consortium without a section when the section does not exist', () => {
    expect(placeOf('/d2n2/beds', codes)).toEqual({ consortium: 'd2n2', section: null });
  });

  test('is neither on pages outside the consortia', () => {
    expect(placeOf('/accessibility', codes)).toEqual({ consortium: null, section: null });
  });
});
