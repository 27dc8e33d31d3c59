/** A code that an authority's area had before. */
export interface Predecessor {
  /** GSS code in force today. */
  readonly authority: string;
  /** GSS code that ended. */
  readonly code: string;
  /** The Department for Education's three-digit code. */
  readonly dfeCode: string;
  readonly name: string;
  /** Last day the predecessor existed. */
  readonly endedOn: string;
  /** True where children's services went on for the same area, so that figures continue unbroken. */
  readonly sameArea: boolean;
}

const march2013 = '2013-03-31';
const march2019 = '2019-03-31';
const march2020 = '2020-03-31';
const march2021 = '2021-03-31';
const march2023 = '2023-03-31';
const april2025 = '2025-04-30';

/**
 * Codes that ended since 2009 and the authorities that followed them.
 *
 * Source: the Department for Education's list of local authorities (dates), and the Office for National
 * Statistics' list of changes (what became what). Buckinghamshire, North Yorkshire and Somerset became
 * unitary without a change of boundary: the Department kept their three-digit codes.
 */
export const predecessors: readonly Predecessor[] = [
  {
    authority: 'E06000057',
    code: 'E06000048',
    dfeCode: '929',
    name: 'Northumberland',
    endedOn: march2013,
    sameArea: true,
  },
  {
    authority: 'E08000037',
    code: 'E08000020',
    dfeCode: '390',
    name: 'Gateshead',
    endedOn: march2013,
    sameArea: true,
  },
  {
    authority: 'E06000058',
    code: 'E06000028',
    dfeCode: '837',
    name: 'Bournemouth',
    endedOn: march2019,
    sameArea: false,
  },
  {
    authority: 'E06000058',
    code: 'E06000029',
    dfeCode: '836',
    name: 'Poole',
    endedOn: march2019,
    sameArea: false,
  },
  {
    authority: 'E06000058',
    code: 'E10000009',
    dfeCode: '835',
    name: 'Dorset County',
    endedOn: march2019,
    sameArea: false,
  },
  {
    authority: 'E06000059',
    code: 'E10000009',
    dfeCode: '835',
    name: 'Dorset County',
    endedOn: march2019,
    sameArea: false,
  },
  {
    authority: 'E06000060',
    code: 'E10000002',
    dfeCode: '825',
    name: 'Buckinghamshire',
    endedOn: march2020,
    sameArea: true,
  },
  {
    authority: 'E06000061',
    code: 'E10000021',
    dfeCode: '928',
    name: 'Northamptonshire',
    endedOn: march2021,
    sameArea: false,
  },
  {
    authority: 'E06000062',
    code: 'E10000021',
    dfeCode: '928',
    name: 'Northamptonshire',
    endedOn: march2021,
    sameArea: false,
  },
  {
    authority: 'E06000063',
    code: 'E10000006',
    dfeCode: '909',
    name: 'Cumbria',
    endedOn: march2023,
    sameArea: false,
  },
  {
    authority: 'E06000064',
    code: 'E10000006',
    dfeCode: '909',
    name: 'Cumbria',
    endedOn: march2023,
    sameArea: false,
  },
  {
    authority: 'E06000065',
    code: 'E10000023',
    dfeCode: '815',
    name: 'North Yorkshire',
    endedOn: march2023,
    sameArea: true,
  },
  {
    authority: 'E06000066',
    code: 'E10000027',
    dfeCode: '933',
    name: 'Somerset',
    endedOn: march2023,
    sameArea: true,
  },
  {
    authority: 'E08000038',
    code: 'E08000016',
    dfeCode: '370',
    name: 'Barnsley',
    endedOn: april2025,
    sameArea: true,
  },
  {
    authority: 'E08000039',
    code: 'E08000019',
    dfeCode: '373',
    name: 'Sheffield',
    endedOn: april2025,
    sameArea: true,
  },
];
