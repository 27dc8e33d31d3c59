import { describe, expect, test } from 'vitest';
import { matchingGroups } from './choice-filter.ts';

const groups = [
  {
    title: 'East Midlands',
    choices: [
      { value: 'E06000015', text: 'Derby' },
      { value: 'E10000007', text: 'Derbyshire' },
    ],
  },
  { title: 'Homes', choices: [{ value: 'homes-in-area', text: 'Children’s homes in the area' }] },
];

const found = (words: string) =>
  matchingGroups(groups, words).flatMap(({ choices }) => choices.map(({ text }) => text));

describe('finding choices by words', () => {
  test('shows all without words', () => {
    expect(found(' ')).toEqual(['Derby', 'Derbyshire', 'Children’s homes in the area']);
  });

  test('takes words in any order and any case', () => {
    expect(found('AREA homes')).toEqual(['Children’s homes in the area']);
  });

  test('does not mind apostrophes', () => {
    expect(found('childrens')).toEqual(['Children’s homes in the area']);
  });

  test('finds by the name of the group', () => {
    expect(found('midlands')).toEqual(['Derby', 'Derbyshire']);
  });

  test('finds by code', () => {
    expect(found('e10000007')).toEqual(['Derbyshire']);
  });

  test('leaves out groups without a find', () => {
    expect(matchingGroups(groups, 'derby')).toHaveLength(1);
  });
});
