import { expect, test } from 'vitest';
import { roleTitle } from './role-title.ts';

test('a role is shown in words', () => {
  expect(roleTitle('ig-lead')).toBe('Information-governance lead');
});

test('a role unknown to the page is shown as it came', () => {
  expect(roleTitle('auditor')).toBe('auditor');
});
