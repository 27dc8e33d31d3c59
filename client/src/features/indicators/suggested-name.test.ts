import { describe, expect, test } from 'vitest';
import { answer, cell, names } from './comparison-fixture.ts';
import { comparedView } from './comparison-model.ts';
import { suggestedName } from './suggested-name.ts';

const members = ['Derby', 'Nottingham', 'Leicester', 'Rutland'];
const cells = members.map((subject, index) => cell({ subject, code: `E0600001${index + 5}` }));
const viewOf = (count: number) => comparedView(answer(cells.slice(0, count)), names);

describe('the name proposed for a comparison', () => {
  test('says its first indicator and the consortium', () => {
    expect(suggestedName(viewOf(2), 'D2N2', true)).toBe(
      'Children looked after per 10,000 children, D2N2',
    );
  });

  test('says the authorities where they were chosen', () => {
    expect(suggestedName(viewOf(2), 'D2N2', false)).toBe(
      'Children looked after per 10,000 children, Derby and Nottingham',
    );
  });

  test('says how many authorities there are where they are many', () => {
    expect(suggestedName(viewOf(4), 'D2N2', false)).toBe(
      'Children looked after per 10,000 children, four authorities',
    );
  });
});
