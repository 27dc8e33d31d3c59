import { expect, test } from 'vitest';
import { isStale, reservationEndedOn, tooOldAt } from './freshness.ts';

const present = { now: new Date('2026-06-15T11:00:00Z'), today: '2026-06-15' };

const home = (
  provisionType: 'CHILDRENS_HOME' | 'SUPPORTED_ACCOMMODATION',
  confirmed: string | null,
  reservedUntil: string | null = null,
) => ({
  provisionType,
  confirmedAt: confirmed === null ? null : new Date(confirmed),
  reservedUntil,
});

test('a children’s home is stale after a day, and not on the stroke of it', () => {
  const onTheStroke = home('CHILDRENS_HOME', '2026-06-14T11:00:00Z');

  expect(isStale(onTheStroke, present)).toBe(false);
  expect(tooOldAt(onTheStroke)).toEqual(present.now);
  expect(isStale(home('CHILDRENS_HOME', '2026-06-14T10:59:59Z'), present)).toBe(true);
});

test('supported accommodation is stale after three days', () => {
  const late = home('SUPPORTED_ACCOMMODATION', '2026-06-12T10:00:00Z');

  expect(isStale(home('SUPPORTED_ACCOMMODATION', '2026-06-12T12:00:00Z'), present)).toBe(false);
  expect(isStale(late, present)).toBe(true);
  expect(tooOldAt(late)).toEqual(new Date('2026-06-15T10:00:00Z'));
});

test('what was never confirmed is stale', () => {
  const never = home('CHILDRENS_HOME', null);

  expect(isStale(never, present)).toBe(true);
  expect(tooOldAt(never)).toBeNull();
});

test('a home is stale once a reservation has ended, and not on its last day', () => {
  const last = home('CHILDRENS_HOME', '2026-06-15T10:00:00Z', '2026-06-15');
  const ended = { ...last, reservedUntil: '2026-06-14' };

  expect([isStale(last, present), isStale(ended, present)]).toEqual([false, true]);
  expect(reservationEndedOn(last, present.today)).toBeNull();
  expect(reservationEndedOn(ended, present.today)).toBe('2026-06-14');
});
