import { expect, test } from 'vitest';
import { textOf } from './text-of.ts';

test('reads UTF-8, Windows’ letters and UTF-16 by their byte order mark', () => {
  expect(textOf(new TextEncoder().encode('\uFEFFChildren’s home'))).toBe('Children’s home');
  expect(textOf(Uint8Array.from([0x32, 0x33, 0x96, 0x32, 0x34]))).toBe('23–24');
  expect(textOf(Uint8Array.from([0xff, 0xfe, 0x55, 0x00, 0x52, 0x00]))).toBe('UR');
});
