import type { Attacker } from '@sufficiency/server/modules/disclosure/release-problem.ts';
import { describe, expect, test } from 'vitest';
import { narrowestOf } from './attack.ts';

const everybody: Attacker = { name: 'everybody', kind: 'public', knows: [], width: 4 };

/** Two counts and their total. */
const problem = { variables: [3, 20], links: [] };
const small = { of: [0], least: 1, most: Infinity };
const large = { of: [1], least: 18, most: 22 };
const total = { of: [0, 1], least: 23, most: 27 };

describe('the attack that releases are tried with', () => {
  test('finds nothing where there is nothing to find', () => {
    const told = [small, large, { ...total, most: Infinity }];

    expect(narrowestOf({ problem, told, attacker: everybody }, [[0]])).toBe(4);
  });

  test('finds a small number by an exact total', () => {
    const told = [small, { ...large, most: 20 }, { ...total, most: 23 }];

    expect(narrowestOf({ problem, told, attacker: everybody }, [[0]])).toBe(2);
  });

  test('finds a small number that is marked as one', () => {
    const told = [{ ...small, most: 4 }, large, total];

    expect(narrowestOf({ problem, told, attacker: everybody }, [[0]])).toBe(3);
  });

  test('finds a small number by what an insider knows', () => {
    const attacker: Attacker = { ...everybody, kind: 'member', knows: [1] };

    expect(narrowestOf({ problem, told: [small, { ...total, most: 25 }], attacker }, [[0]])).toBe(
      2,
    );
  });

  test('finds a small number by an earlier release', () => {
    const told = [small, large, total, { of: [0], least: 2, most: 3 }];

    expect(narrowestOf({ problem, told, attacker: everybody }, [[0]])).toBe(1);
  });

  test('does not ask for what the attacker knows', () => {
    const attacker: Attacker = { ...everybody, kind: 'member', knows: [0] };

    expect(narrowestOf({ problem, told: [small], attacker }, [[0]])).toBeNull();
  });
});
