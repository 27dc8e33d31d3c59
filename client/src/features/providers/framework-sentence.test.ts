import { describe, expect, test } from 'vitest';
import type { FrameworkCount, FrameworkLot } from './framework-queries.ts';
import { printedSentence } from './framework-sentence.ts';
import { frameworksFilter, frameworksSearch } from './frameworks-address.ts';
import { frameworksSentence } from './frameworks-sentence.ts';
import { termInWords, valueInWords } from './market-words.ts';

const hidden: FrameworkCount = { value: null, printed: null, symbol: 'x', why: 'not shared' };
const lot = (number: string, printed: number): FrameworkLot => ({
  id: number,
  number,
  title: 'Lot',
  service: null,
  need: null,
  maximumWeeklyPrice: null,
  memberships: { ...hidden, printed },
  tiers: [],
});

describe('what a source prints of its lots', () => {
  const lots = [lot('1', 46), lot('2', 30), lot('3', 12)];
  const providers = { ...hidden, printed: 48 };

  test('is neither the number of providers nor adds up to it', () => {
    expect(printedSentence({ lots, lotMemberships: hidden, providers })).toBe(
      'Of its lots its source prints 46 + 30 + 12 = 88 memberships. Whoever is on several lots counts once for each, so these are not 88 providers and are not its 48 providers either.',
    );
  });

  test('is left to the counts where these are seen', () => {
    const lotMemberships = { ...hidden, value: 88, symbol: null };

    expect(printedSentence({ lots, lotMemberships, providers })).toBeNull();
  });
});

test('the list says how many there are and which ends first', () => {
  const found = [
    { title: 'Homes', status: 'OPEN', endsOn: '2034-03-31' },
    { title: 'Old', status: 'ENDED', endsOn: '2026-03-31' },
    { title: 'Supported', status: 'OPEN', endsOn: '2027-03-31' },
  ];

  expect(
    frameworksSentence(found, { service: null, on: null, everywhere: false, name: 'D2N2' }),
  ).toBe(
    'Members of D2N2 lead or buy by 3 frameworks. The one that ends first is Supported, on 31 March 2027.',
  );
});

test('the list’s address is read as it was written; without a day it shows today', () => {
  const filter = { service: 'FOSTERING', on: null, everywhere: true };

  expect(frameworksFilter(frameworksSearch(filter), '2026-11-22')).toEqual(filter);
  expect(frameworksFilter(new URLSearchParams(), '2026-11-22').on).toBe('2026-11-22');
});

test('terms and values are told in words, unknown ones too', () => {
  expect(termInWords('2026-04-01', '2034-03-31')).toBe('1 April 2026 to 31 March 2034');
  expect(termInWords(null, null)).toBe('Term not published');
  expect(termInWords(null, '2026-03-31')).toBe('Until 31 March 2026');
  expect([valueInWords(150e6), valueInWords(1.9e9), valueInWords(60_000)]).toEqual([
    '£150 million',
    '£1.9 billion',
    '£60,000',
  ]);
});
