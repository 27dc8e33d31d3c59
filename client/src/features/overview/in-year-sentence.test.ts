import { describe, expect, test } from 'vitest';
import { inYearSentence } from './in-year-sentence.ts';

type Rows = Parameters<typeof inYearSentence>[0]['rows'];

const figure = (symbol: 'x' | null, why: string) => ({
  value: symbol === null ? 3 : null,
  text: symbol ?? '3',
  symbol,
  status: 'FINAL' as const,
  synthetic: symbol === null,
  why,
});

const rowsOf = (...figures: ReturnType<typeof figure>[]): Rows => [
  {
    indicator: {
      id: 'cla-month-end',
      key: 'cla-month-end',
      title: 'Children looked after at month end',
      unit: 'children',
      decimals: 0,
      polarity: 'NONE',
      periodBasis: 'snapshot at month end',
    },
    comparable: { comparable: true, warnings: [] },
    cells: figures.map((made) => ({
      subject: 'Derby',
      code: 'E06000015',
      period: '2026-10',
      direction: 'NONE',
      figure: made,
    })),
  },
];

describe('the sentence over in-year figures', () => {
  test('says whose they are, that they are made up, and who is missing', () => {
    const rows = rowsOf(figure(null, 'own'), figure('x', 'not shared: no agreement'));
    const unseen = ['Derbyshire', 'Nottingham'].map((name) => ({
      subject: name,
      code: name,
      name,
    }));

    expect(inYearSentence({ rows }, 'D2N2', unseen)).toBe(
      'From members’ own returns, with the month before below each. Synthetic figures, made up for a demonstration. Nothing of Derbyshire and Nottingham: not shared with you, or not returned.',
    );
  });

  test('says that they are rounded where they come from a release', () => {
    const released = figure(null, 'released for reviewers, September 2026, version 1');

    expect(inYearSentence({ rows: rowsOf(released) }, 'D2N2', [])).toBe(
      'As released by the hub, rounded so that nobody can be identified, with the month before below each. Synthetic figures, made up for a demonstration.',
    );
    expect(inYearSentence({ rows: rowsOf(released, figure(null, 'own')) }, 'D2N2', [])).toContain(
      'From members’ own returns, some as released by the hub and rounded, with',
    );
  });

  test('says nothing of releases where none of the figures that stand below comes from one', () => {
    const [own, released] = [
      rowsOf(figure(null, 'own')),
      rowsOf(figure(null, 'released for members')),
    ];
    const nottingham = { subject: 'Nottingham', code: 'E06000018', name: 'Nottingham' };
    const rows = own.map((row) => ({
      ...row,
      cells: [
        ...row.cells,
        ...released.flatMap(({ cells }) => cells.map((cell) => ({ ...cell, ...nottingham }))),
      ],
    }));

    expect(inYearSentence({ rows }, 'D2N2', [nottingham])).toContain(
      'From members’ own returns, with',
    );
  });

  test('says why there is nothing where nothing is shared', () => {
    expect(
      inYearSentence({ rows: rowsOf(figure('x', 'not shared: no agreement')) }, 'D2N2', []),
    ).toBe('No agreement in force lets you see what members of D2N2 return month by month.');
  });

  test('says that nothing was returned where it would be shared', () => {
    expect(inYearSentence({ rows: rowsOf(figure('x', 'not available')) }, 'D2N2', [])).toBe(
      'No figures have been returned for D2N2 yet.',
    );
  });
});
