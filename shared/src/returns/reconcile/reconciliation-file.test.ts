import { expect, test } from 'vitest';
import { reconcile } from './reconcile.ts';
import { reconciliationFile } from './reconciliation-file.ts';

test('the file says beside each row what does not add up, and holds no formula', () => {
  const table = {
    header: ['home', 'beds'],
    rows: [
      ['=HYPERLINK("x")', '5'],
      ['-', '-7'],
      ['Elm, north', '9'],
      ['Total', '8'],
    ],
  };

  expect(reconciliationFile(table, reconcile(table))).toBe(
    [
      'home,beds,does not add up',
      '"\'=HYPERLINK(""x"")",5,',
      '-,-7,',
      '"Elm, north",9,',
      'Total,8,"error: In “beds” the rows add up to 7, but “Total” says 8: 1 more."',
      '',
    ].join('\r\n'),
  );
});
