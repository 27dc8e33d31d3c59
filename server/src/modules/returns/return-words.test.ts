import { expect, test } from 'vitest';
import { checkedText } from './return-words.ts';

test('what people write for others is taken, without spaces around it', () => {
  expect(checkedText(' Two homes closed in May. ', 'explanation')).toBe('Two homes closed in May.');
});

test.each([
  ['  ', 'Give the explanation in 1 to 500 characters.'],
  [
    'Z999777333111 moved',
    'The explanation holds what looks like a child’s pupil or NHS number. Take it out.',
  ],
])('“%s” is refused', (text, says) => {
  expect(() => checkedText(text, 'explanation')).toThrow(says);
});
