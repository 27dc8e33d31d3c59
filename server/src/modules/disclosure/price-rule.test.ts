import { describe, expect, test } from 'vitest';
import { moneyMayBeReleased } from './price-rule.ts';

/** What as many organisations bring, each of one authority of the same name. */
const paid = (...pounds: readonly number[]) =>
  pounds.map((each, nth) => ({
    authority: `${nth}`,
    organisation: `council ${nth}`,
    pounds: each,
  }));

describe('money may be released', () => {
  test('where three bring it and none can work another out to within a tenth', () => {
    expect(moneyMayBeReleased(paid(1_000, 800, 100))).toBe(true);
  });

  test('but not where the others bring less than a tenth of the largest', () => {
    expect(moneyMayBeReleased(paid(1_000, 800, 99))).toBe(false);
    expect(moneyMayBeReleased(paid(1_000, 800, 40, 50))).toBe(false);
  });

  test('but not where fewer than three bring anything', () => {
    expect(moneyMayBeReleased(paid(1_000, 1_000))).toBe(false);
    expect(moneyMayBeReleased(paid(1_000, 1_000, 0))).toBe(false);
    expect(moneyMayBeReleased(paid())).toBe(false);
  });

  test('but not where somebody is shown all but one contributor’s figures, or all but two of which one is small', () => {
    const four = paid(1_000, 800, 600, 500);
    const shown = (...authorities: readonly string[]) => [
      { organisation: 'council 0', authorities },
    ];

    expect(moneyMayBeReleased(four, shown('1'))).toBe(true);
    expect(moneyMayBeReleased(four, shown('1', '2'))).toBe(false);
    expect(moneyMayBeReleased(paid(1_000, 800, 600, 50), shown('1'))).toBe(false);
    // Nothing is kept from whoever is shown everything.
    expect(moneyMayBeReleased(four, shown('1', '2', '3'))).toBe(true);
  });

  test('but not where a hub that brings nothing is shown all but one', () => {
    const hub = [{ organisation: 'hub', authorities: ['0', '1'] }];

    expect(moneyMayBeReleased(paid(1_000, 800, 600), hub)).toBe(false);
  });

  test('by who answers for authorities, not by how many they are', () => {
    const one = paid(1_000, 800, 600).map((each) => ({ ...each, organisation: 'one' }));

    expect(moneyMayBeReleased(one)).toBe(false);
  });
});
