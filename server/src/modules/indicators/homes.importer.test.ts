import { smallDirectory } from '@sufficiency/shared/authorities/directory.fixture.ts';
import { describe, expect, test } from 'vitest';
import { cellsOf } from './figure-cells.fixture.ts';
import { readHomes } from './homes.importer.ts';

const title = '\uFEFFProvider level as at 31 March 2025,,,,';
const notes = '"One table, beginning in A4.",,,,\nSome cells are empty.,,,,';
const header =
  'Provision type,Local authority,Places,Organisation which owns the provider,"\nOverall experiences and progress of children and young people"';

const read = (...lines: readonly string[]) =>
  readHomes([title, notes, header, ...lines].join('\n'), smallDirectory);

const homes = [
  "Children's home,Derby,4,Oak Homes Ltd,Good",
  "Children's Home,Derby,3, Oak Homes Ltd ,Requires improvement to be good",
  "Children's home,Derby,2,,",
  "Children's home,Herefordshire,6,Elm Care,Outstanding",
  "Secure children's home,Derby,20,Derby City Council,Good",
  'Supported Accommodation,Cardiff,,Elsewhere Ltd,',
];

describe('children’s homes on the register', () => {
  test('are counted by the authority they stand in, in either spelling of their type', () => {
    const { figures, issues } = read(...homes);

    expect(issues).toEqual([]);
    expect(cellsOf(figures.filter(({ area }) => area === 'E06000015'))).toEqual([
      ['homes-in-area', 'E06000015', '2025', 3],
      ['home-places-in-area', 'E06000015', '2025', 9],
      ['homes-good-or-outstanding-share', 'E06000015', '2025', 50],
      ['home-providers-in-area', 'E06000015', '2025', 2],
    ]);
  });

  test('join Herefordshire, which the register spells its own way', () => {
    const { figures } = read(...homes);

    expect(figures.find(({ area }) => area === 'E06000019')).toMatchObject({ value: 1 });
  });

  test('are truly none in an authority that is not on the register, which then has no share', () => {
    const { figures } = read(...homes);

    expect(cellsOf(figures.filter(({ area }) => area === 'E09000033'))).toEqual([
      ['homes-in-area', 'E09000033', '2025', 0],
      ['home-places-in-area', 'E09000033', '2025', 0],
      ['homes-good-or-outstanding-share', 'E09000033', '2025', 'z'],
      ['home-providers-in-area', 'E09000033', '2025', 0],
    ]);
  });

  test('must have places and stand in England', () => {
    const { issues } = read(
      "Children's home,Derby,,Oak,Good",
      "Children's home,Cardiff,3,Oak,Good",
    );

    expect(issues).toEqual([
      { row: 1, column: 'Places', message: 'must be a whole number' },
      { row: 2, column: 'Local authority', message: 'must be an authority in England' },
    ]);
  });

  test('need a title that tells their day', () => {
    const { issues } = readHomes(`A title\n${notes}\n${header}\n`, smallDirectory);

    expect(issues).toMatchObject([{ column: 'title' }]);
  });
});
