import { expect, test } from 'vitest';
import { inHouseRule } from './in-house.ts';
import { readOwnerName } from './owner-name.ts';

const ownOf = inHouseRule([
  { name: 'Derby', code: 'E06000015' },
  { name: 'Derbyshire', code: 'E10000007' },
  { name: 'Wolverhampton', code: 'E08000031' },
  { name: 'Kingston upon Hull, City of', code: 'E06000010' },
  { name: 'Hammersmith and Fulham', code: 'E09000013' },
  { name: 'Wiltshire', code: 'E06000054' },
]);

const authoritiesOf = (printed: string) => {
  const owner = readOwnerName(printed);
  return owner ? ownOf(owner) : null;
};

test.each([
  ['Derby City Council', 'E06000015'],
  ['Derbyshire County Council', 'E10000007'],
  ['City of Wolverhampton Council', 'E08000031'],
  ['Hull City Council', 'E06000010'],
  ['London Borough of Hammersmith & Fulham', 'E09000013'],
  ['WILTSHIRE COUNCIL ', 'E06000054'],
])('%s is the council of %s', (printed, code) => {
  expect(authoritiesOf(printed)).toEqual([code]);
});

test('a children’s trust is its authorities’ own, in either spelling', () => {
  expect(authoritiesOf('Northamptonshire Childrens Trust Limited')).toEqual([
    'E06000061',
    'E06000062',
  ]);
  expect(authoritiesOf("Northamptonshire Children's Trust Ltd")).toEqual([
    'E06000061',
    'E06000062',
  ]);
});

test.each([
  'Derby Homes Limited',
  'Derbyshire Care Ltd',
  "The Adolescent And Children's Trust",
  "The Children's Trust",
  'The Shaw Education Trust',
  'Cornwall Partnership NHS Foundation Trust',
  'Derby',
  'London',
])('%s is nobody’s own', (printed) => {
  expect(authoritiesOf(printed)).toEqual([]);
});
