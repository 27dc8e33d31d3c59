import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOwnerName } from './owner-name.ts';

const group = (printed: string) => readOwnerName(printed)?.groupKey.replaceAll('-', '');

describe('an owner’s name', () => {
  test('loses stray spaces and gives its company number apart', () => {
    expect(
      readOwnerName('  Wellcare  Fostering Services Limited company number 04963908 '),
    ).toEqual({
      printed: '  Wellcare  Fostering Services Limited company number 04963908 ',
      name: 'Wellcare Fostering Services Limited',
      companyNumber: '04963908',
      key: 'wellcare-fostering-services-limited',
      groupName: 'Wellcare Fostering Services',
      groupKey: 'wellcare-fostering-services',
    });
  });

  test.each([
    ['GSM ARDENT RAWCLIFFE LIMITED (15612913)', '15612913'],
    ['Oundle Mencap Holidays Ltd 05393382', '05393382'],
    ['A Partnership LLP OC301234', 'OC301234'],
    ['Care 4 Children Ltd', null],
    ['Homes 2024 Limited', null],
  ])('in “%s” holds the company number %s', (printed, number) => {
    expect(readOwnerName(printed)?.companyNumber).toBe(number);
  });

  test.each([
    ['Homes2inspire Limited', 'Homes 2 Inspire Ltd'],
    ['K&G Care Ltd', 'K & G Care Ltd'],
    ['Hebron House', 'HEBRON HOUSE LIMITED'],
    ["Athena Children's Services Limited", 'Athena Childrens services limited'],
    ['The Salvation Army Trustee Company', 'Salvation Army Trustee Company (The)'],
    ['Pyramid Care Community Interest Company', 'Pyramid Care C.I.C.'],
    ['Bright Futures and Sons LLP', 'Bright Futures & Sons PLC'],
    ['Seax Trust (07747149)', 'Seax Trust'],
    ['Beacon Homes Ltd (fictitious)', 'BEACON HOMES LIMITED (fictitious)'],
  ])('“%s” is of the same group as “%s”', (one, other) => {
    expect(group(one)).toBe(group(other));
  });

  test.each([
    ["The Children's Trust", "The Adolescent And Children's Trust"],
    ['Compass Fostering Ltd', 'Compass Childrens Homes Ltd'],
    ['Beacon Homes Ltd', 'Beacon Homes Ltd (fictitious)'],
  ])('“%s” is of another group than “%s”', (one, other) => {
    expect(group(one)).not.toBe(group(other));
  });

  test.each(['', '  ', '-', '()'])('“%s” is no owner', (printed) => {
    expect(readOwnerName(printed)).toBeNull();
  });

  test('that is nothing but a legal form is a group of its own', () => {
    expect(readOwnerName('Limited')).toMatchObject({ groupName: 'Limited', groupKey: 'limited' });
  });

  const word = fc
    .stringMatching(/^[A-Za-z]{3,8}$/)
    .filter((text) => !/^(the|ltd|llp|plc|cic|inc)$/i.test(text));
  const words = fc.array(word, { minLength: 2, maxLength: 4 });
  const forms = fc.constantFrom('Ltd', 'LIMITED', 'Limited.', 'LLP', 'plc', 'C.I.C.', '');

  test('rolls up the same whatever its case, spaces, punctuation, legal form and company number', () => {
    fc.assert(
      fc.property(words, forms, forms, (name, form, other) => {
        const plain = `${name.join(' ')} ${form}`;
        const spelt = ` ${name.join('  ').toUpperCase()}, ${other} company number 01234567 `;
        expect(group(spelt)).toBe(group(plain));
      }),
    );
  });

  test('read again from what was made of it gives the same group', () => {
    fc.assert(
      fc.property(fc.string(), (printed) => {
        const owner = readOwnerName(printed);
        fc.pre(owner !== null);
        expect(group(owner?.groupName ?? '')).toBe(group(printed));
      }),
    );
  });
});
