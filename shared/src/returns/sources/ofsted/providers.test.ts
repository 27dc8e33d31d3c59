import { describe, expect, test } from 'vitest';
import { textOf } from '../text-of.ts';
import { readOfstedProviders } from './providers.ts';

const layout2025 = [
  'Children’s social care data in England 2025 – Provider level as at 31 March 2025,,,,,,,,',
  '"This worksheet contains one table, this table begins in cell A4.",,,,,,,,',
  'Some cells in this table are empty.,,,,,,,,',
  'Web link,URN,Provision type,Registration status,Name,Local authority,Sector,Places,Organisation which owns the provider,"\nLatest full inspection date","\nOverall experiences and progress of children and young people",Supported Accommodation outcome,,',
  "Page,2590934,Children's home,Active,REDACTED,Lewisham,Private,2, Zone Central Ltd ,05/11/2024,Requires improvement to be good,,,",
  'Page,2700001,Supported Accommodation,Active,Roof,Cardiff,Private,0,Roof Ltd,,,Consistently strong service delivery,,',
  'Page,1249196,Independent Fostering Agency,Suspended,Fosterers,Derby,Voluntary,,,,,,,',
];

describe('Ofsted’s provider-level file', () => {
  test('is read as services, below its title and notes and with line breaks in its headings', () => {
    const { asAt, services, issues } = readOfstedProviders(layout2025.join('\n'));

    expect({ asAt, issues }).toEqual({ asAt: '2025-03-31', issues: [] });
    expect(services).toEqual([
      {
        row: 1,
        urn: '2590934',
        provisionType: 'Children’s home',
        status: 'Active',
        name: null,
        authority: 'Lewisham',
        sector: 'Private',
        places: 2,
        owner: 'Zone Central Ltd',
        judgement: 'Requires improvement to be good',
        judgedOn: '2024-11-05',
      },
      expect.objectContaining({
        provisionType: 'Supported accommodation',
        places: 0,
        judgement: 'Consistently strong service delivery',
      }),
      expect.objectContaining({
        provisionType: 'Independent fostering agency',
        places: null,
        owner: null,
        judgement: null,
        judgedOn: null,
      }),
    ]);
  });

  test('is read in the layout of 2015, with other names and fewer columns', () => {
    const { asAt, services } = readOfstedProviders(
      [
        'Web link,URN,Provision type,Reg Status,Setting Name,Local authority,Sector,Inspection Date,Overall effectiveness',
        "Page,SC037454,Children's Home,Active,REDACTED,West Sussex,Local authority,27/03/2015,Adequate",
      ].join('\r\n'),
    );

    expect(asAt).toBeNull();
    expect(services).toEqual([
      {
        row: 1,
        urn: 'SC037454',
        provisionType: 'Children’s home',
        status: 'Active',
        name: null,
        authority: 'West Sussex',
        sector: 'Local authority',
        places: null,
        owner: null,
        judgement: 'Adequate',
        judgedOn: '2015-03-27',
      },
    ]);
  });

  test('is read in the layouts of 2019 and 2023, under group headings and by a new name of the owner', () => {
    const { services } = readOfstedProviders(
      [
        'Provider information,,,,,Latest Full Inspection,',
        'URN,Provision type,Local authority,Sector,Organisation name,Inspection date,Overall experiences and progress of children and young people',
        '1027158,Children’s home,Norfolk,Local Authority,Unique Care,12/09/2018,NULL',
      ].join('\n'),
    );

    expect(services).toMatchObject([
      { urn: '1027158', sector: 'Local authority', owner: 'Unique Care', judgement: null },
    ]);
  });

  test('is read in Windows’ letters', () => {
    const text =
      'URN,Provision type,Local authority,Organisation name\n1027158,Boarding School,Derby,Caf\xe9 \x96 Ltd\n';
    const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));

    expect(readOfstedProviders(textOf(bytes)).services).toMatchObject([{ owner: 'Café – Ltd' }]);
  });

  test('tells what cannot be read, by row and column', () => {
    const { services, issues } = readOfstedProviders(
      [
        'URN,Provision type,Local authority,Places,Inspection date',
        'SC12,Boarding School,Derby,many,soon',
        ',,,,',
      ].join('\n'),
    );

    expect(services).toMatchObject([{ urn: null, places: null, judgedOn: null }]);
    expect(issues).toEqual([
      { row: 1, column: 'Places', message: 'must be a whole number' },
      { row: 1, column: 'URN', message: 'must be an Ofsted URN, for example SC123456' },
      { row: 1, column: 'Inspection date', message: 'must be a day, for example 31/03/2025' },
    ]);
  });

  test('is told from another file', () => {
    expect(readOfstedProviders('URN,Registration status\n1159395,Active\n')).toEqual({
      asAt: null,
      services: [],
      issues: [
        { row: 0, column: '', message: 'must have the columns Provision type and Local authority' },
      ],
    });
  });
});
