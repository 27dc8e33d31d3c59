import { expect, test } from 'vitest';
import { rangeSentence } from './range-sentence.ts';

test('how near anybody comes is told with an example, and not at all where nothing is kept back', () => {
  expect(rangeSentence({ narrowestInterval: 4 })).toContain(
    'less than a range 4 wide, such as from 1 to 5.',
  );
  expect(rangeSentence({ narrowestInterval: null })).toBe('');
});
