import { expect, test } from 'vitest';
import { countsSentence } from './home-words.ts';

const counts = {
  ...{ registered: 6, operational: 6, usable: 5, occupied: 2 },
  ...{ reserved: 1, accepting: 1, closed: 1 },
};

test('the places of a home are told by how they are', () => {
  expect(countsSentence(counts)).toBe(
    '2 of 6 places occupied, 1 vacant and accepting, 1 vacant and closed, 1 reserved, 1 not usable',
  );
});

test('where it is not known which of the vacant ones took anybody, they are only vacant', () => {
  expect(countsSentence({ ...counts, accepting: null, closed: null })).toBe(
    '2 of 6 places occupied, 2 vacant, 1 reserved, 1 not usable',
  );
});
