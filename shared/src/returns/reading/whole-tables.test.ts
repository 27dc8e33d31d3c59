import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../indicators/indicator.ts';
import { csv, derby, genderLines, sentText } from './reading.fixture.ts';
import { readReturnContents } from './return-reader.ts';
import type { RuleId } from './rules.ts';
import type { SentFile } from './sent-file.ts';

/** What one rule found in some files. */
async function found(rule: RuleId, files: readonly SentFile[], dataset?: Dataset) {
  const { problems } = await readReturnContents(files, derby(dataset));
  return problems.filter((problem) => problem.rule === rule);
}

const table = (name: string, lines: readonly (readonly string[])[]) =>
  sentText(csv(lines), `${name}.csv`);

const gender = (...rows: [code: string, children: string][]) =>
  table('children-by-gender', [
    genderLines[0] ?? [],
    ...rows.map(([code, children]) => ['E06000015', '2026-09', code, children]),
  ]);

const distance = (...rows: [location: string, band: string, children: string][]) =>
  table('children-by-distance', [
    ['authority_code', 'period', 'location', 'distance_band', 'children'],
    ...rows.map((cells) => ['E06000015', '2026-09', ...cells]),
  ]);

describe('a total', () => {
  test('that is not the sum of its parts is told with both', async () => {
    const file = gender(['TOTAL', '545'], ['1', '300'], ['2', '240']);

    expect(await found('returns/total-differs', [file])).toMatchObject([
      {
        row: 2,
        column: { letter: 'D', name: 'Children' },
        message: 'Children says 545 in the total of row 2, but its 2 rows add up to 540.',
      },
    ]);
  });

  test('is judged in each direction of a table of two breakdowns', async () => {
    const file = distance(
      ['IN', 'UPTO20', '10'],
      ['OUT', 'UPTO20', '20'],
      ['TOTAL', 'UPTO20', '31'],
      ['IN', 'TOTAL', '10'],
      ['OUT', 'TOTAL', '20'],
      ['TOTAL', 'TOTAL', '30'],
    );

    expect(await found('returns/total-differs', [file])).toMatchObject([{ row: 4 }]);
  });

  test.each([
    ['a part is hidden', 'c', '240', '545'],
    ['the total is hidden', '300', '240', 'c'],
  ])('says nothing where %s', async (_, boys, girls, all) => {
    const { problems } = await readReturnContents(
      [gender(['1', boys], ['2', girls], ['9', '1'], ['TOTAL', all])],
      derby(),
    );

    expect(problems.filter(({ rule }) => rule !== 'returns/table-missing')).toEqual([]);
  });
});

describe('rows that are missing', () => {
  test('are named', async () => {
    expect(await found('returns/missing-rows', [gender(['1', '300'])])).toMatchObject([
      { severity: 'QUERY', message: 'Children looked after by gender has no row for 2, 9.' },
    ]);
  });

  test('count as none where there is a total', async () => {
    const file = gender(['1', '300'], ['TOTAL', '300']);

    expect(await found('returns/missing-rows', [file])).toEqual([]);
  });

  test('are every combination of two breakdowns', async () => {
    const [problem] = await found('returns/missing-rows', [distance(['IN', 'UPTO20', '10'])]);

    expect(problem?.message).toContain('OUT × UPTO20');
  });
});

describe('two breakdowns of one number', () => {
  const age = (children: string) =>
    table('children-by-age', [
      ['authority_code', 'period', 'age_band', 'children'],
      ['E06000015', '2026-09', 'TOTAL', children],
    ]);
  const all = gender(['1', '300'], ['2', '240'], ['9', '5']);

  test('that differ are told with both numbers', async () => {
    expect(await found('returns/breakdowns-differ', [all, age('550')])).toMatchObject([
      {
        table: 'children-by-gender',
        message:
          'Children looked after by gender adds up to 545 children looked after, but Children looked after by age to 550.',
      },
    ]);
  });

  test.each(['545', 'c'])(
    'are not judged when they agree or one is hidden (%s)',
    async (children) => {
      expect(
        await found('returns/breakdowns-differ', [
          gender(['1', '300'], ['2', '240'], ['9', '5']),
          age(children),
        ]),
      ).toEqual([]);
    },
  );
});

describe('tables', () => {
  test('that are missing, or have no rows, ask for an explanation', async () => {
    const { problems } = await readReturnContents([gender()], derby());

    expect(problems).toContainEqual(
      expect.objectContaining({ rule: 'returns/no-rows', table: 'children-by-gender' }),
    );
    expect(problems).toContainEqual(
      expect.objectContaining({
        rule: 'returns/table-missing',
        message: expect.stringContaining('; Stability of placements; '),
      }),
    );
  });
});
