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

    expect(problems.filter(({ rule }) => /differs?$/.test(rule))).toEqual([]);
  });
});

describe('a confidential cell', () => {
  test('that a total gives away is told, and what it is is not', async () => {
    const file = gender(['1', '300'], ['2', 'c'], ['9', '0'], ['TOTAL', '303']);

    const { problems } = await readReturnContents([file], derby());

    expect(problems.filter(({ rule }) => rule !== 'returns/table-missing')).toMatchObject([
      {
        rule: 'returns/hidden-alone',
        severity: 'QUERY',
        row: 3,
        column: { letter: 'D', name: 'Children' },
        message:
          'Children of row 3 is confidential, but the total of row 5 and the rows beside it tell what it is.',
      },
    ]);
    expect(JSON.stringify(problems)).not.toMatch(/\b3\b children|says 3\b|"value":"3"/);
  });

  test('is told in either direction of a table of two breakdowns, once', async () => {
    const file = distance(
      ['IN', 'UPTO20', 'c'],
      ['IN', 'OVER20', '4'],
      ['IN', 'TOTAL', '9'],
      ['OUT', 'UPTO20', '20'],
      ['TOTAL', 'UPTO20', '25'],
    );

    expect(await found('returns/hidden-alone', [file])).toMatchObject([{ row: 2 }]);
  });

  test.each([
    ['another one is beside it', ['1', 'c'], ['2', 'c'], ['TOTAL', '303']],
    ['the total is confidential too', ['1', '300'], ['2', 'c'], ['TOTAL', 'c']],
    ['something else is not known', ['1', 'x'], ['2', 'c'], ['TOTAL', '303']],
  ] as [string, ...[string, string][]][])('stays so where %s', async (_, ...rows) => {
    expect(await found('returns/hidden-alone', [gender(...rows)])).toEqual([]);
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

  test('count as none under the total of their own stage, and of no other', async () => {
    const recruitment = table('recruitment', [
      ['authority_code', 'period', 'stage', 'household_type', 'households'],
      ...['ENQUIRY', 'VISIT', 'APPLICATION', 'STAGE1', 'STAGE2', 'PANEL'].map((stage) => [
        'E06000015',
        '2026-09',
        stage,
        'TOTAL',
        '0',
      ]),
    ]);

    expect(await found('returns/missing-rows', [recruitment], 'fostering')).toMatchObject([
      {
        message:
          'Households by stage of recruitment has no row for APPROVAL × MAINSTREAM, APPROVAL × FAMILY-FRIENDS, APPROVAL × SHORT-BREAKS.',
      },
    ]);
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

  test('give away what is confidential in one of them', async () => {
    expect(
      await found('returns/hidden-alone', [
        gender(['1', '300'], ['2', 'c'], ['9', '0']),
        age('303'),
      ]),
    ).toMatchObject([
      {
        table: 'children-by-gender',
        row: 3,
        message:
          'Row 3 of Children looked after by gender is confidential, but the total of Children looked after by age and the rows beside it tell what it is.',
      },
    ]);
  });

  test('are found in a part of a table too', async () => {
    const reasons = table('children-over-20-miles-by-reason', [
      ['authority_code', 'period', 'distance_reason', 'children'],
      ['E06000015', '2026-09', 'TOTAL', '184'],
    ]);
    const far = distance(['TOTAL', 'OVER20', '185'], ['TOTAL', 'TOTAL', '545']);

    expect(await found('returns/breakdowns-differ', [far, reasons])).toMatchObject([
      {
        message:
          'Children more than 20 miles from home by reason adds up to 184 children more than 20 miles from home, but Children looked after by distance from home and area to 185.',
      },
    ]);
    expect(
      await found('returns/breakdowns-differ', [distance(['IN', 'OVER20', '85']), reasons]),
    ).toEqual([]);
  });

  test.each([
    [
      'providers',
      ['placements-by-sourcing', 'service', 'sourcing', 'placements', 'TOTAL', 'SPOT', '12'],
      ['off-framework-by-reason', 'service', 'reason', 'placements', 'TOTAL', 'TOTAL', '11'],
      'Placements made off framework by service and reason adds up to 11 placements off framework, but Placements made by service and sourcing to 12.',
    ],
    [
      'fostering',
      ['recruitment', 'stage', 'household_type', 'households', 'ENQUIRY', 'TOTAL', '12'],
      ['enquiries-by-source', 'source', 'enquiries', 'TOTAL', '11'],
      'Enquiries by where they came from adds up to 11 enquiries, but Households by stage of recruitment to 12.',
    ],
  ] as const)('of the %s return are compared', async (dataset, one, other, message) => {
    const files = [one, other].map(([name, ...cells]) =>
      table(name, [
        ['authority_code', 'period', ...cells.slice(0, cells.length / 2)],
        ['E06000015', '2026-09', ...cells.slice(cells.length / 2)],
      ]),
    );

    expect(await found('returns/breakdowns-differ', files, dataset)).toMatchObject([{ message }]);
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
