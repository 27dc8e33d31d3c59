import { expect, test } from 'vitest';
import { homesLike, homeTitle } from './home-choice.ts';

const derby = { id: '1', code: 'E06000015', name: 'Derby' };
const homes = [
  { urn: '9990001', name: null, areaText: 'Derby', authority: derby },
  { urn: '9990002', name: 'Oak Tree', areaText: 'Kent', authority: null },
  { urn: '9990003', name: null, areaText: 'Kent', authority: null },
];
const urns = (text: string, chosen: readonly string[] = []) =>
  homesLike(homes, text, chosen).map(({ urn }) => urn);

test('a home is found by its URN, its name or its area, by every word that is typed', () => {
  expect(urns('')).toHaveLength(3);
  expect(urns('0003')).toEqual(['9990003']);
  expect(urns('oak kent')).toEqual(['9990002']);
  expect(urns('derby oak')).toEqual([]);
});

test('what is chosen stays in the list, whatever is typed', () => {
  expect(urns('oak', ['9990001'])).toEqual(['9990001', '9990002']);
});

test('where a name is kept back, the URN stands alone', () => {
  expect(homes.slice(0, 2).map(homeTitle)).toEqual(['URN 9990001', 'Oak Tree, URN 9990002']);
});
