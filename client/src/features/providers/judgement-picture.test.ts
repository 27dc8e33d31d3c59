import { describe, expect, test } from 'vitest';
import { judgementPicture, judgementsSentence } from './judgement-picture.ts';

const inspections = [
  { inspectedOn: '2025-11-29', overall: 'GOOD' },
  { inspectedOn: '2024-07-01', overall: null },
  { inspectedOn: '2023-06-01', overall: 'OUTSTANDING' },
] as const;

describe('judgements over time', () => {
  test('are points in order, on their own scale, over whole years', () => {
    const picture = judgementPicture(inspections);

    expect(picture?.scale).toEqual(['OUTSTANDING', 'GOOD', 'REQUIRES_IMPROVEMENT', 'INADEQUATE']);
    expect(picture?.points.map(({ on }) => on)).toEqual(['2023-06-01', '2025-11-29']);
    expect(picture?.years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026]);
    expect(picture?.points[0]?.along).toBeCloseTo(151 / 1096, 3);
  });

  test('are none where no inspection gave one', () => {
    expect(judgementPicture([{ inspectedOn: '2024-07-01', overall: null }])).toBeNull();
    expect(judgementsSentence([{ inspectedOn: '2024-07-01', overall: null }])).toBe(
      '1 inspection of it is known; none gave an overall judgement.',
    );
    expect(judgementsSentence([])).toBe('No inspection of it is known.');
  });

  test('are told with which way the newest went', () => {
    expect(judgementsSentence(inspections)).toBe(
      '2 overall judgements are known. The newest, Good on 29 November 2025, is worse than the one before (Outstanding).',
    );
    expect(judgementsSentence(inspections.slice(2))).toBe(
      'One overall judgement is known: Outstanding on 1 June 2023.',
    );
  });

  test('of supported accommodation are on the scale of their own', () => {
    expect(
      judgementPicture([{ inspectedOn: '2025-01-10', overall: 'INCONSISTENT' }])?.scale,
    ).toEqual(['CONSISTENTLY_STRONG', 'INCONSISTENT', 'SERIOUS_WEAKNESSES']);
  });
});
