import { describe, expect, test } from 'vitest';
import { enquiryFilter, enquiryFilterInput, enquirySearch } from './enquiry-filter.ts';

const search =
  '?status=on_hold&only=waiting&from=2026-02&to=2026-02&reference=F-1&in=E06000015%2CE06000018&type=MAINSTREAM&source=WEB';

describe('the filter of enquiries', () => {
  test('is read from an address and written to it as it was', () => {
    const filter = enquiryFilter(new URLSearchParams(search));

    expect(enquirySearch(filter)).toBe(search);
    expect(enquirySearch(filter, 'abc=')).toBe(`${search}&after=abc%3D`);
  });

  test('leaves nothing out where an address cannot be read', () => {
    const odd = new URLSearchParams('status=gone&only=all&from=2026-13&in=Derby&source=a');

    expect(enquirySearch(enquiryFilter(odd))).toBe('?');
  });

  test('is given to the server by days, and those that wait oldest first', () => {
    const filter = enquiryFilter(new URLSearchParams(search));

    expect(enquiryFilterInput(filter, 'd2n2')).toEqual({
      consortium: 'd2n2',
      statuses: ['ON_HOLD'],
      awaitingFirstResponse: true,
      oldestFirst: true,
      unattributed: null,
      receivedFrom: '2026-02-01',
      receivedTo: '2026-02-28',
      reference: 'F-1',
      authorities: ['E06000015', 'E06000018'],
      householdTypes: ['MAINSTREAM'],
      sources: ['WEB'],
    });
  });
});
