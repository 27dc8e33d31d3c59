import { describe, expect, test } from 'vitest';
import {
  cellsOf,
  countOf,
  episodesFile,
  headerFile,
  inCare,
  problemsOf,
} from './ssda903-files.fixture.ts';

const total = { TOTAL: expect.anything() };

describe('problems with the files are told by rule and row', () => {
  test('where a row cannot be read', async () => {
    const counted = await countOf([
      episodesFile(
        inCare(''),
        inCare('a', { DECOM: '31/06/2026' }),
        inCare('b', { DEC: 'soon', REC: 'E4A' }),
        inCare('c', { DEC: '31/05/2026', REC: 'E4A' }),
        inCare('d', { LS: 'C9' }),
      ),
    ]);

    expect(problemsOf(counted).toSorted()).toEqual([
      '141: 3',
      '144: 6',
      '147: 4',
      '356: 5',
      'NO_CHILD: 2',
    ]);
    expect(counted.children).toBe(0);
  });

  test('where episodes of a child overlap, and the child counts once, in the later one', async () => {
    const counted = await countOf([
      episodesFile(
        inCare('a', { DEC: '15/09/2026', REC: 'X1' }),
        inCare('a', { DECOM: '10/09/2026', RNE: 'P', PLACE: 'K2' }),
      ),
    ]);

    expect(problemsOf(counted)).toContain('501: 3');
    expect(cellsOf(counted, 'children-by-placement-type')).toEqual({ K2: '1', TOTAL: '1' });
  });

  test('where an episode has no end though a later one began, which ended', async () => {
    const counted = await countOf([
      episodesFile(
        inCare('a'),
        inCare('a', { DECOM: '10/09/2026', RNE: 'P', DEC: '20/09/2026', REC: 'E4A' }),
      ),
    ]);

    expect(problemsOf(counted)).toContain('142: 2');
    expect(counted.children).toBe(0);
    expect(cellsOf(counted, 'leavers-by-reason')).toEqual({ E4A: '1', ...total });
  });

  test('where a file has an episode twice, but not where next year’s file closes it', async () => {
    const open = inCare('a');
    const closed = inCare('a', { DEC: '20/09/2026', REC: 'E4A', PLACE: 'U4' });
    const twice = await countOf([episodesFile(open, open)]);
    const years = await countOf([episodesFile(closed), episodesFile(open)]);

    expect(problemsOf(twice)).toContain('SAME_EPISODE: 3');
    expect(twice.children).toBe(1);
    expect(problemsOf(years)).toEqual([]);
    expect(years.children).toBe(0);
  });

  test('where an end lacks its reason, or a reason its end', async () => {
    const counted = await countOf([
      episodesFile(inCare('a', { DEC: '20/09/2026' }), inCare('b', { REC: 'X1' })),
    ]);

    expect(problemsOf(counted)).toEqual(['148: 2, 3']);
    expect(cellsOf(counted, 'leavers-by-reason')).toEqual({ E8: '1', ...total });
    expect(counted.children).toBe(1);
  });

  test('where a new episode was announced and none came: nobody left by that', async () => {
    const counted = await countOf([episodesFile(inCare('a', { DEC: '20/09/2026', REC: 'X1' }))]);

    expect(problemsOf(counted)).toEqual(['388: 2']);
    expect(cellsOf(counted, 'leavers-by-reason')).toEqual({});
  });

  test('where a period of care begins without having started', async () => {
    const counted = await countOf([episodesFile(inCare('a', { DECOM: '10/09/2026', RNE: 'P' }))]);

    expect(problemsOf(counted)).toContain('432: 2');
    expect(cellsOf(counted, 'starters-by-need')).toEqual({});
  });

  test('where a child went from a series of short breaks into care', async () => {
    const counted = await countOf([
      episodesFile(
        inCare('a', { LS: 'V4', DEC: '10/09/2026', REC: 'X1' }),
        inCare('a', { DECOM: '10/09/2026', RNE: 'L', LS: 'V2' }),
      ),
    ]);

    expect(problemsOf(counted)).toEqual(['SERIES_CHANGE: 3']);
    expect(counted.children).toBe(1);
  });

  test('where a code is not known this year', async () => {
    const counted = await countOf([
      episodesFile(
        inCare('a', { PLACE: 'H5', PLACE_PROVIDER: '' }),
        inCare('b', { DECOM: '10/09/2026', CIN: 'N9' }),
        inCare('c', { DEC: '20/09/2026', REC: 'E99' }),
        inCare('d', { DEC: '20/09/2026', REC: 'X1', REASON_PLACE_CHANGE: 'WHY' }),
        inCare('d', { DECOM: '20/09/2026', RNE: 'P' }),
      ),
    ]);

    expect(problemsOf(counted)).toEqual(['146: 2', '178: 2', '145: 3', '149: 4', '225: 5']);
    expect(cellsOf(counted, 'children-by-placement-type')).toMatchObject({ Z1: '1' });
    expect(cellsOf(counted, 'moves-by-reason')).toEqual({ OTHER: '1', ...total });
  });

  test('where a child is in no header, twice in one, or described by what is no code', async () => {
    const counted = await countOf([
      headerFile(
        { CHILD: 'b', SEX: '3', DOB: 'unknown', ETHNIC: '' },
        { CHILD: 'c', DOB: '01/01/2008' },
        { CHILD: 'd', DOB: '01/10/2026' },
        { CHILD: 'd', DOB: '01/10/2026' },
      ),
      episodesFile(inCare('a'), inCare('b'), inCare('c'), inCare('d')),
    ]);

    expect(problemsOf(counted)).toEqual([
      '102: 2',
      'INT03: 2',
      'INT32: 5',
      '101: 2',
      '103: 2',
      '359: 3',
      '302: 5',
    ]);
    expect(cellsOf(counted, 'children-by-gender')).toEqual({ '1': '2', '9': '2', TOTAL: '4' });
  });
});

test('a child whose provider is not known counts as that, with a note only where the placement needs one', async () => {
  const counted = await countOf([
    episodesFile(
      inCare('a', { PLACE: 'Z1', PLACE_PROVIDER: '' }),
      inCare('b', { PLACE: 'U6', PLACE_PROVIDER: 'PR9' }),
    ),
  ]);

  expect(cellsOf(counted, 'children-by-provider-sector')).toEqual({ NK: '2', TOTAL: '2' });
  expect(problemsOf(counted)).toEqual(['178: 3']);
});

test('a child away for a while counts under the provider of its usual placement', async () => {
  const counted = await countOf([
    episodesFile(
      inCare('a', { PLACE_PROVIDER: 'PR4', DEC: '20/09/2026', REC: 'X1' }),
      inCare('a', { DECOM: '20/09/2026', RNE: 'P', PLACE: 'T1', PLACE_PROVIDER: '' }),
    ),
  ]);

  expect(cellsOf(counted, 'children-by-provider-sector')).toEqual({ PR4: '1', TOTAL: '1' });
  expect(problemsOf(counted)).toEqual([]);
});
