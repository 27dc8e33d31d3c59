import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Stay } from './passages.ts';
import { arrivalsOf, passagesFrom } from './passages.ts';

const stay = (days: number, next: string, households: number): Stay => ({
  ...{ days, next, households },
});

/** Of ten: four left after 50 days, four went on after 100 and two after 200. */
const ten = [stay(50, 'LEFT', 4), stay(100, 'PANEL', 4), stay(200, 'PANEL', 2)];

describe('who goes on from a stage', () => {
  test('are the shares of those who were in it, by hand', () => {
    expect(passagesFrom(ten)).toEqual([
      { day: 50, to: 'LEFT', share: 0.4 },
      { day: 100, to: 'PANEL', share: expect.closeTo(0.4, 10) },
      { day: 200, to: 'PANEL', share: expect.closeTo(0.2, 10) },
    ]);
  });

  test('are, of whoever has stayed for so long, those who had stayed as long', () => {
    expect(passagesFrom(ten, 60)).toEqual([
      { day: 40, to: 'PANEL', share: expect.closeTo(4 / 6, 10) },
      { day: 140, to: 'PANEL', share: expect.closeTo(2 / 6, 10) },
    ]);
  });

  test('count those who are in it still as far as they were followed, and do not take them for lost', () => {
    expect(passagesFrom([...ten, stay(10, 'OPEN', 90)])).toEqual(passagesFrom(ten));
  });

  test('on one day go different ways', () => {
    expect(passagesFrom([stay(7, 'PANEL', 1), stay(7, 'LEFT', 1), stay(9, 'OPEN', 2)])).toEqual([
      { day: 7, to: 'PANEL', share: 0.25 },
      { day: 7, to: 'LEFT', share: 0.25 },
    ]);
  });
});

describe('who is approved', () => {
  test('goes from stage to stage, though nobody was seen to go all the way', () => {
    const stays = new Map([
      ['RECEIVED', [stay(10, 'PANEL', 1), stay(10, 'LEFT', 1)]],
      ['PANEL', [stay(5, 'APPROVAL', 3), stay(6, 'LEFT', 1)]],
    ]);

    const arrivals = arrivalsOf(['RECEIVED', 'PANEL'], stays, 20);

    expect(arrivals.get('PANEL')?.[4]).toBe(0);
    expect(arrivals.get('PANEL')?.[5]).toBe(0.75);
    // Half of them after ten days, three quarters of those after five more.
    expect(arrivals.get('RECEIVED')?.[14]).toBe(0);
    expect(arrivals.get('RECEIVED')?.slice(15)).toEqual(new Array(6).fill(0.375));
  });

  test('is a share that only grows, and no more than all', () => {
    const stays = fc.array(
      fc.record({
        days: fc.integer({ min: 0, max: 60 }),
        next: fc.constantFrom('APPROVAL', 'LEFT', 'OPEN'),
        households: fc.integer({ min: 1, max: 9 }),
      }),
    );
    const early = stays.map((all) =>
      all.map((one) => ({ ...one, next: one.next === 'APPROVAL' ? 'PANEL' : one.next })),
    );
    fc.assert(
      fc.property(early, stays, (received, panel) => {
        const given = new Map([
          ['RECEIVED', received],
          ['PANEL', panel],
        ]);
        const arrived = arrivalsOf(['RECEIVED', 'PANEL'], given, 80).get('RECEIVED') ?? [];
        expect(arrived).toEqual(arrived.toSorted((one, other) => one - other));
        expect(arrived.at(-1)).toBeLessThanOrEqual(1 + 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});
