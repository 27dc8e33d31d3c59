import { expect, test } from 'vitest';
import { changeInput, contractDraft, missingOf } from './contract-draft.ts';
import { bedUse, contractsSentence } from './contract-figures.ts';

const empty = contractDraft(null);
const filled = {
  ...empty,
  reference: 'BLOCK-03',
  beds: '4',
  startsOn: '2027-04-01',
  endsOn: '2029-03-31',
};

test('a form says what is missing and what is no number', () => {
  expect(missingOf(empty).map(({ field }) => field)).toEqual([
    'contract-reference',
    'contract-beds',
    'contract-startsOn',
    'contract-endsOn',
  ]);
  expect(missingOf({ ...filled, beds: 'four', weeklyPrice: 'x' })).toEqual([
    { field: 'contract-beds', message: 'Beds must be a whole number' },
    { field: 'contract-weeklyPrice', message: 'Price of a bed must be an amount in pounds' },
  ]);
});

test('a change sends what differs alone, and the version that was seen', () => {
  const draft = {
    ...filled,
    endsOn: '2030-03-31',
    weeklyPrice: '9700',
    services: ['9024001', '9024002'],
  };

  expect(changeInput(draft, filled, { id: '1', version: 3 })).toEqual({
    id: '1',
    version: 3,
    endsOn: '2030-03-31',
    weeklyPrice: 9700,
    services: ['9024001', '9024002'],
  });
});

test('the list says how much of what is paid stands empty', () => {
  const months = [
    { bedDays: 60, voidDays: 6 },
    { bedDays: 40, voidDays: 4 },
  ];

  expect(contractsSentence([{ beds: 2, months }])).toBe(
    'You see 1 block contract for 2 beds. Over the months recorded, 10 days of 100 bed days paid for stood empty: 10.0%.',
  );
  expect(bedUse([]).occupancy).toBeNull();
});
