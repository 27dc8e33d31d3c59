import { expect, test } from 'vitest';
import { readInspections } from './inspections.importer.ts';

const header = `Web link,URN,Name,Address 1,Inspection event type,Inspection date,Inspection publication date,Overall experiences and progress of children and young people,How well children and young people are helped and protected,The effectiveness of leaders and managers,Previous Event type,Previous inspection Date,Previous publication date,Previous overall experiences and progress of children and young people,Previous how well children and young people are helped and protected,Previous effectiveness of leaders and managers,,`;

const read = (...rows: string[]) => readInspections([header, ...rows].join('\n'));

test('a row is an inspection and the full inspection before it', () => {
  const { rows, issues } = read(
    'x,SC064050,REDACTED,REDACTED,Full inspection,07/11/2023,07/12/2023,Good,Good,Outstanding,Full inspection,03/08/2022,27/09/2022,Inadequate,Inadequate,Good,,',
  );

  expect(issues).toEqual([]);
  expect(rows).toEqual([
    {
      urn: 'SC064050',
      inspectedOn: '2022-08-03',
      kind: 'FULL',
      publishedOn: '2022-09-27',
      overall: 'INADEQUATE',
      protection: 'INADEQUATE',
      leadership: 'GOOD',
    },
    {
      urn: 'SC064050',
      inspectedOn: '2023-11-07',
      kind: 'FULL',
      publishedOn: '2023-12-07',
      overall: 'GOOD',
      protection: 'GOOD',
      leadership: 'OUTSTANDING',
    },
  ]);
});

test('nothing is an empty cell or NULL, and a visit gives no judgement', () => {
  const { rows, issues } = read(
    'x,SC064050,REDACTED,REDACTED,Assurance visit,07/11/2023,07/12/2023,,NULL,,,NULL,NULL,,,,,',
  );

  expect(issues).toEqual([]);
  expect(rows).toMatchObject([{ kind: 'ASSURANCE', overall: null, protection: null }]);
});

test('an inspection that two rows have is there once', () => {
  const row =
    'x,SC064050,REDACTED,REDACTED,Full inspection,07/11/2023,07/12/2023,Good,Good,Good,,NULL,NULL,,,,,';

  expect(read(row, row).rows).toHaveLength(1);
});

test.each([
  [
    'x,SC6405,REDACTED,,Full inspection,07/11/2023,07/12/2023,Good,Good,Good,,NULL,NULL,,,,,',
    'URN',
    'must be SC and six digits, or seven digits',
  ],
  [
    'x,SC064050,REDACTED,,Full inspection,31/02/2023,07/12/2023,Good,Good,Good,,NULL,NULL,,,,,',
    'Inspection date',
    'must be a day, DD/MM/YYYY, or empty',
  ],
  [
    'x,SC064050,REDACTED,,Full inspection,07/11/2023,07/12/2023,Splendid,Good,Good,,NULL,NULL,,,,,',
    'Overall experiences and progress of children and young people',
    'must be a judgement of Ofsted’s or empty',
  ],
  [
    'x,SC064050,REDACTED,,Tea,07/11/2023,07/12/2023,Good,Good,Good,,NULL,NULL,,,,,',
    'Inspection event type',
    'must be a kind of inspection or empty',
  ],
])('%s is refused in its column', (row, column, message) => {
  expect(read(row).issues).toEqual([{ row: 1, column, message }]);
});
