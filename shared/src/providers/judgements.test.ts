import { expect, test } from 'vitest';
import { judgementOf, judgementsAtLeast } from './judgements.ts';
import { provisionTypeOf } from './provision-types.ts';
import { isUrn } from './urn.ts';

test('a judgement and all better ones stay within their scale', () => {
  expect(judgementsAtLeast('GOOD')).toEqual(['OUTSTANDING', 'GOOD']);
  expect(judgementsAtLeast('INADEQUATE')).toHaveLength(4);
  expect(judgementsAtLeast('INCONSISTENT')).toEqual(['CONSISTENTLY_STRONG', 'INCONSISTENT']);
});

test('judgements and provision types are known as Ofsted prints them', () => {
  expect(judgementOf('Requires improvement to be good')).toBe('REQUIRES_IMPROVEMENT');
  expect(judgementOf('Adequate')).toBeNull();
  expect(provisionTypeOf("Children's Home")).toBe('CHILDRENS_HOME');
  expect(provisionTypeOf('Children’s home')).toBe('CHILDRENS_HOME');
  expect(provisionTypeOf("Residential special school (registered as a children's home)")).toBe(
    'RESIDENTIAL_SPECIAL_SCHOOL_AS_HOME',
  );
  expect(provisionTypeOf('Hospital')).toBeNull();
});

test.each([
  ['SC064050', true],
  ['2590934', true],
  ['sc064050', false],
  ['259093', false],
  ['25909341', false],
  ['XXXXXXX', false],
])('%s is a URN: %s', (text, yes) => {
  expect(isUrn(text)).toBe(yes);
});
