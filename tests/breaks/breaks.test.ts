import { describe, expect, test } from 'vitest';
import { projectFiles, readProjectFile } from '../testkit/project-files.ts';
import { breaks } from './all-breaks.ts';
import { broken } from './break.ts';

describe('the seeded breaks', () => {
  test('are at least twenty, each of another name', () => {
    const names = breaks.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(20);
    expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*$/.test(name))).toEqual([]);
  });

  test.each(breaks.map((each) => [each.name, each] as const))('%s fits its file', (_name, each) => {
    const text = readProjectFile(each.file);

    expect(broken(text, each)).not.toBe(text);
  });

  test('name test files that exist', () => {
    const files = projectFiles(/\.test\.ts$/);

    expect(breaks.flatMap(({ tests }) => tests).filter((path) => !files.includes(path))).toEqual(
      [],
    );
  });
});

describe('a break', () => {
  const each = { name: 'no-lock', file: 'a.sql', from: 'lock', to: 'open', tests: [] };

  test('replaces its text', () => {
    expect(broken('a lock and a door', each)).toBe('a open and a door');
  });

  test.each([
    ['is not there', 'a door', 0],
    ['is there twice', 'a lock, a lock', 2],
  ])('whose text %s is refused', (_what, text, times) => {
    expect(() => broken(text, each)).toThrow(
      `The break “no-lock” finds its text ${times} times in a.sql, not once.`,
    );
  });
});
