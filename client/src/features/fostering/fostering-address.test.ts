import { expect, test } from 'vitest';
import { fosteringFilter, fosteringInputOf, fosteringSearch } from './fostering-address.ts';

const months = ['2026-10', '2026-09', '2026-08', '2025-11', '2025-10'];

test('shows the last twelve months by authority where an address says nothing', () => {
  expect(fosteringFilter(new URLSearchParams(), months)).toMatchObject({
    from: '2025-11',
    to: '2026-10',
    by: 'AUTHORITY',
  });
});

test('is read back from the address it writes', () => {
  const filter = {
    from: '2026-08',
    to: '2026-09',
    by: 'HOUSEHOLD_TYPE',
    authorities: ['E06000015'],
    sources: ['WEB', 'SOCIAL'],
    campaigns: ['Spring-2026'],
    types: ['FAMILY-FRIENDS'],
  } as const;

  expect(fosteringFilter(fosteringSearch(filter), months)).toEqual(filter);
});

test('leaves out what it cannot read', () => {
  const address = new URLSearchParams('from=2026-13&to=soon&by=colour&in=Derby&type=<b>');

  expect(fosteringFilter(address, months)).toEqual({
    from: '2025-11',
    to: '2026-10',
    by: 'AUTHORITY',
    authorities: [],
    sources: [],
    campaigns: [],
    types: [],
  });
});

test('asks for all where nothing is chosen, not for none', () => {
  const filter = fosteringFilter(new URLSearchParams('source=WEB'), months);

  expect(fosteringInputOf(filter, 'd2n2')).toMatchObject({
    sources: ['WEB'],
    authorities: null,
    campaigns: null,
    householdTypes: null,
  });
});
