import { describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { refusalOf } from '../testkit/requests.ts';

const app = await testApp();

describe('return formats', () => {
  const FORMATS = `query ($dataset: String) { returnFormats(dataset: $dataset) {
    name dataset tables { name basis key columns { name kind unit total optional codes { name codes { code label } } } }
  } }`;

  test('are told with their tables, columns and codes', async () => {
    const answer = await app.as('commissioner.derby', FORMATS, { dataset: 'demand' });

    expect(answer.errors).toBeUndefined();
    expect(answer.data?.['returnFormats']).toMatchObject([
      {
        name: 'demand 2026-27 v1',
        tables: [
          { name: 'requests-by-type' },
          {
            name: 'requests-by-notice',
            basis: 'calendar month',
            key: ['authority_code', 'period', 'notice'],
            columns: [
              { kind: 'authority' },
              { kind: 'period' },
              {
                name: 'notice',
                total: true,
                codes: {
                  codes: expect.arrayContaining([{ code: 'PLANNED', label: expect.any(String) }]),
                },
              },
              { name: 'requests', kind: 'count', unit: 'requests', codes: null },
            ],
          },
          { name: 'requests-by-outcome' },
        ],
      },
    ]);
  });

  test('are all told at once', async () => {
    const answer = await app.as<{ returnFormats: { dataset: string }[] }>(
      'commissioner.derby',
      FORMATS,
    );

    expect(answer.data?.returnFormats.map(({ dataset }) => dataset)).toEqual([
      'placements',
      'costs',
      'providers',
      'fostering',
      'beds',
      'demand',
    ]);
  });

  test('of a dataset that is none are refused', async () => {
    expect(refusalOf(await app.as('commissioner.derby', FORMATS, { dataset: 'x' }))).toMatch(
      /^BAD_USER_INPUT: There is no such dataset/,
    );
  });
});
