import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { csv, derby, genderLines, sent, sentText } from './reading.fixture.ts';
import { readReturnContents } from './return-reader.ts';

const sheet = { name: 'children-by-gender', rows: genderLines.map((cells) => [...cells]) };

describe('refusing columns about single children', () => {
  test.each([
    'CHILD',
    'Child ID',
    'child_id',
    'Child’s ID',
    'DOB',
    'D.O.B.',
    'Date of\nbirth',
    'UPN',
    'Former UPN',
    'Unique pupil number',
    'NHS No.',
    'MC_DOB',
    'HOME_POST',
    'Surname',
    'Child’s name',
    'Mosaic ID',
    'ＣＨＩＬＤ',
    'Pupil UPN',
    'Date of Birth (DOB)',
    'UPN (13 characters)',
    'Number [UPN]',
    'Young person’s name',
    'Young person ID',
  ])('%s', async (heading) => {
    const lines = genderLines.map((cells, i) => [...cells, i === 0 ? `"${heading}"` : 'A1']);

    const { refusal, contents } = await readReturnContents([sentText(csv(lines))], derby());

    expect(refusal).toMatchObject({ rule: 'returns/child-level' });
    expect(contents.size).toBe(0);
  });

  test('in an SSDA903 file, which has no table of a return', async () => {
    const file = sentText('CHILD,SEX,DOB,ETHNIC,UPN\n123,1,01/02/2015,WBRI,X01\n', 'header.csv');

    const { refusal } = await readReturnContents([file], derby());

    expect(refusal?.message).toBe(
      '“header.csv” has columns about single children: “CHILD”, “DOB”, “UPN”. Nothing of it was read or kept.',
    );
  });

  test('on a hidden sheet, before a row of any other is handed on', async () => {
    const hidden = {
      name: 'raw',
      hidden: true,
      rows: [
        ['UPN', 'Age'],
        ['A123456789012', 9],
      ],
    };
    const bytes = await writeXlsx({ sheets: [sheet, hidden] });

    const { refusal, contents } = await readReturnContents([sent('a.xlsx', bytes)], derby());

    expect(refusal).toMatchObject({ rule: 'returns/child-level', sheet: 'raw' });
    expect(contents.size).toBe(0);
  });

  test.each(['A123456789012', 'Care for 943 476 5919'])(
    'or a cell with %s, which is not repeated',
    async (cell) => {
      const lines = [
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
        ['E06000015', '2026-09', 'CCS072', '1', '', cell, '', '2026-04-01', ''],
      ];

      const { refusal } = await readReturnContents([sentText(csv(lines))], derby('providers'));

      expect(refusal).toMatchObject({ rule: 'returns/child-number', row: 2, value: null });
      expect(refusal?.message).not.toContain(cell);
    },
  );

  const upn = 'A123456789012';
  const head = 'authority_code,period,gender,children';

  test.each([
    ['in a column that is not read', `${head},note\nE06000015,2026-09,GIRL,3,see ${upn}\n`],
    ['where a code should be', `${head}\nE06000015,2026-09,${upn},3\n`],
    ['beyond the last heading', `${head}\nE06000015,2026-09,GIRL,3,${upn}\n`],
    ['in a last line that is cut off', `${head}\n${'E06000015,2026-09,2,3\n'.repeat(42)}E1,${upn}`],
    ['in a file without headings', `X1,04/03/2011,${upn},M\nX2,05/03/2011,${upn},F\n`],
    ['below another table', `${head}\nE06000015,2026-09,GIRL,3\n\nCHILD,SEX,DOB,UPN\n`],
  ])('or what tells of one child %s, which is not repeated', async (_where, lines) => {
    const { refusal, problems } = await readReturnContents([sentText(lines)], derby());

    expect(refusal).toMatchObject({ rule: 'returns/child-number', value: null });
    expect(JSON.stringify([refusal, problems])).not.toMatch(/A1234|DOB/);
  });

  const notes = Array.from({ length: 42 }, (_, i) => `Note ${i + 1},of many\n`).join('');
  const table = csv(genderLines);

  test.each([
    ['below a title', 'SSDA903,Episodes\nCHILD,DECOM,RNE,LS,CIN,PLACE\n1,2026-01-02,S,C2,N1,U1\n'],
    ['below two titles', 'SSDA903,2026\nAD1,Derby\nCHILD,SEX\n1,2\n'],
    ['above a table', `CHILD,SEX,Age\n1,2,9\n\n${table}`],
    ['in brackets', `Young person,Date of Birth (DOB),Pupil UPN,Address\nA,2,3,4\n`],
    ['of another delimiter, above a table', `CHILD;DECOM;RNE\n1;2;3\n\n${table}`],
  ])('%s', async (_where, lines) => {
    const { refusal, contents } = await readReturnContents([sentText(lines)], derby());

    expect(refusal).toMatchObject({ rule: 'returns/child-level' });
    expect(contents.size).toBe(0);
  });

  test.each([
    ['of six columns', 'CHILD,DECOM,RNE,LS,CIN,PLACE'],
    ['of three columns', 'CHILD,SEX,Age'],
    ['in brackets', 'Young person,Birthday (date of birth),Address,Age'],
    ['of another delimiter', 'CHILD;DECOM;RNE;LS;CIN;PLACE'],
  ])('%s, far below another table', async (_columns, heading) => {
    const { refusal } = await readReturnContents(
      [sentText(`${table}${notes}${heading}\n`)],
      derby(),
    );

    expect(refusal).toMatchObject({ rule: 'returns/child-number', row: 47 });
  });

  test('far down in a file that is no table, of which nothing is kept either way', async () => {
    const file = sentText(`${notes}CHILD,SEX,DOB,UPN\n1,2,3,4\n`);

    const { refusal } = await readReturnContents([file], derby());

    expect(refusal).toMatchObject({ rule: 'returns/no-table' });
  });

  const children = [
    ['CHILD', 'SEX', 'DOB'],
    ['1', '2', '2015-01-01'],
  ];
  const longNotes = Array.from({ length: 6_000 }, (_, i) => [`Note ${i + 1}`, 'of many']);

  test.each([
    ['no table', [...longNotes, ...children]],
    ['the same table again', [...sheet.rows, ...longNotes, ...children]],
  ])('far down on a second sheet that is %s', async (_sheet, rows) => {
    const bytes = await writeXlsx({ sheets: [sheet, { name: 'more', rows }] });

    const { refusal } = await readReturnContents([sent('a.xlsx', bytes)], derby());

    expect(refusal).toMatchObject({ rule: 'returns/child-level', sheet: 'more' });
  });

  test('far down in a second file that is the same table again', async () => {
    const again = sentText(`${table}${notes}CHILD,SEX,DOB\n1,2,3\n`, 'again.csv');

    const { refusal } = await readReturnContents([sentText(table), again], derby());

    expect(refusal).toMatchObject({ rule: 'returns/child-level', sheet: 'again.csv' });
  });

  test('among what is left out of a published file', async () => {
    const areas = 'time_period,time_identifier,geographic_level,new_la_code,gender,children';
    const own = '2026,September,Local authority,E06000015,Total,545';
    const file = sentText(`${areas}\n${own}\n${notes}CHILD,SEX,DOB,,,\n1,2,3,,,\n`);

    const { refusal } = await readReturnContents([file], derby());

    expect(refusal).toMatchObject({ rule: 'returns/child-level' });
  });

  test('names no more of a heading than stands outside its brackets', async () => {
    const lines = `UPN (Jo Bloggs),Date of birth (2015)\n1,2\n`;

    const { refusal } = await readReturnContents([sentText(lines)], derby());

    expect(refusal?.message).toContain('“UPN”, “Date of birth”');
  });

  test('but not words of them in notes, of which all problems are told', async () => {
    const told = `Notes,Without names; UPN; children\nSent by,"Placements, Derby"\n`;
    const wrong = table.replace('240', 'many').replace('300', 'few');

    const { refusal, problems } = await readReturnContents([sentText(told + wrong)], derby());

    expect(refusal).toBeNull();
    expect(problems.filter(({ rule }) => rule === 'returns/whole-number')).toHaveLength(2);
  });

  test('but not the code CHILD of a reason', async () => {
    const moves = 'authority_code,period,reason,moves\nE06000015,2026-09,CHILD,3\n';

    const { refusal } = await readReturnContents([sentText(moves, 'moves-by-reason.csv')], derby());

    expect(refusal).toBeNull();
  });
});
