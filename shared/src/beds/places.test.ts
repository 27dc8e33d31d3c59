import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedReasons } from '../returns/code-lists/bed-and-demand-codes.ts';
import { dealtPlaces } from './dealt-places.ts';
import { needCodeOf, needCodes } from './needs.ts';
import { lostCapacityOf, occupanciesOf, together } from './occupancy.ts';
import type { Place } from './places.ts';
import { countsOf, placeClosedReasons, placeStates } from './places.ts';

const reasons = placeClosedReasons.codes.map(({ code }) => code);

const place = fc
  .record({ state: fc.constantFrom(...placeStates), reason: fc.constantFrom(...reasons) })
  .map(({ state, reason }): Place => ({ state, reason: state === 'CLOSED' ? reason : null }));
const places = fc.array(place, { maxLength: 30 });

describe('counts of places', () => {
  test('say of each place one thing, and of none more than there are', () => {
    fc.assert(
      fc.property(places, (some) => {
        const counts = countsOf(some);
        const { registered, operational, usable, occupied, reserved, accepting, closed } = counts;

        expect(occupied + reserved + accepting + closed).toBe(usable);
        expect([operational >= usable, registered >= operational]).toEqual([true, true]);
        expect(registered).toBe(some.length);
        expect(closed >= counts.closedLost && counts.closedLost >= 0).toBe(true);
      }),
    );
  });

  test('of several homes together are those of all their places', () => {
    fc.assert(
      fc.property(fc.array(places, { maxLength: 5 }), (homes) => {
        expect(together(homes.map(countsOf))).toEqual(countsOf(homes.flat()));
      }),
    );
  });
});

describe('occupancy', () => {
  test('is three figures, each named: of registered, operational and usable places', () => {
    const counts = countsOf([
      ...Array<Place>(6).fill({ state: 'OCCUPIED', reason: null }),
      { state: 'CLOSED', reason: 'SOLO' },
      { state: 'CLOSED', reason: 'STAFFING' },
      { state: 'NOT_USABLE', reason: null },
      ...Array<Place>(3).fill({ state: 'NOT_OPERATIONAL', reason: null }),
    ]);

    expect(
      occupanciesOf(counts).map(({ title, places: of, percent }) => [title, of, percent]),
    ).toEqual([
      ['Occupied of registered places', 12, 50],
      ['Occupied of operational places', 9, 600 / 9],
      ['Occupied of usable places', 8, 75],
    ]);
    expect(lostCapacityOf(counts)).toEqual({ places: 1, percent: 12.5 });
  });

  test('is of nothing where there is no place', () => {
    expect(occupanciesOf(countsOf([])).map(({ percent }) => percent)).toEqual([null, null, null]);
    expect(lostCapacityOf(countsOf([]))).toEqual({ places: 0, percent: null });
  });

  test('never falls from registered to usable places, and is never above 100', () => {
    fc.assert(
      fc.property(places, (some) => {
        const [registered, operational, usable] = occupanciesOf(countsOf(some)).map(
          ({ percent }) => percent ?? 0,
        );

        expect(Number(operational)).toBeGreaterThanOrEqual(Number(registered));
        expect(Number(usable) === 0 || Number(usable) >= Number(operational)).toBe(true);
        expect(Number(usable)).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('places of which somebody says only how many are what', () => {
  const said = fc.array(place, { minLength: 1, maxLength: 12 });
  const numbered = (some: readonly Place[]) =>
    some.map((one, nth) => ({
      ...{ ...one, number: nth + 1 },
      reservedUntil: one.state === 'RESERVED' ? '2026-06-20' : null,
    }));

  test('are as many of each as was said', () => {
    fc.assert(
      fc.property(said, fc.nat(), (wanted, seed) => {
        const present = numbered(
          wanted.map(
            (_, nth) =>
              wanted[(nth * 7 + seed) % wanted.length] ?? {
                state: 'OCCUPIED',
                reason: null,
              },
          ),
        );
        const dealt = dealtPlaces(
          present,
          numbered(wanted).map(({ number: _, ...one }) => ({ ...one, places: 1 })),
        );

        expect(dealt.map(({ number }) => number)).toEqual(present.map(({ number }) => number));
        expect(countsOf(dealt)).toEqual(countsOf(wanted));
      }),
    );
  });

  test('stay what they were where that can be', () => {
    const present = numbered([
      { state: 'OCCUPIED', reason: null },
      { state: 'ACCEPTING', reason: null },
      { state: 'CLOSED', reason: 'STAFFING' },
    ]);
    const of = { reason: null, reservedUntil: null };

    expect(
      dealtPlaces(present, [
        { state: 'NOT_USABLE', places: 1, ...of },
        { state: 'OCCUPIED', places: 1, ...of },
        { state: 'CLOSED', places: 1, ...of, reason: 'STAFFING' },
      ]),
    ).toEqual([present[0], { ...present[1], state: 'NOT_USABLE' }, present[2]]);
  });
});

test('reasons of places are those of returns, and those only a home tells apart', () => {
  expect(reasons).toEqual(expect.arrayContaining(closedReasons.codes.map(({ code }) => code)));
  expect(new Set(reasons).size).toBe(reasons.length);
});

test('needs of the register have a code', () => {
  expect(needCodeOf('mental health needs')).toBe('MENTAL-HEALTH');
  expect(needCodeOf('sensory impairment')).toBe('SENSORY');
  expect(needCodeOf('a girl of 14')).toBeNull();
  expect(needCodes).toHaveLength(5);
});
