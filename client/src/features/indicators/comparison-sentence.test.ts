import { describe, expect, test } from 'vitest';
import { answer, cell, figure, missing, names } from './comparison-fixture.ts';
import { comparedView } from './comparison-model.ts';
import { comparisonSentence } from './comparison-sentence.ts';

const nottingham = { subject: 'Nottingham', code: 'E06000018' } as const;
const england = cell({ subject: 'england', code: null, figure: figure(67) });

function sentence(...asked: Parameters<typeof answer>) {
  const view = comparedView(answer(...asked), names);
  const [first] = view.rows;
  return first && comparisonSentence(view, first);
}

describe('the answer of a comparison in a sentence', () => {
  test('says highest and lowest where no end is good', () => {
    expect(sentence([cell(), cell({ ...nottingham, figure: figure(93) }), england])).toBe(
      'Children looked after per 10,000 children: Nottingham is highest of the two at 93, Derby lowest at 88; England 67 (2025).',
    );
  });

  test('says best and last by the ranks that the server sent', () => {
    const cells = [cell({ rank: 1 }), cell({ ...nottingham, rank: 2, figure: figure(93) })];

    expect(sentence(cells, 'LOW')).toBe(
      'Children looked after per 10,000 children: Derby is best of the two at 88, Nottingham last at 93 (2025). Lower is better.',
    );
  });

  test('says a month in words, and that figures are made up', () => {
    const made = { ...figure(93), synthetic: true };

    expect(sentence([cell({ ...nottingham, period: '2026-10', figure: made })])).toBe(
      'Children looked after per 10,000 children: Nottingham is at 93 (October 2026). Synthetic figures, made up for a demonstration.',
    );
  });

  test('names everyone who shares an end', () => {
    const cells = [
      cell({ figure: figure(93) }),
      cell({ ...nottingham, figure: figure(93) }),
      cell({ subject: 'Derbyshire', code: 'E10000007', figure: figure(66) }),
    ];

    expect(sentence(cells)).toBe(
      'Children looked after per 10,000 children: Derby and Nottingham are highest of the three at 93, Derbyshire lowest at 66 (2025).',
    );
  });

  test('says so when all are alike', () => {
    expect(sentence([cell(), cell(nottingham)])).toBe(
      'Children looked after per 10,000 children: all two are at 88 (2025).',
    );
  });

  test('counts only authorities with a figure', () => {
    const cells = [
      cell(),
      cell({ ...nottingham, figure: figure(93) }),
      cell({ subject: 'Derbyshire', code: 'E10000007', figure: missing('c') }),
    ];

    expect(sentence(cells)).toBe(
      'Children looked after per 10,000 children: Nottingham is highest of the two with a figure at 93, Derby lowest at 88 (2025).',
    );
  });

  test('gives the figure of a single authority', () => {
    expect(sentence([cell(), england])).toBe(
      'Children looked after per 10,000 children: Derby is at 88; England 67 (2025).',
    );
  });

  test('says that there is no figure, and why', () => {
    const none = { ...missing('x'), why: 'not shared: nothing was released to you' };

    expect(sentence([cell({ figure: none }), england])).toBe(
      'Children looked after per 10,000 children: no figure is available for the chosen authorities (2025). Not shared: nothing was released to you.',
    );
  });

  test('says that nothing is shared where each authority has a reason of its own', () => {
    const derby = { ...missing('x'), why: 'not shared: no agreement shows you Derby’s' };
    const nottingham = { ...missing('x'), why: 'not shared: no agreement shows you Nottingham’s' };
    const second = cell({ subject: 'Nottingham', code: 'E06000018', figure: nottingham });

    expect(sentence([cell({ figure: derby }), second])).toBe(
      'Children looked after per 10,000 children: no figure is available for the chosen authorities (2025). None is shared with you.',
    );
  });

  test('leaves out a comparator on another scale', () => {
    const total = cell({ subject: 'england', code: null, figure: figure(81_770) });

    expect(sentence([cell(), total])).toBe(
      'Children looked after per 10,000 children: Derby is at 88 (2025).',
    );
  });
});
