import { describe, expect, test } from 'vitest';
import { placementsFormat } from '../../placements-tables.ts';
import { derby, sent } from '../../reading/reading.fixture.ts';
import { readReturnContents } from '../../reading/return-reader.ts';
import { returnWorkbook } from '../../writing/return-files.ts';
import { countOf, episodesFile, headerFile, inCare, uascFile } from './ssda903-files.fixture.ts';

describe('the tables', () => {
  const everything = [
    episodesFile(inCare('a', { PL_DISTANCE: '1', PL_LOCATION: 'IN' })),
    headerFile({ CHILD: 'a' }),
    uascFile({ CHILD: 'b' }),
  ];

  test('are rows of the placements return', async () => {
    const { tables } = await countOf(everything);

    for (const table of placementsFormat.tables) {
      for (const { cells } of tables.get(table.name) ?? []) {
        const names = table.columns.map(({ name }) => name);
        const row = Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
        expect(table.row.safeParse(row)).toMatchObject({ success: true, data: row });
      }
    }
    expect([...tables.keys()]).toHaveLength(12);
  });

  test('are read back as a return, but for those the files cannot tell', async () => {
    const { tables } = await countOf(everything);
    const workbook = await returnWorkbook(placementsFormat, tables);

    const { problems, contents } = await readReturnContents([sent('a.xlsx', workbook)], derby());

    // Those that the files cannot tell.
    expect(problems.map(({ rule }) => rule)).toEqual(['returns/table-missing']);
    expect(contents).toEqual(tables);
  });

  test('that the files cannot tell are left out, not zero', async () => {
    const { tables } = await countOf([episodesFile(inCare('a'))]);

    expect(
      [...tables.keys()].filter((name) =>
        /age|gender|ethnic|unacc|distance|miles|unreg/.test(name),
      ),
    ).toEqual([]);
  });

  test('are not made without an episodes file', async () => {
    await expect(countOf([headerFile({ CHILD: 'a' })])).rejects.toThrow(
      'None of the files is an episodes file',
    );
  });

  test('hold nothing of a child, nor do the problems', async () => {
    const secret = 'SECRET42';
    const counted = await countOf([
      episodesFile(
        inCare(secret, { HOME_POST: secret, PLACE: secret, LS: 'C2', REC: secret }),
        inCare(secret, { DECOM: secret }),
        inCare(secret, { LS: secret }),
      ),
      headerFile({ CHILD: secret, DOB: secret, ETHNIC: secret, SEX: secret }),
      uascFile({ CHILD: secret, DUC: secret }),
    ]);

    expect(JSON.stringify({ ...counted, tables: [...counted.tables] })).not.toContain(secret);
  });
});
