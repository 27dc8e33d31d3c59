import { expect, test } from 'vitest';
import type { FrameworkDraft } from './framework-draft.ts';
import { addFrameworkInput, changeFrameworkInput, newFramework } from './framework-draft.ts';
import { frameworkFields, missingOfFramework } from './framework-draft-check.ts';
import { refusedFields } from './refusal.ts';

const lot = {
  ...{ row: '1', number: '1', title: 'Standard', service: '', need: 'Any' },
  ...{ maximumWeeklyPrice: '£6,000', printedMemberships: '', tiers: [] },
};
const before: FrameworkDraft = {
  ...newFramework({ code: 'E06000015', name: 'Derby' }),
  ...{ reference: 'T-1', title: 'A test', services: ['RESIDENTIAL'], source: 'A test' },
  lots: [lot, { ...lot, row: '2', number: '2', title: 'Enhanced' }],
  dates: [
    { row: 'a', kind: 'REOPENED', on: '2026-10-01', note: '' },
    { row: 'b', kind: 'OPENED', on: '2025-04-01', note: '' },
  ],
  extensions: [{ row: '1', nth: 1, months: '24', decideByMonths: '' }],
};
const nothing = {
  ...{ id: 'F', version: 3, lots: [], dates: [], extensions: [] },
  removed: { lots: [], dates: [], extensions: [] },
};
const changed = (draft: Partial<FrameworkDraft>) =>
  changeFrameworkInput({ ...before, ...draft }, before, { id: 'F', version: 3 });

test('a new framework is sent whole: what was not typed is not known', () => {
  expect(addFrameworkInput(before)).toMatchObject({
    lead: 'E06000015',
    buyers: ['E06000015'],
    startsOn: null,
    published: true,
    lots: [{ number: '1', service: null, maximumWeeklyPrice: 6000 }, { number: '2' }],
    dates: [{ kind: 'REOPENED', note: null }, { kind: 'OPENED' }],
    extensions: [{ months: 24, decideByMonths: null }],
  });
});

test('a change sends what differs alone, and the version that was seen', () => {
  expect(changed({})).toEqual(nothing);
  expect(changed({ title: 'Named anew', endsOn: '2030-03-31', published: 'no' })).toEqual({
    ...nothing,
    ...{ title: 'Named anew', endsOn: '2030-03-31', published: false },
  });
});

test('a row that changed goes and comes anew; a lot is changed where it is', () => {
  const [first, second] = before.dates;
  const { lots, dates, extensions, removed } = changed({
    lots: [
      { ...lot, number: '3' },
      { ...lot, row: '2', number: '2', title: 'Solo' },
    ],
    dates: [{ ...first, note: 'For homes' } as never, second as never],
    extensions: [],
  });

  expect(lots).toMatchObject([{ number: '3' }, { number: '2', title: 'Solo' }]);
  expect(dates).toEqual([{ kind: 'REOPENED', on: '2026-10-01', note: 'For homes' }]);
  expect(extensions).toEqual([]);
  expect(removed).toEqual({
    lots: ['1'],
    dates: [{ kind: 'REOPENED', on: '2026-10-01' }],
    extensions: [1],
  });
});

test('what is refused of the first row that was sent lands at its place on the form', () => {
  const tier = { row: 't', number: '1', title: '', hoursToRespond: '' };
  const draft = { ...before, lots: [lot, { ...lot, row: '2', number: '2', tiers: [tier] }] };
  const message =
    'lots[0].maximumWeeklyPrice is below 1 of the prices. lots[0].tiers[0].title must be a plain text. lots[0].tiers must keep 2.';

  expect(refusedFields(message, frameworkFields('f-', draft, before))).toEqual([
    {
      field: 'f-lots[1].maximumWeeklyPrice',
      message: 'Published maximum is below 1 of the prices',
    },
    { field: 'f-lots[1].tiers[0].title', message: 'Title of the tier must be a plain text' },
    { field: 'f-lots[1].tiers', message: 'Tiers of the lot: must keep 2' },
  ]);
});

test('the form says what is missing, row by row', () => {
  const draft = {
    ...newFramework({ code: '', name: 'A hub' }),
    lots: [{ ...lot, number: '', maximumWeeklyPrice: 'dear' }],
    dates: [{ row: 'a', kind: 'OPENED', on: '', note: '' } as const],
  };

  expect(missingOfFramework('f-', draft).map(({ field }) => field)).toEqual([
    'f-reference',
    'f-title',
    'f-services',
    'f-source',
    'f-lots[0].number',
    'f-lots[0].maximumWeeklyPrice',
    'f-dates[0].on',
  ]);
});
