import { describe, expect, test } from 'vitest';
import { areaProblem, campaignProblem, referenceProblem } from './enquiry-reference.ts';
import type { Stage } from './stages.ts';
import { defaultStageSet, defaultStages, stageProblems, stageSetOn } from './stages.ts';

const own: Stage = {
  ...{ code: 'OWN-CHECKS', title: 'Checks', definition: 'Done.', used: true },
  clock: null,
};

const paths = (stages: readonly Stage[]) => stageProblems(stages).map(({ path }) => path);

describe('stages', () => {
  test('of the product are good, and so are they with one of a hub’s own among them', () => {
    expect(stageProblems(defaultStages)).toEqual([]);
    expect(stageProblems([...defaultStages.slice(0, 5), own, ...defaultStages.slice(5)])).toEqual(
      [],
    );
  });

  test('must not be doubled, out of order, without a first one, or without words', () => {
    expect(paths([...defaultStages, own, own])).toEqual(['stages[13].code']);
    expect(paths([own, ...defaultStages])).toEqual(['stages[0].position']);
    expect(paths(defaultStages.toReversed())).toContain('stages[1].position');
    expect(paths(defaultStages.map((stage) => ({ ...stage, used: false, title: ' ' })))).toContain(
      'stages[0].used',
    );
  });

  test('have clocks that run from a stage before, for a whole number', () => {
    const clock = { from: 'APPROVAL', limit: 1.5, unit: 'DAYS' } as const;

    expect(
      paths(defaultStages.map((stage, at) => (at === 4 ? { ...stage, clock } : stage))),
    ).toEqual(['stages[4].clock.from', 'stages[4].clock.limit']);
  });

  test('of a day are those made last of what had come into force', () => {
    const set = (version: number, inForceFrom: string) => ({ version, inForceFrom, stages: [] });
    const sets = [
      defaultStageSet,
      set(1, '2026-03-01'),
      set(2, '2026-05-01'),
      set(3, '2026-05-01'),
    ];

    expect(
      ['2026-02-28', '2026-03-01', '2026-05-01'].map((day) => stageSetOn(sets, day).version),
    ).toEqual([0, 1, 3]);
  });
});

describe('what names a household', () => {
  test.each(['F-0012', '2026/00123', 'a1', 'D2N2.7_b', '1234567890'])('can be %s', (reference) => {
    expect(referenceProblem(reference)).toBeNull();
  });

  test.each([
    ...[
      'Smith',
      'Jane Smith 1',
      'jane1@example.org',
      '07700900123',
      '0115 496 0000',
      '+447700900123',
    ],
    ...['447700900123', '0115-496-0000', '', '-1', 'x'.repeat(40), `1${'x'.repeat(40)}`],
  ])('cannot be %s', (reference) => {
    expect(referenceProblem(reference)).not.toBeNull();
  });

  test('is joined by no more of an address than a postcode district, and by a code of a campaign', () => {
    expect(['NG7', 'DE1', 'B9', 'SW1A'].map(areaProblem)).toEqual([null, null, null, null]);
    expect(areaProblem('NG7 2RD')).not.toBeNull();
    expect(campaignProblem('FORTNIGHT-2026')).toBeNull();
    expect(campaignProblem('call Jane')).not.toBeNull();
  });
});
