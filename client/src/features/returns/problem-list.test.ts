import { describe, expect, test } from 'vitest';
import type { ProblemFilter } from './problem-list.ts';
import {
  filesToMend,
  problemFilter,
  problemGroups,
  problemPlace,
  problemSort,
  shownProblems,
} from './problem-list.ts';
import type { ReturnProblem } from './return-queries.ts';

const aProblem = (nth: number, given: Partial<ReturnProblem> = {}): ReturnProblem => ({
  nth,
  severity: 'ERROR',
  rule: 'returns/code-list',
  message: `Problem ${nth}.`,
  mend: 'Choose a code.',
  sheet: 'Beds',
  row: nth + 1,
  column: 'C status',
  value: null,
  explanation: null,
  explainedBy: null,
  ...given,
});

const all: ProblemFilter = { severity: null, rule: null, text: '' };
const numbers = (problems: readonly ReturnProblem[]) => problems.map(({ nth }) => nth);

test('problems are grouped by what was checked: the gravest first, then the most frequent', () => {
  const groups = problemGroups([
    aProblem(1, { rule: 'returns/table-missing', severity: 'QUERY' }),
    aProblem(2, { rule: 'returns/month' }),
    aProblem(3),
    aProblem(4),
  ]);

  expect(groups.map(({ rule, count, first }) => [rule, count, first.nth])).toEqual([
    ['returns/code-list', 2, 3],
    ['returns/month', 1, 2],
    ['returns/table-missing', 1, 1],
  ]);
});

describe('where a problem is', () => {
  test('is its sheet, row and column', () => {
    expect(problemPlace(aProblem(1))).toBe('Beds, row 2, C status');
  });

  test('is nowhere in particular where it is about the whole return', () => {
    expect(problemPlace(aProblem(1, { sheet: null, row: null, column: null }))).toBeNull();
  });
});

describe('the list', () => {
  const problems = [
    aProblem(1, { severity: 'NOTE', value: '10' }),
    aProblem(2, { severity: 'QUERY', value: '9' }),
    aProblem(3, { value: 'Vacent', rule: 'returns/month' }),
  ];

  test('has the gravest first', () => {
    expect(numbers(shownProblems(problems, all, 'severity'))).toEqual([3, 2, 1]);
  });

  test('has the order of the files', () => {
    expect(numbers(shownProblems(problems, all, 'place'))).toEqual([1, 2, 3]);
  });

  test('has values in order, numbers as numbers', () => {
    expect(numbers(shownProblems(problems, all, 'value'))).toEqual([2, 1, 3]);
  });

  test('is narrowed by severity, rule and any words', () => {
    expect(numbers(shownProblems(problems, { ...all, severity: 'QUERY' }, 'place'))).toEqual([2]);
    expect(numbers(shownProblems(problems, { ...all, rule: 'returns/month' }, 'place'))).toEqual([
      3,
    ]);
    expect(numbers(shownProblems(problems, { ...all, text: ' vacent' }, 'place'))).toEqual([3]);
    expect(numbers(shownProblems(problems, { ...all, text: 'row 3' }, 'place'))).toEqual([2]);
  });
});

describe('an address', () => {
  test('keeps filter and order', () => {
    const address = new URLSearchParams('severity=QUERY&rule=returns/month&find=bed&sort=place');

    expect(problemFilter(address)).toEqual({
      severity: 'QUERY',
      rule: 'returns/month',
      text: 'bed',
    });
    expect(problemSort(address)).toBe('place');
  });

  test('that says something else asks for all of them, the gravest first', () => {
    expect(problemFilter(new URLSearchParams('severity=HUGE'))).toEqual(all);
    expect(problemSort(new URLSearchParams('sort=colour'))).toBe('severity');
  });
});

describe('files to download with marks', () => {
  const aFile = (name: string) => ({
    ...{ nth: 1, name, size: 10, contentHash: null, keptUntil: null, url: null },
    markedUrl: `/marked/${name}`,
  });
  const names = (files: ReturnType<typeof filesToMend>) => files.map(({ name }) => name);

  test('are those CSV files that have problems, and every workbook', () => {
    const files = [aFile('beds.csv'), aFile('homes.csv'), aFile('rest.xlsx')];

    expect(names(filesToMend(files, [aProblem(1, { sheet: 'homes.csv' })]))).toEqual([
      'homes.csv',
      'rest.xlsx',
    ]);
  });

  test('are all where no problem names its file', () => {
    const files = [aFile('beds.csv'), aFile('homes.csv')];

    expect(names(filesToMend(files, [aProblem(1, { sheet: null })]))).toEqual([
      'beds.csv',
      'homes.csv',
    ]);
  });
});
