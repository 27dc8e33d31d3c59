import { expect, test } from 'vitest';
import { appearanceFrom } from './appearance.ts';

test('a kept appearance is used again', () => {
  expect(appearanceFrom('dark')).toBe('dark');
});

test('no or an unknown kept appearance follows the device', () => {
  expect(appearanceFrom(null)).toBe('device');
  expect(appearanceFrom('sepia')).toBe('device');
});
