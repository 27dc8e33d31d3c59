import { smallDirectory } from '@sufficiency/shared/authorities/directory.fixture.ts';
import { describe, expect, test } from 'vitest';
import { cellsOf } from './figure-cells.fixture.ts';
import { readFostering } from './fostering.importer.ts';

const areas =
  ',,,England,,East Midlands,Derby,Derbyshire,Northamptonshire,,West Midlands,Birmingham,Herefordshire,,London,Inner London,Westminster,London Tri-borough';
const urns = 'Topic,Sub-topic,Data,,,,SC1,SC2,SC3,,,SC4,SC5,,,,SC6,SC7';
const recruitment = 'Recruitment and Retention';

const table = (enquiries: string) =>
  [
    areas,
    urns,
    `${recruitment},Initial enquiries ,Number of initial enquiries from new prospective fostering households,${enquiries}`,
    ',,,,,,,,,,,,,,,,,',
    ',Applications received in-year **,Total number of applications received from prospective fostering households between 1 April and 31 March,"9,740",,295,25,10,20,,440,..,5,,400,120,..,25',
    ',Newly approved households,Total number of households approved in year,"8,400",,440,15,60,70,,660,..,10,,585,235,..,30',
    ',Deregistrations,"Total households deregistered between 1 April and 31 March""","8,925",,520,25,80,60,,665,..,10,,680,255,..,55',
  ].join('\n');

const enquiries = '"127,850",,"3,050",170,935,240,,"3,615",..,75,,"5,155","2,630",..,870';

const read = (line: string) => readFostering(table(line), smallDirectory, '2019-03-31');

const enquiriesOf = (line: string) =>
  read(line).figures.filter(({ indicator }) => indicator === 'fostering-enquiries');

describe('recruitment of foster carers', () => {
  test('is read across areas, with commas for thousands', () => {
    expect(cellsOf(enquiriesOf(enquiries))).toEqual([
      ['fostering-enquiries', 'E92000001', '2018-19', 127_850],
      ['fostering-enquiries', 'E12000004', '2018-19', 3050],
      ['fostering-enquiries', 'E06000015', '2018-19', 170],
      ['fostering-enquiries', 'E10000007', '2018-19', 935],
      ['fostering-enquiries', 'E12000005', '2018-19', 3615],
      ['fostering-enquiries', 'E08000025', '2018-19', 'x'],
      ['fostering-enquiries', 'E06000019', '2018-19', 75],
      ['fostering-enquiries', 'E12000007', '2018-19', 5155],
      ['fostering-enquiries', 'E09000033', '2018-19', 'x'],
    ]);
  });

  test('is not available for Birmingham, which is not a zero', () => {
    expect(enquiriesOf(enquiries).find(({ area }) => area === 'E08000025')).toMatchObject({
      value: null,
      symbol: 'x',
      reason: expect.stringContaining('Birmingham'),
    });
  });

  test('is published for the Tri-borough and not for its three boroughs', () => {
    expect(enquiriesOf(enquiries).find(({ area }) => area === 'E09000033')).toMatchObject({
      symbol: 'x',
      reason: expect.stringContaining('London Tri-borough'),
    });
  });

  test('refuses a blank cell where a count should be', () => {
    const { issues } = read(enquiries.replace('170', ''));

    expect(issues).toEqual([
      {
        row: 3,
        column: 'Derby',
        message: 'must be a whole number, or “..” where it is not available',
      },
    ]);
  });

  test('refuses a column of an area nobody knows', () => {
    const { issues } = readFostering(
      table(enquiries).replace('Herefordshire', 'Cardiff'),
      smallDirectory,
      '2019-03-31',
    );

    expect(issues).toEqual([{ row: 0, column: 'Cardiff', message: 'must be a known area' }]);
  });
});
