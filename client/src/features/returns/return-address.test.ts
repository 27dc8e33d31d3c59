import { expect, test } from 'vitest';
import { figureAddress, returnAddress, rowAddress, sendAddress } from './return-address.ts';

test('a return is where its id says, whatever characters it has', () => {
  expect(returnAddress('d2n2', 'UmV0/x==')).toBe('/d2n2/returns/UmV0%2Fx==');
});

test('a return is sent at an address that names what is known of it', () => {
  expect(sendAddress('d2n2')).toBe('/d2n2/returns/send');
  expect(sendAddress('d2n2', { authority: 'E06000015', dataset: 'beds', period: '2026-10' })).toBe(
    '/d2n2/returns/send?authority=E06000015&dataset=beds&period=2026-10',
  );
});

test('a figure leads to its return, and there to its rows', () => {
  expect(figureAddress('d2n2', 'x', 'cla-month-end')).toBe('/d2n2/returns/x?figure=cla-month-end');
  expect(rowAddress('d2n2', { id: 'x', table: 'beds', row: 14, figure: 'cla-month-end' })).toBe(
    '/d2n2/returns/x?table=beds&figure=cla-month-end&row=14',
  );
});
