import { describe, expect, test } from 'vitest';
import { chartWords } from './chart-words.ts';
import { answer, cell, names } from './comparison-fixture.ts';
import { comparedView } from './comparison-model.ts';

function source(...whys: readonly string[]) {
  const cells = whys.map((why, nth) => cell({ code: `E0600001${nth}`, figure: { why } }));
  const view = comparedView(answer(cells), names);
  const [row] = view.rows;
  return row && chartWords(view, row, [], 'October 2026').source;
}

function subtitle(synthetic: boolean) {
  const view = comparedView(answer([cell({ figure: { synthetic } })]), names);
  const [row] = view.rows;
  return row && chartWords(view, row, [], 'October 2026').subtitle;
}

describe('the words around a chart, which its files carry too', () => {
  test('say statistic, unit and area', () => {
    expect(subtitle(false)).toBe('Per 10,000 children, snapshot at 31 March. Derby');
  });

  test('say how many of its figures come from a release', () => {
    const released = 'released for members, September 2026, version 1';

    expect(source('own', 'own')).toBe('Source: Department for Education');
    expect(source(released, released)).toBe('Source: Department for Education, as released');
    expect(source('own', released)).toBe('Source: Department for Education, some as released');
  });

  test('say that its figures are made up', () => {
    expect(subtitle(true)).toBe(
      'Per 10,000 children, snapshot at 31 March. Derby. Synthetic figures, made up for a demonstration.',
    );
  });
});
