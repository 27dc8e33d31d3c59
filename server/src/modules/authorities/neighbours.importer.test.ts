import { createAuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import { describe, expect, test } from 'vitest';
import { readNeighbours } from './neighbours.importer.ts';

const directory = createAuthorityDirectory(
  [
    { code: 'E06000015', dfeCode: '831', name: 'Derby', regionCode: 'E12000004' },
    { code: 'E08000026', dfeCode: '331', name: 'Coventry', regionCode: 'E12000005' },
  ],
  [],
);

const header =
  '\uFEFFold_la_code,la_name,SN_1,SN_1P,SN_2,SN_2P,SN_3,SN_3P,SN_4,SN_4P,SN_5,SN_5P,SN_6,SN_6P,SN_7,SN_7P,SN_8,SN_8P,SN_9,SN_9P,SN_10,SN_10P';
const nearest = '331,Very close,331,Close ';
const others = '331,Close,331,Close,331,Close,331,Close,331,Close,331,Close,331,Close';

describe('the statistical neighbour model', () => {
  test('gives ten neighbours in order, and closeness without stray spaces', () => {
    const { rows, issues } = readNeighbours(
      `${header}\n831,Derby,${nearest},${others},331,Not close`,
      directory,
    );

    expect(issues).toEqual([]);
    expect(rows).toHaveLength(10);
    expect(rows.slice(0, 2)).toEqual([
      { authority: 'E06000015', position: 1, neighbour: 'E08000026', closeness: 'Very close' },
      { authority: 'E06000015', position: 2, neighbour: 'E08000026', closeness: 'Close' },
    ]);
  });

  test('refuses a neighbour that is no authority in force', () => {
    const { issues } = readNeighbours(
      `${header}\n831,Derby,${nearest},${others},928,Not close`,
      directory,
    );

    expect(issues).toEqual([{ row: 1, column: 'SN_10', message: 'must be an authority in force' }]);
  });
});
