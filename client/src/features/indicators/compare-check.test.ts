import { describe, expect, test } from 'vitest';
import { checkState } from './compare-check.ts';
import { firstState } from './compare-state.ts';

const period = (label: string) => ({ label, endsOn: '2025-03-31' });
const indicator = (key: string) => ({
  id: key,
  key,
  title: key,
  dataset: 'placements',
  unit: 'children',
  collected: false,
  periods: [period('2025')],
});
const choices = {
  indicators: [indicator('cla-rate'), indicator('cla-number')],
  authorities: [{ id: 'a', code: 'E06000015', name: 'Derby', region: 'East Midlands' }],
};

describe('a state checked against what exists', () => {
  test('stays as it is when everything exists', () => {
    const state = { ...firstState, indicators: ['cla-rate'], authorities: ['E06000015'] };

    expect(checkState(state, choices)).toEqual({ state, repairs: [] });
  });

  test('loses an indicator that does not exist, and all that hangs on it', () => {
    const state = {
      ...firstState,
      indicators: ['cla-rate', 'gone'],
      focus: 'gone',
      sort: { indicator: 'gone', order: 'ascending' },
    } as const;

    expect(checkState(state, choices)).toMatchObject({
      state: { indicators: ['cla-rate'], focus: null, sort: null },
      repairs: ['There is no indicator “gone”, so it was left out.'],
    });
  });

  test('loses an authority that does not exist', () => {
    const state = { ...firstState, indicators: ['cla-rate'], authorities: ['E99999999'] };

    expect(checkState(state, choices)).toMatchObject({
      state: { authorities: [] },
      repairs: ['There is no authority “E99999999”, so it was left out.'],
    });
  });

  test('goes back to the latest figures for a period that no indicator has', () => {
    const state = { ...firstState, indicators: ['cla-rate'], period: '1066' };

    expect(checkState(state, choices)).toMatchObject({
      state: { period: null },
      repairs: ['No chosen indicator has the period “1066”, so the latest figures are shown.'],
    });
  });

  test('keeps members as members', () => {
    expect(checkState({ ...firstState, indicators: [] }, choices).state.authorities).toBeNull();
  });
});
