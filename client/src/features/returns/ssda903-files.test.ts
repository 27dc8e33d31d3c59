import { expect, test } from 'vitest';
import { fileProblem } from './ssda903-files.ts';

test('needs a file, and none of more than 100 MB', () => {
  expect(fileProblem([])).toBe('Choose at least the episodes file');
  expect(fileProblem([{ name: 'a.csv', size: 100_000_000 }])).toBeNull();
  expect(fileProblem([{ name: 'a.csv', size: 100_000_001 }])).toBe(
    'a.csv is larger than 100 MB: split it by year',
  );
});
