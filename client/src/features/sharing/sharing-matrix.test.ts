import { describe, expect, test } from 'vitest';
import { matrixCell } from './agreement-fixture.ts';
import { matrixRows, matrixSentence, recipientOf, someOf } from './sharing-matrix.ts';
import type { MatrixCell } from './sharing-queries.ts';

const rowsOf = (cells: readonly MatrixCell[]) => matrixRows(cells, ['costs', 'beds'], 'HUB');

describe('the recipient an address asks about', () => {
  test('is the hub when it names none that there is', () => {
    expect(recipientOf(new URLSearchParams('to=everybody'))).toBe('HUB');
  });

  test('is the one it names', () => {
    expect(recipientOf(new URLSearchParams('to=placement-officers'))).toBe('PLACEMENT_OFFICERS');
  });
});

test('the matrix shows the cells of one recipient, by authority and dataset', () => {
  const others: MatrixCell = { ...matrixCell('Derby', 'beds', 'RECORDS'), recipient: 'PROVIDERS' };
  const own = [matrixCell('Derby', 'beds', 'NONE'), matrixCell('Derby', 'costs', 'EXACT')];

  const rows = rowsOf([others, ...own]);

  expect(rows.map(({ cells }) => cells.map(({ level }) => level))).toEqual([['EXACT', 'NONE']]);
});

describe('the sentence of the matrix', () => {
  test('tells the one authority that does not share, and why', () => {
    const rows = rowsOf([
      matrixCell('Derby', 'costs', 'EXACT'),
      matrixCell('Nottingham', 'costs', 'EXACT'),
      matrixCell('Derbyshire', 'costs', 'NONE', 'Derbyshire has not signed D2N2/2026/02.'),
    ]);

    expect(matrixSentence(rows, 'HUB')).toBe(
      'Two of three authorities let the hub see exact figures of costs; Derbyshire has not signed D2N2/2026/02.',
    );
  });

  test('tells the narrowest gap first', () => {
    const rows = rowsOf([
      matrixCell('Derby', 'beds', 'RECORDS'),
      matrixCell('Derby', 'costs', 'EXACT'),
      matrixCell('Nottingham', 'beds', 'NONE', 'None.'),
      matrixCell('Nottingham', 'costs', 'EXACT'),
      matrixCell('Rutland', 'beds', 'NONE', 'None.'),
      matrixCell('Rutland', 'costs', 'RELEASED'),
    ]);

    expect(matrixSentence(rows, 'HUB')).toBe(
      'Two of three authorities let the hub see exact figures of costs; Rutland does not.',
    );
  });

  test('tells what is seen where nobody lacks', () => {
    const rows = rowsOf([
      matrixCell('Derby', 'costs', 'EXACT'),
      matrixCell('Derby', 'beds', 'RECORDS'),
      matrixCell('Nottingham', 'costs', 'EXACT'),
      matrixCell('Nottingham', 'beds', 'RECORDS'),
    ]);

    expect(matrixSentence(rows, 'HUB')).toBe(
      'Both authorities let the hub see records of beds and exact figures of costs.',
    );
  });

  test('tells what few share after what all share', () => {
    const rows = rowsOf([
      matrixCell('Derby', 'costs', 'RELEASED'),
      matrixCell('Derby', 'beds', 'EXACT'),
      matrixCell('Nottingham', 'costs', 'RELEASED'),
      matrixCell('Nottingham', 'beds', 'NONE', 'None.'),
      matrixCell('Rutland', 'costs', 'RELEASED'),
      matrixCell('Rutland', 'beds', 'NONE', 'None.'),
    ]);

    expect(matrixSentence(rows, 'HUB')).toBe(
      'All three authorities let the hub see released figures of costs. One of them shares exact figures of beds.',
    );
  });

  test('tells what nobody shares', () => {
    const rows = rowsOf([
      matrixCell('Derby', 'costs', 'EXACT'),
      matrixCell('Derby', 'beds', 'NONE', 'No agreement shares it.'),
      matrixCell('Nottingham', 'costs', 'EXACT'),
      matrixCell('Nottingham', 'beds', 'NONE', 'No agreement shares it.'),
    ]);

    expect(matrixSentence(rows, 'HUB')).toBe(
      'Both authorities let the hub see exact figures of costs. None of them shares beds.',
    );
  });

  test('tells with “or” what nobody shares, where that is more than one dataset', () => {
    const cells = [
      matrixCell('Derby', 'costs', 'EXACT'),
      matrixCell('Derby', 'beds', 'NONE', 'No agreement shares it.'),
      matrixCell('Derby', 'demand', 'NONE', 'No agreement shares it.'),
    ];
    const rows = matrixRows(cells, ['costs', 'beds', 'demand'], 'HUB');

    expect(matrixSentence(rows, 'HUB')).toContain('None of them shares beds or demand.');
  });

  test('tells that nothing is seen', () => {
    expect(matrixSentence(rowsOf([matrixCell('Derby', 'costs', 'NONE')]), 'PROVIDERS')).toBe(
      'No authority lets providers see anything today.',
    );
  });
});

describe('a level that only some members see', () => {
  const part: MatrixCell = {
    ...matrixCell('Coventry', 'costs', 'EXACT'),
    recipient: 'MEMBERS',
    receivers: 2,
    receiversInAll: 13,
  };

  test('says how many of how many', () => {
    expect(someOf(part)).toBe('2 of 13');
  });

  test('says nothing where all do, where nobody does, and where nobody counts', () => {
    expect(someOf({ ...part, receivers: 13 })).toBeNull();
    expect(someOf({ ...part, level: 'NONE', receivers: 0 })).toBeNull();
    expect(someOf(matrixCell('Coventry', 'costs', 'EXACT'))).toBeNull();
  });

  test('is not told as if all members saw it', () => {
    const solihull = { ...part, authority: { id: 'S', code: 'S', name: 'Solihull' } };
    expect(matrixSentence(matrixRows([part, solihull], ['costs'], 'MEMBERS'), 'MEMBERS')).toBe(
      'Both authorities let some other members see exact figures of costs.',
    );
  });

  test('leaves what all members see as it is', () => {
    const all = { ...part, dataset: 'beds', receivers: 13 };
    const none = { ...part, level: 'NONE', receivers: 0 } as const;
    const of = (name: string, cell: MatrixCell) => ({
      ...cell,
      authority: { id: name, code: name, name },
    });
    const cells = [
      of('A', part),
      of('B', none),
      of('C', none),
      ...['A', 'B', 'C'].map((name) => of(name, all)),
    ];

    expect(matrixSentence(matrixRows(cells, ['costs', 'beds'], 'MEMBERS'), 'MEMBERS')).toBe(
      'All three authorities let other members see exact figures of beds. One of them shares exact figures of costs with some.',
    );
  });
});
