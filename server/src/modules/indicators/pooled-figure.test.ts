import { collectedIndicators } from '@sufficiency/shared/indicators/collected-indicators.ts';
import type { Aggregation, IndicatorContract } from '@sufficiency/shared/indicators/indicator.ts';
import { describe, expect, test } from 'vitest';
import type { FiledFigure } from './filed-figure.ts';
import { pooledFigure } from './pooled-figure.ts';

const [share] = collectedIndicators
  .map(({ contract }) => contract)
  .filter(({ key }) => key === 'cla-month-end-foster-share') as [IndicatorContract];

const of = (aggregation: Aggregation = 'pooled') => ({
  indicator: { ...share, id: 1 },
  contract: { ...share, aggregation },
  consortium: 'D2N2',
  period: { label: '2026-05', endsOn: '2026-05-31' },
});

const member = (name: string, filed: Partial<FiledFigure['origin']>, status = 'FINAL') => ({
  name,
  filed: {
    figure: 50,
    status: status as FiledFigure['status'],
    origin: {
      numerator: 1,
      denominator: 2,
      synthetic: false,
      formula: null,
      table: 'a-table',
      rows: [2],
      recorded_at: '2026-06-01T00:00:00Z',
      return: null,
      ...filed,
    },
  },
});

describe('a consortium’s figure from its members’ returns', () => {
  test('is synthetic, as recent and as little settled as its members’', () => {
    const members = [
      member('Derby', { synthetic: true }),
      member('Nottingham', { recorded_at: '2026-06-03T00:00:00Z' }, 'PROVISIONAL'),
    ];

    expect(pooledFigure(members, of())).toMatchObject({
      text: '50.0%',
      synthetic: true,
      status: 'PROVISIONAL',
      provenance: { filed: { recordedAt: new Date('2026-06-03T00:00:00Z') } },
    });
  });

  test('does not apply where there is nothing to divide by', () => {
    const members = [member('Derby', { numerator: 0, denominator: 0 })];

    expect(pooledFigure(members, of())).toMatchObject({
      value: null,
      symbol: 'z',
      text: 'z',
      why: 'not applicable: there is nothing to divide by in any member',
    });
  });

  test.each(['none', 'distinct'] as const)('is none where figures combine by %s', (aggregation) => {
    expect(pooledFigure([member('Derby', {})], of(aggregation))).toMatchObject({
      symbol: 'x',
      why: 'not available: figures of this indicator cannot be combined',
    });
  });

  test('is none of no members', () => {
    expect(pooledFigure([], of())).toMatchObject({
      symbol: 'x',
      why: expect.stringMatching(/^not shared/),
    });
  });
});
