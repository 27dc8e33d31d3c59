import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from './rules.ts';

test('the documentation lists every rule as it is', () => {
  const page = readFileSync(new URL('../../../../docs/return-rules.md', import.meta.url), 'utf8');
  const listed = page.split('\n').filter((line) => line.startsWith('| `returns/'));

  expect(listed).toEqual(
    Object.entries(rules).map(
      ([id, { severity, title, checks, mend }]) =>
        `| \`${id}\` | ${severity} | ${title} | ${checks} | ${mend} |`,
    ),
  );
});
