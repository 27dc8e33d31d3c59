import { smallDirectory } from '@sufficiency/shared/authorities/directory.fixture.ts';
import { describe, expect, test } from 'vitest';
import { readRegister } from './register.importer.ts';

const header = `Web link,URN,Provision type,Registration date,Registration status,Name,Address 1,Postcode,Government Office Region,Local authority,Sector,Places,Supported accommodation premises,Short-break-only children's home,Multi Building Children's Home,Organisation which owns the provider,"
Latest Full inspection event type","
Latest full inspection date",Latest full inspection publication date,"
Overall experiences and progress of children and young people","
How well children and young people are helped and protected",The effectiveness of leaders and managers,Supported Accommodation outcome,,`;

const read = (...rows: readonly string[]) =>
  readRegister(
    ['\uFEFFas at 31 March 2025,,', 'One table.', 'Empty cells.', header, ...rows].join('\n'),
    smallDirectory,
  );

const home =
  "x,1000001,Children's Home,24/04/1998,Active,REDACTED,REDACTED,REDACTED,East Midlands,Derby,Private,3,,Short breaks only,Y,Oak Homes Ltd ,Full inspection,05/11/2024,14/01/2025,Good,Good,Inadequate,,,";
const supported =
  'x,1000002,Supported Accommodation,24/04/2024,Suspended,Elm Lodge,REDACTED,REDACTED,Wales,Cardiff,,0,12,,,,Full inspection,05/11/2024,14/01/2025,,,,Inconsistent quality of service delivery,,';
const agency =
  'x,SC000003,Independent Fostering Agency,24/04/2004,Active,Ash Fostering,1 High Street,de1 2ab,East Midlands,Derby,Voluntary,,,,,Ash Trust,,,,,,,,,';

describe('the register', () => {
  test('has each service with its latest full inspection', () => {
    const { rows, issues } = read(home, supported, agency);

    expect(issues).toEqual([]);
    expect(rows).toEqual([
      {
        urn: '1000001',
        owner: 'Oak Homes Ltd',
        provisionType: 'CHILDRENS_HOME',
        sector: 'PRIVATE',
        status: 'ACTIVE',
        authorityCode: 'E06000015',
        areaText: 'Derby',
        name: null,
        postcodeDistrict: null,
        registeredOn: '1998-04-24',
        places: 3,
        ageFrom: null,
        ageTo: null,
        needs: [],
        shortBreaksOnly: true,
        multiBuilding: true,
        premises: null,
        inspection: {
          urn: '1000001',
          inspectedOn: '2024-11-05',
          kind: 'FULL',
          publishedOn: '2025-01-14',
          overall: 'GOOD',
          protection: 'GOOD',
          leadership: 'INADEQUATE',
        },
      },
      expect.objectContaining({
        urn: '1000002',
        owner: null,
        sector: null,
        status: 'SUSPENDED',
        authorityCode: null,
        areaText: 'Cardiff',
        name: 'Elm Lodge',
        places: 0,
        premises: 12,
        inspection: expect.objectContaining({ overall: 'INCONSISTENT', protection: null }),
      }),
      expect.objectContaining({
        urn: 'SC000003',
        name: 'Ash Fostering',
        postcodeDistrict: 'DE1',
        places: null,
        inspection: null,
      }),
    ]);
  });

  test('takes no name and place of a children’s home, even where the file has them', () => {
    const { rows } = read(
      home.replace('REDACTED,REDACTED,REDACTED', 'Oak House,1 High Street,DE1 2AB'),
    );

    expect(rows).toMatchObject([{ name: null, postcodeDistrict: null }]);
    expect(JSON.stringify(rows)).not.toMatch(/Oak House|High Street|DE1/);
  });

  test.each([
    [home.replace('1000001', '10000011'), 'URN', 'must be SC and six digits, or seven digits'],
    [
      home.replace("Children's Home", 'Hospital'),
      'Provision type',
      'must be a provision type of Ofsted’s',
    ],
    [home.replace('24/04/1998', '1998'), 'Registration date', 'must be a day, DD/MM/YYYY'],
    [home.replace('Active', 'Resting'), 'Registration status', 'must be Active or Suspended'],
    [home.replace('Derby', 'Atlantis'), 'Local authority', 'must be an authority in England'],
    [home.replace(',3,', ',three,'), 'Places', 'must be a whole number or empty'],
    [home.replace('Private', 'Public'), 'Sector', 'must be a sector of Ofsted’s'],
  ])('refuses %s', (row, column, message) => {
    expect(read(row).issues).toEqual([{ row: 1, column, message }]);
  });

  test('refuses a URN that is there twice, naming its row', () => {
    expect(read(home, agency, home).issues).toEqual([
      { row: 3, column: 'URN', message: 'must not be there twice: 1000001' },
    ]);
  });
});
