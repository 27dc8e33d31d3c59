import { describe, expect, test } from 'vitest';
import { answer, cell, names } from './comparison-fixture.ts';
import { comparedView } from './comparison-model.ts';
import { trendSentence } from './trend-sentence.ts';

function sentence(values: readonly (number | null)[], periods = ['2023', '2024', '2025']) {
  const { latest } = answer([cell(), cell({ subject: 'england', code: null })]);
  const columns = {
    periods,
    values: [...values],
    symbols: values.map((value) => (value === null ? ('x' as const) : null)),
    synthetic: false,
  };
  const view = comparedView({ latest, series: { rows: [{ columns }] } }, names);
  const [first] = view.rows;
  return first && trendSentence(first, [...view.authorities, ...view.comparators]);
}

describe('a trend in a sentence', () => {
  test('says where each began and ended, and the periods once', () => {
    expect(sentence([104, 99, 88, 69, 70, 71])).toBe(
      'Derby fell from 104 in 2023 to 88 in 2025; England rose from 69 to 71.',
    );
  });

  test('says months in words', () => {
    expect(sentence([104, 99, 88, 69, 70, 71], ['2026-08', '2026-09', '2026-10'])).toBe(
      'Derby fell from 104 in August 2026 to 88 in October 2026; England rose from 69 to 71.',
    );
  });

  test('says the periods again for what has others', () => {
    expect(sentence([104, 99, 88, null, 70, 71])).toBe(
      'Derby fell from 104 in 2023 to 88 in 2025; England rose from 70 in 2024 to 71 in 2025.',
    );
  });

  test('does not call a return a movement', () => {
    expect(sentence([88, 99, 88, null, null, 71])).toBe(
      'Derby was at 88 both in 2023 and in 2025; England was at 71 in 2025.',
    );
  });

  test('says that there is nothing', () => {
    expect(sentence([null, null, null, null, null, null])).toBe(
      'No figure is available in these periods.',
    );
  });
});
