import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../../indicators/indicator.ts';
import { derby, encoded, sent } from '../../reading/reading.fixture.ts';
import { readReturnContents } from '../../reading/return-reader.ts';

const layout2025 = [
  '\uFEFFChildren’s social care data in England 2025 – Provider level as at 31 March 2025,,,,,,,,',
  '"This worksheet contains one table, this table begins in cell A4.",,,,,,,,',
  'Some cells in this table are empty.,,,,,,,,',
  'Web link,URN,Provision type,Registration status,Local authority,Sector,Places,Organisation which owns the provider,"\nLatest full inspection date"',
  "Page,SC036240,Children's home,Active,Derby,Local Authority,6,Derby City Council,16/07/2024",
  "Page,2590934,Children's home,Active,Derby,Private,2, Zone Central Ltd ,05/11/2024",
  'Page,2771727,Supported Accommodation,Active,Derbyshire,Local Authority,11,Derby City Council,',
  "Page,SC036241,Children's Home,Active,Derby,Local Authority,4,Derbyshire County Council,",
  'Page,SC400001,Voluntary Adoption Agency,Active,Derby,Local Authority,,Derby City Council,',
  '',
];

const read = async (bytes: Uint8Array, dataset: Dataset = 'beds', period = '2025-03') => {
  const { problems, contents } = await readReturnContents([sent('provider.csv', bytes)], {
    ...derby(dataset),
    period,
  });
  return {
    homes: contents.get('homes')?.map(({ row, cells }) => [row, ...cells]),
    problems: problems
      .filter(({ rule }) => rule !== 'returns/table-missing')
      .map(({ severity, rule, row, column, message }) =>
        [severity, rule, row, column?.letter, message].filter((part) => part != null).join(' '),
      ),
  };
};

const utf8 = (...lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'));

describe('Ofsted’s provider-level file', () => {
  test('gives the homes that the authority runs, wherever they stand', async () => {
    const { homes, problems } = await read(utf8(...layout2025));

    expect(homes).toEqual([
      [5, 'E06000015', '2025-03', 'SC036240', 'CHILDRENS-HOME', 'PR1', '6', 'x', 'x'],
      [7, 'E06000015', '2025-03', '2771727', 'SUPPORTED', 'PR1', '11', 'x', 'x'],
    ]);
    expect(problems).toEqual([
      'NOTE returns/published-file Ofsted’s provider-level file: left out 2 rows about homes and services that Derby does not run.',
      'NOTE returns/published-file Ofsted’s provider-level file: left out 1 row about services without beds.',
    ]);
  });

  test('is read in the layout of 2015: other headings, no places, no owner and no day', async () => {
    const { homes, problems } = await read(
      utf8(
        'Web link,URN,Provision type,Reg Status,Setting Name,Local authority,Sector,Inspection Date,Overall effectiveness',
        "Page,SC037454,Children's Home,Active,REDACTED,Derby,Local authority,27/03/2015,Adequate",
        '',
      ),
    );

    expect(homes).toEqual([
      [2, 'E06000015', '2025-03', 'SC037454', 'CHILDRENS-HOME', 'PR1', 'x', 'x', 'x'],
    ]);
    expect(problems).toEqual([
      'NOTE returns/published-file Ofsted’s provider-level file: it does not say for which day it speaks, so its homes were taken as those of 2025-03.',
    ]);
  });

  test('is read under group headings, in Windows’ letters and by former names of its columns', async () => {
    const text = [
      'Provider information,,,,,Latest Full Inspection',
      'URN,Provision type,Local authority,Sector,Organisation name,Number of places',
      'SC036240,Children’s home,Norfolk,Local Authority,The City of Derby Council,3',
      'SC036242,Children’s home,Derby,Private,Café – Ltd,3',
      '',
    ].join('\n');

    const { homes } = await read(encoded(text, 'windows-1252'));

    expect(homes).toMatchObject([
      [3, 'E06000015', '2025-03', 'SC036240', 'CHILDRENS-HOME', 'PR1', '3', 'x', 'x'],
    ]);
  });

  test('is read from a workbook too', async () => {
    const rows = layout2025.slice(3, 5).map((line) => line.replaceAll('"', '').split(','));

    const { homes, problems } = await read(
      await writeXlsx({ sheets: [{ name: 'Provider level', rows }] }),
    );

    expect(homes?.map((cells) => cells[3])).toEqual(['SC036240']);
    expect(problems.filter((each) => !each.startsWith('NOTE'))).toEqual([]);
  });

  test('has its problems told by row and column', async () => {
    const { problems } = await read(
      utf8(
        'URN,Provision type,Local authority,Sector,Places,Organisation name',
        'SC12,Children’s home,Derby,Local Authority,many,Derby City Council',
        'SC036240,Children’s home,Derby,Local Authority,,Derby City Council',
        '',
      ),
    );

    expect(problems.filter((each) => each.startsWith('ERROR'))).toEqual([
      expect.stringMatching(/^ERROR returns\/urn 2 A /),
      expect.stringMatching(/^ERROR returns\/whole-number 2 E /),
      expect.stringMatching(/^ERROR returns\/blank-cell 3 E /),
    ]);
  });

  test('without URNs says which column is missing', async () => {
    const { problems } = await read(
      utf8('Provision type,Local authority,Sector', 'Children’s home,Derby,Local Authority', ''),
    );

    expect(problems).toContain(
      'ERROR returns/missing-column 1 The column Ofsted URN (urn) is missing.',
    );
  });

  test.each([
    ['beds', '2026-09', 'other-month', 'speaks for 2025-03, but this return is for 2026-09.'],
    [
      'placements',
      '2025-03',
      'no-table',
      'answers no table of Children looked after and their placements.',
    ],
  ] as const)('is not taken for the %s return of %s', async (dataset, period, rule, says) => {
    const { problems } = await read(utf8(...layout2025), dataset, period);

    expect(problems).toEqual([`ERROR returns/${rule} Ofsted’s provider-level file ${says}`]);
  });
});
