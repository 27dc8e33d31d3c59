import { describe, expect, test } from 'vitest';
import { filesProblem, sendingName } from './send-return.ts';

const megabytes = (count: number) => ({ name: 'beds.csv', size: count * 1_000_000 });

describe('files that can be sent', () => {
  test('are at least one', () => {
    expect(filesProblem('files', [])).toBe('Choose the file to send');
  });

  test('are none where nothing happened', () => {
    expect(filesProblem('nil', [])).toBeNull();
  });

  test('are 100 MB at most in all', () => {
    expect(filesProblem('files', [megabytes(60), megabytes(40)])).toBeNull();
    expect(filesProblem('files', [megabytes(60), megabytes(41)])).toMatch(/100 MB at most/);
  });

  test('are 20 at most, and none empty', () => {
    expect(
      filesProblem(
        'files',
        Array.from({ length: 21 }, () => megabytes(1)),
      ),
    ).toMatch(/20/);
    expect(filesProblem('files', [megabytes(0)])).toBe('beds.csv is empty: choose another file');
  });
});

describe('the name of a sending', () => {
  const file = new File(['1'], 'beds.csv', { lastModified: 5 });
  const given = {
    ...{ authority: 'E06000015', dataset: 'beds', period: '2026-10', saying: 'files' as const },
    files: [file],
    afterVersion: 0,
  };

  test('is the same for the same', () => {
    expect(sendingName({ ...given })).toBe(sendingName(given));
  });

  test('is another for another file or month', () => {
    const other = new File(['1'], 'beds.csv', { lastModified: 6 });

    expect(sendingName({ ...given, files: [other] })).not.toBe(sendingName(given));
    expect(sendingName({ ...given, period: '2026-09' })).not.toBe(sendingName(given));
  });
});
