import { expect, test } from 'vitest';
import { northamptonshire, printedRows } from './printed-coverage.ts';

test('Northamptonshire’s shares come out of its own counts as it prints them', () => {
  expect(
    northamptonshire.map(({ onFramework, total, printed, counted }) => [
      onFramework,
      total,
      printed,
      counted,
    ]),
  ).toEqual([
    [320, 368, '87%', '87%'],
    [53, 101, '52.5%', '52.5%'],
    [296, 328, '90%', '90%'],
  ]);
});

test('a share that its counts do not give is told', () => {
  expect(printedRows('service,a,b,c,d,e\nHomes,1,60%,1,50%,2')[0]).toMatchObject({
    counted: '50%',
    agrees: false,
  });
});
