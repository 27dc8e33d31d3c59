import { describe, expect, test } from 'vitest';
import { references, tooFarNote } from './chart-references.ts';
import { answer, cell, figure, missing, names } from './comparison-fixture.ts';
import { comparedView } from './comparison-model.ts';

const derby = cell({ figure: figure(545) });
const england = cell({
  subject: 'england',
  code: null,
  figure: { value: 81_770, text: '81,770' },
});
const neighbours = cell({
  subject: 'statistical-neighbours',
  code: null,
  of: 'E06000015',
  figure: figure(630),
});

function found(highlight: string | null, ...cells: ReturnType<typeof cell>[]) {
  const view = comparedView(answer(cells), names);
  const [row] = view.rows;
  return row && { row, ...references(view, row, highlight) };
}

describe('what a picture holds authorities against', () => {
  test('includes the neighbours of the chosen authority', () => {
    expect(found('E06000015', derby, neighbours)?.drawn).toMatchObject([
      { name: 'Statistical neighbours of Derby' },
    ]);
  });

  test('leaves out the neighbours of others', () => {
    expect(found('E06000018', derby, neighbours)?.drawn).toEqual([]);
  });

  test('leaves out what has no figure', () => {
    const none = cell({ subject: 'consortium', code: null, figure: missing('x') });

    expect(found(null, derby, none)).toMatchObject({ drawn: [], tooFar: [] });
  });

  test('leaves out what is on another scale, and says its figure', () => {
    const result = found(null, derby, england);

    expect(result?.drawn).toEqual([]);
    expect(result && tooFarNote(result.row, result)).toBe(
      'England (81,770) is not drawn: on one scale with them the authorities could not be told apart. ',
    );
  });
});
