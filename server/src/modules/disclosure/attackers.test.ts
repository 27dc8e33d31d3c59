import { describe, expect, test } from 'vitest';
import { first, period, returned, second, sourcesOf, third } from './problem-of.fixture.ts';
import { problemOf } from './problem-of.ts';

const day = `${period}-30`;

const beds = [
  returned(first, {
    homes: [
      ['SC000001', 'CHILDRENS-HOME', 'PR1', 4, 4, 4],
      ['SC000002', 'CHILDRENS-HOME', 'PR4', 5, 4, 3],
    ],
    'bed-states': [
      ['SC000001', day, 3, 0, 1, 0, ''],
      ['SC000002', day, 2, 0, 0, 1, 'STAFFING'],
      ['SC000002', `${period}-01`, 3, 0, 0, 0, ''],
    ],
  }),
];

describe('a release is protected', () => {
  test('against everybody, each organisation, and each two of them', () => {
    const children = {
      'children-by-gender': [
        ['1', 9],
        ['2', 9],
        ['9', 0],
        ['TOTAL', 18],
      ],
    };
    const returns = [
      returned(first, children, { organisation: 'one' }),
      returned(second, children, { organisation: 'other' }),
      returned(third, children, { organisation: 'other' }),
    ];
    const names = new Map([['one', 'City Council']]);
    const { attackers } = problemOf(sourcesOf('placements', returns, { names })).problem;

    expect(attackers).toEqual([
      { name: 'everybody', kind: 'public', knows: [], width: 4 },
      { name: 'City Council', kind: 'member', knows: [0, 1, 2], width: 4 },
      { name: 'other', kind: 'member', knows: [3, 4, 5, 6, 7, 8], width: 4 },
      {
        name: 'City Council with other',
        kind: 'pair',
        knows: [0, 1, 2, 3, 4, 5, 6, 7, 8],
        width: 1,
      },
    ]);
  });

  describe('against whoever agreements show others’ exact figures,', () => {
    const children = {
      'children-by-gender': [
        ['1', 9],
        ['TOTAL', 9],
      ],
    };
    const returns = [
      returned(first, children, { organisation: 'derby' }),
      returned(second, children, { organisation: 'nottingham' }),
      returned(third, children, { organisation: 'leicester' }),
    ];
    const names = new Map([
      ['derby', 'Derby'],
      ['nottingham', 'Nottingham'],
      ['leicester', 'Leicester'],
      ['hub', 'The hub'],
    ]);
    const attackersAgainst = (organisation: string, ...authorities: readonly string[]) => {
      const insiders = [{ organisation, authorities }];
      const { attackers, variables } = problemOf(
        sourcesOf('placements', returns, { names, insiders }),
      ).problem;
      const third = variables.length / 3;
      return attackers.map(({ knows, name, words, width }) => [
        name,
        ...new Set(
          knows.map((variable) => names.get([...names.keys()][Math.floor(variable / third)] ?? '')),
        ),
        words ?? '',
        width,
      ]);
    };

    test('with their own', () => {
      expect(attackersAgainst('derby', second)).toEqual([
        ['everybody', '', 4],
        ['Derby', 'Derby', 'Nottingham', 'its own exact figures and those of Nottingham', 4],
        ['Nottingham', 'Nottingham', '', 4],
        ['Leicester', 'Leicester', '', 4],
        ['Derby with Nottingham', 'Derby', 'Nottingham', '', 1],
        [
          'Derby with Leicester',
          'Derby',
          'Nottingham',
          'Leicester',
          'the exact figures of both and those of Nottingham',
          1,
        ],
        ['Nottingham with Leicester', 'Nottingham', 'Leicester', '', 1],
      ]);
    });

    test('such as a hub that is shown some, but not one that is shown all', () => {
      expect(attackersAgainst('hub', first, second)).toContainEqual([
        'The hub',
        'Derby',
        'Nottingham',
        'the exact figures of Derby and Nottingham',
        4,
      ]);
      expect(attackersAgainst('hub', first, second, third).flat()).not.toContain('The hub');
    });
  });

  test('against who runs a home that is not the authority’s own, by the newest count of it', () => {
    const { problem } = problemOf(sourcesOf('beds', beds, { members: [first] }));
    const provider = problem.attackers.find(({ kind }) => kind === 'provider');

    expect(problem.attackers.filter(({ kind }) => kind === 'provider')).toHaveLength(1);
    // Registered 5, usable 3, 2 occupied, 1 closed; 2 registered that cannot be used.
    const known = provider?.atLeast?.map(([variable, least]) => [
      problem.variables[variable],
      least,
    ]);
    expect(known).toEqual([
      [9, 5],
      [7, 3],
      [5, 2],
      [1, 1],
      [2, 2],
    ]);
  });

  test('against providers of a lot, taken to have had all its call-offs', () => {
    const returns = [
      returned(first, {
        'framework-memberships': [
          ['F1', '1', '', 'Alder Homes', '', '2024-04-01', ''],
          ['F1', '2', '', 'Brook Care', '', '2024-04-01', ''],
          ['F1', '3', '', 'Brook Care', '', '2024-04-01', ''],
        ],
        'call-offs': [
          ['F1', '1', 'DIRECT', 6],
          ['F1', '2', 'DIRECT', 5],
          ['F1', '3', 'DIRECT', 1],
          ['F1', '1', 'COMPETITION', 2],
        ],
        'block-contracts': [
          ['B1', 'Alder Homes', '', '2024-04-01', '', 4, 3, 10, 9000],
          ['B2', 'Alder Homes', '', '2024-04-01', '', 3, 3, 0, 9000],
          ['B3', 'Cedar Living', '', '2024-04-01', '', 2, 2, 0, 9000],
        ],
      }),
    ];
    const { problem } = problemOf(sourcesOf('providers', returns, { members: [first] }));
    const known = problem.attackers
      .filter(({ kind }) => kind === 'provider')
      .map(({ name, atLeast = [] }) => [
        name,
        ...atLeast.map(([variable, least]) => `${least} of ${problem.variables[variable]}`),
      ]);

    expect(known).toEqual([
      ['provider 1', '7 of 9', '6 of 12', '2 of 2'],
      ['provider 2', '6 of 12'],
      ['provider 3', '2 of 9'],
    ]);
  });
});
