import { expect, test } from 'vitest';
import { attackerGroups } from './attacker-groups.ts';

test('attackers who know the same kind of thing are one line, with the nearest that any came', () => {
  expect(
    attackerGroups([
      { name: 'everybody', knows: 'nothing more', cells: 61, narrowestInterval: 7 },
      { name: 'Derby', knows: 'its own exact figures', cells: 40, narrowestInterval: 5 },
      { name: 'Nottingham', knows: 'its own exact figures', cells: 52, narrowestInterval: 4 },
      { name: 'Haven Homes', knows: 'its own part', cells: 0, narrowestInterval: null },
      { name: 'A', knows: 'its own exact figures and those of B', cells: 1, narrowestInterval: 9 },
      { name: 'B', knows: 'its own exact figures and those of A', cells: 2, narrowestInterval: 8 },
    ]),
  ).toEqual([
    { name: 'everybody', knows: 'nothing more', cells: '61', narrowest: 7 },
    {
      name: '2 attackers, such as Derby',
      knows: 'its own exact figures',
      cells: '40 to 52',
      narrowest: 4,
    },
    { name: 'Haven Homes', knows: 'its own part', cells: '0', narrowest: null },
    {
      name: '2 attackers, such as A',
      knows: 'its own exact figures, and what agreements show exactly',
      cells: '1 to 2',
      narrowest: 8,
    },
  ]);
});
