import { describe, expect, test } from 'vitest';
import { figures, rowsOf } from './return-rows.fixture.ts';

describe('money', () => {
  test('is averaged over the children it is paid for', () => {
    const rows = rowsOf(['RESIDENTIAL', 'TOTAL', '3', '16000.5'], ['FOSTER', 'TOTAL', '0', '0']);

    const said = figures('costs', { 'weekly-cost': rows });

    expect(said['residential-weekly-cost-month']).toMatchObject({
      value: 5334,
      numerator: 16000.5,
      denominator: 3,
    });
    expect(said['fostering-weekly-cost-month']).toMatchObject({
      value: null,
      symbol: 'z',
      denominator: 0,
    });
  });

  test('spent with independent providers is private and voluntary together', () => {
    const rows = rowsOf(
      ['RESIDENTIAL', 'PR1', '900'],
      ['RESIDENTIAL', 'PR4', '1000.10'],
      ['RESIDENTIAL', 'PR5', '2000.20'],
    );

    const said = figures('costs', { spend: rows });

    expect(said['external-residential-spend-month']).toMatchObject({ value: 3000.3, rows: [3, 4] });
  });
});

describe('beds', () => {
  const homes = rowsOf(
    ['SC000001', 'CHILDRENS-HOME', 'PR1', '4', '4', '4'],
    ['SC000002', 'CHILDRENS-HOME', 'PR4', '3', '3', '2'],
  );

  test('are counted at the newest day of each home', () => {
    const states = rowsOf(
      ['SC000001', '2026-09-30', '3', '0', '1', '0', ''],
      ['SC000001', '2026-09-15', '1', '0', '3', '0', ''],
      ['SC000002', '2026-09-29', '1', '1', '0', '0', ''],
    );

    const said = figures('beds', { homes, 'bed-states': states });

    expect(said['home-beds-registered-month-end']).toMatchObject({ value: 7, rows: [2, 3] });
    expect(said['home-beds-occupied-share-month-end']).toMatchObject({
      value: 66.7,
      numerator: 4,
      denominator: 6,
      rows: [2, 4],
    });
    expect(said['home-beds-vacant-month-end']).toMatchObject({ value: 1 });
  });

  test('of a home without a count are not known, and so is their sum', () => {
    const states = rowsOf(['SC000001', '2026-09-30', '3', '0', '1', '0', '']);

    const said = figures('beds', { homes, 'bed-states': states });

    expect(said['home-beds-occupied-share-month-end']).toMatchObject({ value: null, symbol: 'x' });
    expect(said['home-beds-vacant-month-end']).toMatchObject({ value: null, symbol: 'x' });
  });

  test('are none where the return says that there are no homes', () => {
    const said = figures('beds', { homes: [], 'bed-states': [] });

    expect(said['home-beds-registered-month-end']).toMatchObject({ value: 0, symbol: null });
    expect(said['home-beds-occupied-share-month-end']).toMatchObject({ value: null, symbol: 'z' });
  });
});

test('bought placements are those on a framework, in block or by spot purchase', () => {
  const rows = rowsOf(
    ['TOTAL', 'REGIONAL', '6'],
    ['TOTAL', 'LOCAL', '3'],
    ['TOTAL', 'BLOCK-LOCAL', '1'],
    ['TOTAL', 'SPOT', '10'],
    ['TOTAL', 'IN-HOUSE', '30'],
    ['FOSTERING', 'REGIONAL', '6'],
    ['FOSTERING', 'IN-HOUSE', '30'],
    ['RESIDENTIAL', 'LOCAL', '3'],
    ['RESIDENTIAL', 'BLOCK-LOCAL', '1'],
    ['RESIDENTIAL', 'SPOT', '10'],
    ['TOTAL', 'TOTAL', '50'],
  );

  const said = figures('providers', { 'placements-by-sourcing': rows });

  expect(said['placements-made-month']).toMatchObject({ value: 50, formula: null });
  expect(said['on-framework-share-month']).toMatchObject({
    value: 45,
    numerator: 9,
    denominator: 20,
  });
  expect(said['spot-placements-month']).toMatchObject({ value: 10 });
});

test('coverage of a service counts what was bought of it alone, and spot is told by reason', () => {
  const rows = rowsOf(
    ['FOSTERING', 'REGIONAL', '6'],
    ['FOSTERING', 'SPOT', '2'],
    ['FOSTERING', 'IN-HOUSE', '30'],
    ['RESIDENTIAL', 'LOCAL', '1'],
    ['RESIDENTIAL', 'BLOCK-LOCAL', '1'],
    ['RESIDENTIAL', 'SPOT', '2'],
    ['TOTAL', 'TOTAL', '42'],
  );
  const reasons = rowsOf(
    ['FOSTERING', 'NO-OFFER', '2'],
    ['RESIDENTIAL', 'NO-OFFER', '1'],
    ['RESIDENTIAL', 'NK', '1'],
    ['TOTAL', 'TOTAL', '4'],
  );

  const said = figures('providers', {
    'placements-by-sourcing': rows,
    'off-framework-by-reason': reasons,
  });

  expect(said['on-framework-share-month-fostering']).toMatchObject({
    value: 75,
    numerator: 6,
    denominator: 8,
    rows: [2, 3, 8],
  });
  expect(said['on-framework-share-month-residential']).toMatchObject({ value: 25, denominator: 4 });
  expect(said['on-framework-share-month-supported']).toMatchObject({ value: null, symbol: 'z' });
  expect(said['spot-placements-month-residential']).toMatchObject({ value: 2 });
  expect(said['spot-placements-month-no-offer']).toMatchObject({ value: 3, rows: [2, 3, 5] });
  expect(said['spot-placements-month-reason-not-known']).toMatchObject({ value: 1, rows: [4, 5] });
  expect(said['spot-placements-month-continuity']).toMatchObject({ value: 0 });
});

test('requests at three days’ notice or less are emergency and crisis', () => {
  const rows = rowsOf(['PLANNED', '5'], ['SHORT', '3'], ['EMERGENCY', '6'], ['CRISIS', '2']);

  const said = figures('demand', { 'requests-by-notice': rows });

  expect(said['requests-within-three-days-share-month']).toMatchObject({
    value: 50,
    rows: [2, 3, 4, 5],
  });
});
