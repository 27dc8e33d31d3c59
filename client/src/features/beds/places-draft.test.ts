import { describe, expect, test } from 'vitest';
import type { PlaceDraft, PlacesDraft } from './places-draft.ts';
import { changedPlaces, fieldsOfPlaces, withOthers } from './places-draft.ts';

const place = (number: number, state: PlaceDraft['state'], more: Partial<PlaceDraft> = {}) => ({
  ...{ number, state, reason: '', reservedUntil: '', block: null },
  ...more,
});
const draft = (...places: readonly PlaceDraft[]): PlacesDraft => ({ places });

describe('a home’s places as somebody changes them', () => {
  const before = draft(place(1, 'ACCEPTING'), place(2, 'ACCEPTING'));
  const own = draft(place(1, 'CLOSED', { reason: 'STAFFING' }), place(2, 'ACCEPTING'));
  const others = draft(place(1, 'ACCEPTING'), place(2, 'OCCUPIED'));

  test('are kept where others change other places meanwhile, and those are shown', () => {
    expect(withOthers(own, before, others)).toEqual(
      draft(place(1, 'CLOSED', { reason: 'STAFFING' }), place(2, 'OCCUPIED')),
    );
  });

  test('are sent alone, so that nothing of others is taken back', () => {
    expect(changedPlaces(withOthers(own, before, others), others)).toEqual([
      { number: 1, state: 'CLOSED', reason: 'STAFFING', reservedUntil: null },
    ]);
  });

  test('are sent without what does not belong to their state', () => {
    const odd = place(1, 'OCCUPIED', { reason: 'STAFFING', reservedUntil: '2026-12-01' });

    expect(changedPlaces(draft(odd, place(2, 'ACCEPTING')), before)).toEqual([
      { number: 1, state: 'OCCUPIED', reason: null, reservedUntil: null },
    ]);
  });

  test('are told at their own fields what the server refuses of them, though it counts what it was sent', () => {
    const second = draft(place(1, 'ACCEPTING'), place(2, 'RESERVED'));

    expect(fieldsOfPlaces('places-', second, before)).toContainEqual({
      path: 'places[0].reservedUntil',
      id: 'places-places[1].reservedUntil',
      label: 'Place 2: Reserved until',
    });
  });
});
