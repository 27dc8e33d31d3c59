import { describe, expect, test } from 'vitest';
import { chanceOf } from '../../platform/demonstration-chance.ts';
import { statesOfPlace, statesOfReturns } from './demonstration-place-states.ts';
import {
  confirmedFrom,
  confirmedUntil,
  dayNumber,
  dayOfNumber,
  rhythmOf,
} from './demonstration-rhythm.ts';
import { eventsOf, runsOfHome } from './demonstration-runs.ts';

const today = dayNumber('2026-11-23');
const names = Array.from({ length: 60 }, (_, nth) => `place ${nth}`);
const rhythms = names.map((name) =>
  rhythmOf(chanceOf(name), { isSupported: name.endsWith('7'), isDaily: name.endsWith('3') }),
);

const statesUntil = (name: string, until: number) =>
  statesOfPlace(name, { since: 0, until, pace: 1, shortBreaks: false });

describe('a place that is made up', () => {
  test('was the same on whatever day it is made', () => {
    const made = names.map((name) => statesUntil(name, today));
    const later = names.map((name) => statesUntil(name, today + 300));

    expect(later.map((runs, nth) => runs.slice(0, made[nth]?.length))).toEqual(made);
  });

  test('of a home that returns name changes at most once in a month', () => {
    const months = statesOfReturns('9615001 bed 0', today, (period) =>
      Number(period.slice(-1)) % 2 === 0 ? 'OCCUPIED' : 'ACCEPTING',
    ).map(({ from }) => dayOfNumber(from).slice(0, 7));

    expect(months.length).toBeGreaterThan(2);
    expect(new Set(months).size).toBe(months.length);
  });
});

describe('a home that is made up', () => {
  test('confirms in one of several rhythms, on the last day until a day and on the first from it', () => {
    const last = rhythms.map((rhythm) => confirmedUntil(rhythm, today));
    const next = rhythms.map((rhythm) => confirmedFrom(rhythm, today + 1));

    expect(new Set(rhythms.map(({ lags }) => lags.length)).size).toBeGreaterThan(2);
    expect(last.filter((day) => day > today)).toEqual([]);
    expect(rhythms.map((rhythm, nth) => confirmedUntil(rhythm, last[nth] ?? 0))).toEqual(last);
    expect(rhythms.map((rhythm, nth) => confirmedUntil(rhythm, next[nth] ?? 0))).toEqual(next);
    expect(rhythms.map((rhythm, nth) => confirmedUntil(rhythm, (next[nth] ?? 0) - 1))).toEqual(
      last,
    );
  });

  test('says on a day on which it confirms what has changed since, once a day', () => {
    const places = names.slice(0, 5).map((name) => statesUntil(name, today));
    const homes = rhythms.map((rhythm) => {
      const to = confirmedUntil(rhythm, today);
      const runs = runsOfHome(places, { from: to - 200, to, rhythm });
      return {
        rhythm,
        to,
        runs,
        days: eventsOf(runs, rhythm, to).map(({ day }) => dayNumber(day)),
      };
    });

    expect(homes.map(({ days }) => days.at(0))).toEqual(homes.map(({ to }) => to - 200));
    expect(homes.map(({ days }) => days.at(-1))).toEqual(homes.map(({ to }) => to));
    expect(homes.map(({ days }) => new Set(days).size)).toEqual(
      homes.map(({ days }) => days.length),
    );
    expect(
      homes.flatMap(({ rhythm, days }) =>
        days.slice(1).filter((day) => confirmedUntil(rhythm, day) !== day),
      ),
    ).toEqual([]);
    expect(Math.min(...homes.map(({ runs }) => runs.length))).toBeGreaterThan(1);
  });
});
