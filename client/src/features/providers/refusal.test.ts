import { describe, expect, test } from 'vitest';
import { refusedFields, typedNumber, typedWhole } from './refusal.ts';

const fields = [
  { path: 'awards[0].startsOn', id: 'award-startsOn', label: 'First day' },
  { path: 'awards[0].provider', id: 'award-provider', label: 'Provider' },
  { path: 'awards[0]', id: 'award-provider', label: 'This membership' },
];

describe('what a server refuses', () => {
  test('lands at the fields it is about, in words of the form', () => {
    const message =
      'awards[0].startsOn must not be before the framework, which starts on 2024-04-01. awards[0].provider “St. Ann” is not in the register.';

    expect(refusedFields(message, fields)).toEqual([
      {
        field: 'award-startsOn',
        message: 'First day must not be before the framework, which starts on 2024-04-01',
      },
      { field: 'award-provider', message: 'Provider “St. Ann” is not in the register' },
    ]);
  });

  test('tells a part of a path from the whole', () => {
    expect(refusedFields('awards[0] overlaps: on this lot already.', fields)).toEqual([
      { field: 'award-provider', message: 'This membership overlaps: on this lot already' },
    ]);
  });

  test('names every line of a list that is refused', () => {
    const homes = { path: 'awards[0].services', id: 'award-services', label: 'Homes:' };
    const message =
      'awards[0].services[0] “1” is no URN of the register. awards[0].services[11] “2” is not of Moss Gate, by the register.';

    expect(refusedFields(message, [...fields, homes])).toEqual([
      { field: 'award-services', message: 'Homes: “1” is no URN of the register' },
      { field: 'award-services', message: 'Homes: “2” is not of Moss Gate, by the register' },
    ]);
  });

  test('is about the form where it names no field', () => {
    expect(refusedFields('Sign in again.', fields)).toEqual([
      { field: null, message: 'Sign in again.' },
    ]);
  });
});

test('numbers are read as people type them; nothing is never zero', () => {
  expect([typedNumber('£4,150.50'), typedNumber(''), typedNumber('four')]).toEqual([
    4150.5,
    null,
    Number.NaN,
  ]);
  expect([typedWhole('12'), typedWhole(' '), typedWhole('1.5')]).toEqual([12, null, Number.NaN]);
});
