import { expect, test } from 'vitest';
import { previewSentence } from './preview-sentence.ts';
import type { PreviewCell } from './sharing-queries.ts';

const cell = (code: string, level: PreviewCell['level']): PreviewCell => ({
  authority: { id: code, code, name: code },
  dataset: 'costs',
  level,
  why: '',
  agreement: null,
});

test('a preview is told by level, most first', () => {
  const cells = [
    cell('Derbyshire', 'RELEASED'),
    cell('Nottingham', 'EXACT'),
    cell('Rutland', 'NONE'),
  ];

  expect(previewSentence('Derby', cells)).toBe(
    'Of the 3 datasets of three authorities, Derby would see one exactly, one as released figures and one not at all.',
  );
});

test('a preview of nothing says so', () => {
  expect(previewSentence('Derby', [cell('Rutland', 'NONE')])).toBe(
    'Derby would see nothing of any other authority.',
  );
});
