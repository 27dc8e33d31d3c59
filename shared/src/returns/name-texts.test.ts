import { describe, expect, test } from 'vitest';
import { codeReader, readAuthority, readReference, readText, readUrn } from './name-texts.ts';

describe('a code', () => {
  const codes = [
    { code: 'U1', label: 'Foster placement with relative or friend, long term' },
    { code: 'NOT-EXISTING', label: 'Provision doesn’t exist nearer' },
  ];
  const read = codeReader(codes, { withTotal: true });

  test('is read in any case, as its label, or as a drop-down shows it', () => {
    expect(read('u1')).toEqual({ text: 'U1' });
    expect(read('not_existing')).toEqual({ text: 'NOT-EXISTING' });
    expect(read("provision doesn't exist nearer")).toEqual({ text: 'NOT-EXISTING' });
    expect(read('U1: Foster placement with relative or friend, long term')).toEqual({ text: 'U1' });
  });

  test('is a total only where the breakdown takes one', () => {
    expect(read('Total')).toEqual({ text: 'TOTAL' });
    expect(codeReader(codes, { withTotal: false })('Total')).toEqual({
      problem: 'must be one of U1, NOT-EXISTING. It says “Total”',
    });
  });

  test('is refused with the codes to choose from', () => {
    expect(read('U9')).toEqual({ problem: 'must be one of U1, NOT-EXISTING, TOTAL. It says “U9”' });
  });
});

test('an authority is a GSS code of England', () => {
  expect(readAuthority('e06000015')).toEqual({ text: 'E06000015' });
  expect(readAuthority('831')).toEqual({
    problem: 'must be the GSS code of an authority, for example E06000015. It says “831”',
  });
});

test('a URN has SC and six digits, or seven digits', () => {
  expect(readUrn('sc 123456')).toEqual({ text: 'SC123456' });
  expect(readUrn('2835817')).toEqual({ text: '2835817' });
  expect(readUrn('XXXXXXX')).toEqual({
    problem: 'must be an Ofsted URN, for example SC123456 or 1234567. It says “XXXXXXX”',
  });
});

test('a reference begins no formula', () => {
  expect(readReference('F-0012')).toEqual({ text: 'F-0012' });
  expect(readReference('=1+1')).toHaveProperty('problem');
});

test('a text is one plain line', () => {
  expect(readText('Example  Care\nLimited')).toEqual({ text: 'Example Care Limited' });
  expect(readText('a'.repeat(201))).toHaveProperty('problem');
  expect(readText('turned \u202eround')).toHaveProperty('problem');
});
