import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PrintedHomes } from './published-occupancy.ts';
import { occupiedFrom, recomputed } from './published-occupancy.ts';

const of = { authority: 'E10000020', day: '2023-06-30' };

const home = (places: number, occupied: number | null): PrintedHomes => ({
  ...{ name: 'A home', kind: null, homes: 1, printed: null },
  places,
  occupied,
});

describe('a printed table of homes', () => {
  test('has a figure of the homes with a count, and none of all where one has no count', () => {
    const said = recomputed([home(4, 3), home(2, 1), home(4, null)], of);

    expect(said.counted).toEqual({ homes: 2, places: 6, occupied: 4, percent: 66.7, symbol: null });
    expect(said.all).toMatchObject({ homes: 3, percent: null, symbol: 'x' });
    expect(said).toMatchObject({ unknownHomes: 1, unknownPlaces: 4, ifUnknownWereEmpty: 40 });
  });

  test('has one figure where all have a count', () => {
    const said = recomputed([home(4, 3), home(2, 1)], of);

    expect(said.all).toEqual(said.counted);
    expect(said.ifUnknownWereEmpty).toBeNull();
    expect(said.sentence).toBe('4 of 6 places were occupied: 67%.');
  });

  test('has none where nobody has a count', () => {
    const said = recomputed([home(4, null)], of);

    expect(said.counted).toMatchObject({ percent: null, symbol: 'z' });
    expect(said.all).toMatchObject({ percent: null, symbol: 'x' });
  });
});

describe('a percentage that stands alone', () => {
  test('is of one whole number of places where places are few', () => {
    expect(occupiedFrom(76, 21)).toBe(16);
    expect(occupiedFrom(91, 32)).toBe(29);
  });

  test('is of none that can be told where several, or none, would print so', () => {
    expect(occupiedFrom(67, 392)).toBeNull();
    expect(occupiedFrom(77, 21)).toBeNull();
  });

  test('gives back what was counted, or nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.nat(), (places, any) => {
        const occupied = any % (places + 1);

        expect([occupied, null]).toContain(
          occupiedFrom(Math.round((100 * occupied) / places), places),
        );
      }),
    );
  });
});
