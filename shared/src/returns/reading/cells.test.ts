import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../indicators/indicator.ts';
import { csv, derby, genderLines, sentText } from './reading.fixture.ts';
import { readReturnContents } from './return-reader.ts';

/** What is found about one table, beside tables that were not sent. */
async function found(lines: readonly (readonly string[])[], name?: string, dataset?: Dataset) {
  const { problems } = await readReturnContents([sentText(csv(lines), name)], derby(dataset));
  return problems.filter(({ rule }) => rule !== 'returns/table-missing');
}

/** The table by gender with another text in the row for code 1. */
const withCell = (position: number, text: string) =>
  genderLines.map((cells, row) =>
    cells.map((cell, i) => (row === 1 && i === position ? text : cell)),
  );

/** One framework membership of a provider. */
const membership = (provider: string) => [
  [
    'authority_code',
    'period',
    'framework',
    'lot',
    'tier',
    'provider',
    'urn',
    'starts_on',
    'ends_on',
  ],
  ['E06000015', '2026-09', 'CCS072', '1', '', provider, 'SC123456', '2026-04-01', ''],
];

describe('a problem with a cell', () => {
  test('is told with its place, what stands there and how to mend it', async () => {
    expect(await found(withCell(3, 'about forty'))).toEqual([
      {
        severity: 'ERROR',
        rule: 'returns/whole-number',
        message:
          'Children must be a whole number from 0 up, for example 12, or c, x, z, k or u where there is no number. It says “about forty”.',
        mend: 'Write the number in digits.',
        table: 'children-by-gender',
        sheet: 'children-by-gender.csv',
        row: 2,
        column: { letter: 'D', name: 'children' },
        value: 'about forty',
      },
    ]);
  });

  test.each([
    ['another authority’s code', 0, 'E10000007', 'returns/other-authority'],
    ['no authority’s code', 0, 'Atlantis', 'returns/authority-code'],
    ['another month', 1, '2026-08', 'returns/other-month'],
    ['a month in the future', 1, 'January 2027', 'returns/future-month'],
    ['no month', 1, 'last month', 'returns/month'],
    ['a code that no list has', 2, 'K9', 'returns/code-list'],
    ['a negative number', 3, '-3', 'returns/whole-number'],
    ['a symbol written another way', 3, 'n/a', 'returns/symbol-read'],
  ])('is found in %s', async (_, position, text, rule) => {
    expect(await found(withCell(position, text))).toMatchObject([
      { rule, row: 2, value: text.trim() },
    ]);
  });

  test.each([
    ['the authority’s name', 0, 'Derby'],
    ['the authority’s three-digit code', 0, '831'],
    ['a month in words', 1, 'Sept 2026'],
    ['the last day of the month', 1, '30/09/2026'],
    ['Excel’s number of that day', 1, '46295'],
    ['a code’s label', 2, 'male'],
    ['a code with its label', 2, '1: Male'],
    ['a thousands comma', 3, '"1,300"'],
    ['a symbol', 3, 'c'],
  ])('is not found in %s', async (_, position, text) => {
    expect(await found(withCell(position, text))).toEqual([]);
  });

  test('is found in a blank, which is never zero', async () => {
    expect(await found(withCell(3, ' '))).toMatchObject([
      { rule: 'returns/blank-cell', row: 2, value: null },
    ]);
  });

  test('is found in a small number of people in a text', async () => {
    const text = 'Homes for 2 sibling girls';

    expect(await found(membership(text), 'framework-memberships.csv', 'providers')).toMatchObject([
      { rule: 'returns/number-in-text', row: 2, column: { letter: 'F', name: 'provider' } },
    ]);
  });

  test.each(['Five Rivers Child Care Limited', 'Home 1 Limited 0115 915 5555'])(
    'is not found in the name %s',
    async (text) => {
      expect(await found(membership(text), 'framework-memberships.csv', 'providers')).toEqual([]);
    },
  );

  test('is told as a note where a day came as Excel’s number', async () => {
    const lines = membership('Homes Ltd').map((cells, row) =>
      cells.with(7, row === 0 ? 'starts_on' : '46113'),
    );

    expect(await found(lines, 'framework-memberships.csv', 'providers')).toMatchObject([
      { rule: 'returns/serial-day', severity: 'NOTE', value: '46113' },
    ]);
  });
});

describe('a problem with a row', () => {
  test('that stands twice names the row it repeats', async () => {
    expect(await found([...genderLines, genderLines[1] ?? []])).toMatchObject([
      {
        rule: 'returns/duplicate-row',
        row: 5,
        message: 'Row 5 repeats row 2: both are about Gender 1.',
      },
    ]);
  });

  test('of more cells than headings', async () => {
    const split = ['E06000015', '2026-09', '1', '1', '300'];

    expect(await found([...genderLines, split])).toMatchObject([
      { rule: 'returns/too-many-cells', row: 5, value: '300' },
    ]);
  });

  test('that did not arrive whole', async () => {
    const cut = csv(genderLines).slice(0, -5);

    const { problems } = await readReturnContents([sentText(cut)], derby());

    expect(problems[0]).toMatchObject({ rule: 'returns/cut-off', row: 4 });
  });

  test('that is the template’s example, or the header again, is none', async () => {
    const lines = [...genderLines, genderLines[0] ?? [], ['EXAMPLE', '2026-09', '1', '12']];

    expect(await found(lines)).toMatchObject([
      { rule: 'returns/header-again', severity: 'NOTE', row: 5 },
      { rule: 'returns/example-row', severity: 'NOTE', row: 6 },
    ]);
  });

  test('whose cells contradict each other', async () => {
    const homes = [
      [
        'authority_code',
        'period',
        'urn',
        'provision_type',
        'provider_sector',
        'registered_beds',
        'operational_beds',
        'usable_beds',
      ],
      ['E06000015', '2026-09', 'SC123456', 'CHILDRENS-HOME', 'PR1', '4', '5', '3'],
    ];

    expect(await found(homes, 'homes.csv', 'beds')).toContainEqual(
      expect.objectContaining({
        rule: 'returns/row-rule',
        row: 2,
        column: { letter: 'G', name: 'operational_beds' },
        message: 'Operational beds must not be more than registered_beds, which is 4, and says 5.',
      }),
    );
  });

  test('is told with all others at once, and those of one kind beyond a thousand are counted', async () => {
    const lines = Array.from({ length: 1_500 }, (_, i) => [
      'E06000015',
      '2026-09',
      `code ${i}`,
      'many',
    ]);

    const problems = await found([...genderLines, ...lines]);

    expect(problems.filter(({ rule }) => rule === 'returns/code-list')).toHaveLength(1_000);
    expect(problems.slice(-2)).toMatchObject([
      { rule: 'returns/more-of-the-same', message: '500 more like these: Not a code of the list.' },
      { message: '500 more like these: Not a whole number.' },
    ]);
  });
});
