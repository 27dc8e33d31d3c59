import { describe, expect, test } from 'vitest';
import {
  cellsOf,
  countOf,
  episodesFile,
  headerFile,
  inCare,
  uascFile,
} from './ssda903-files.fixture.ts';

describe('children looked after at the end of the month', () => {
  test('are those whose episode began by then and had not ended', async () => {
    const counted = await countOf([
      episodesFile(
        inCare('open'),
        inCare('began that day', { DECOM: '30/09/2026' }),
        inCare('ended that day', { DEC: '30/09/2026', REC: 'E4A' }),
        inCare('ended the day after', { DEC: '01/10/2026', REC: 'E4A' }),
        inCare('began the day after', { DECOM: '01/10/2026' }),
      ),
    ]);

    expect(cellsOf(counted, 'children-by-placement-type')).toEqual({ U6: '3', TOTAL: '3' });
  });

  test('are counted without agreed series of short breaks', async () => {
    const counted = await countOf([
      episodesFile(
        inCare('series', { LS: 'V4' }),
        inCare('other series', { LS: 'V3' }),
        inCare('looked after', { LS: 'V2' }),
      ),
    ]);

    expect(cellsOf(counted, 'children-by-legal-status')).toEqual({ V2: '1', TOTAL: '1' });
  });

  test('count once and in their last episode where a day has two', async () => {
    const counted = await countOf([
      episodesFile(
        inCare('a', { DEC: '30/09/2026', REC: 'X1' }),
        inCare('a', { DECOM: '30/09/2026', RNE: 'P', PLACE: 'K2', PLACE_PROVIDER: 'PR4' }),
      ),
    ]);

    expect(cellsOf(counted, 'children-by-placement-type')).toEqual({ K2: '1', TOTAL: '1' });
    expect(cellsOf(counted, 'children-by-provider-sector')).toEqual({ PR4: '1', TOTAL: '1' });
  });

  test('have the age of that day, and gender and ethnicity from the header, in any order of the files', async () => {
    const counted = await countOf([
      headerFile(
        { CHILD: 'a', DOB: '30/09/2010', SEX: '2', ETHNIC: 'APKN' },
        { CHILD: 'b', DOB: '01/10/2010', ETHNIC: 'MWBC' },
        { CHILD: 'c', DOB: '30/09/2026', ETHNIC: 'refu' },
        { CHILD: 'not looked after' },
      ),
      episodesFile(inCare('a'), inCare('b'), inCare('c', { DECOM: '30/09/2026' })),
    ]);

    expect(cellsOf(counted, 'children-by-age')).toEqual({
      UNDER1: '1',
      '10TO15': '1',
      '16PLUS': '1',
      TOTAL: '3',
    });
    expect(cellsOf(counted, 'children-by-gender')).toEqual({ '1': '2', '2': '1', TOTAL: '3' });
    expect(cellsOf(counted, 'children-by-ethnicity')).toEqual({
      MIXED: '1',
      ASIAN: '1',
      NK: '1',
      TOTAL: '3',
    });
  });

  test('are told as unaccompanied until the day that status ceased', async () => {
    const counted = await countOf([
      episodesFile(inCare('a'), inCare('b'), inCare('c'), inCare('d')),
      uascFile(
        { CHILD: 'a' },
        { CHILD: 'b', DUC: '01/10/2026' },
        { CHILD: 'c', DUC: '30/09/2026' },
      ),
    ]);

    expect(counted).toMatchObject({ children: 4, unaccompanied: 2 });
    expect(cellsOf(counted, 'children-by-unaccompanied-status')).toEqual({
      UASC: '2',
      'NOT-UASC': '2',
      TOTAL: '4',
    });
  });

  test('live near or far where the file tells, and nowhere known if they are unaccompanied', async () => {
    const counted = await countOf([
      episodesFile(
        inCare('a', { PL_LOCATION: 'IN', PL_DISTANCE: '20.0' }),
        inCare('b', { PL_LOCATION: 'OUT', PL_DISTANCE: '20.1' }),
        inCare('c', { PL_LOCATION: 'OUT', PL_DISTANCE: '3' }),
        inCare('d'),
      ),
      uascFile({ CHILD: 'c' }),
    ]);

    expect(cellsOf(counted, 'children-by-distance')).toEqual({
      'IN UPTO20': '1',
      'IN TOTAL': '1',
      'OUT OVER20': '1',
      'OUT NK': '1',
      'OUT TOTAL': '2',
      'NK NK': '1',
      'NK TOTAL': '1',
      'TOTAL UPTO20': '1',
      'TOTAL OVER20': '1',
      'TOTAL NK': '2',
      'TOTAL TOTAL': '4',
    });
  });

  test('live inside the area where the authority of the placement is their own', async () => {
    const counted = await countOf([
      episodesFile(inCare('a', { PL_LA: 'E06000015' }), inCare('b', { PL_LA: 'E10000007' })),
    ]);

    expect(cellsOf(counted, 'children-by-distance')).toMatchObject({
      'IN NK': '1',
      'OUT NK': '1',
      'IN UPTO20': 'x',
      'TOTAL OVER20': 'x',
    });
  });
});

describe('what happened in the month', () => {
  test('is a start for each child whose care began, by need', async () => {
    const counted = await countOf([
      episodesFile(
        inCare('first day', { DECOM: '01/09/2026', CIN: 'N5' }),
        inCare('last day', { DECOM: '30/09/2026' }),
        inCare('day before', { DECOM: '31/08/2026' }),
        inCare('and left', { DECOM: '10/09/2026', DEC: '20/09/2026', REC: 'E4B' }),
        inCare('a series', { DECOM: '10/09/2026', LS: 'V3' }),
      ),
    ]);

    expect(cellsOf(counted, 'starters-by-need')).toEqual({ N1: '2', N5: '1', TOTAL: '3' });
  });

  test('is an end for each child whose care ceased, by reason, and none by a new episode', async () => {
    const counted = await countOf([
      episodesFile(
        inCare('home', { DEC: '01/09/2026', REC: 'E4A' }),
        inCare('adopted', { DEC: '30/09/2026', REC: 'E12' }),
        inCare('before', { DEC: '31/08/2026', REC: 'E12' }),
        inCare('goes on', { DEC: '15/09/2026', REC: 'X1' }),
        inCare('goes on', { DECOM: '15/09/2026', RNE: 'L', LS: 'E1' }),
      ),
    ]);

    expect(cellsOf(counted, 'leavers-by-reason')).toEqual({ E4A: '1', E12: '1', TOTAL: '2' });
  });

  test('is a move for each change of placement, by the reason the one before ended', async () => {
    const counted = await countOf([
      episodesFile(
        inCare('a', { DEC: '05/09/2026', REC: 'X1', REASON_PLACE_CHANGE: 'CREQB' }),
        inCare('a', {
          DECOM: '05/09/2026',
          RNE: 'P',
          DEC: '25/09/2026',
          REC: 'X1',
          REASON_PLACE_CHANGE: 'CARPL',
        }),
        inCare('a', { DECOM: '25/09/2026', RNE: 'B', LS: 'E1' }),
        inCare('b', { DEC: '05/09/2026', REC: 'X1' }),
        inCare('b', { DECOM: '05/09/2026', RNE: 'L', LS: 'E1' }),
        inCare('c', { DEC: '05/09/2026', REC: 'E4A' }),
        inCare('c', { DECOM: '08/09/2026', RNE: 'S' }),
      ),
    ]);

    expect(cellsOf(counted, 'moves-by-reason')).toEqual({ CREQB: '1', CARPL: '1', TOTAL: '2' });
  });

  test('is no move where a child was away for a while and came back, and one where it went elsewhere', async () => {
    const away = {
      DECOM: '05/09/2026',
      RNE: 'P',
      PLACE: 'T1',
      PLACE_PROVIDER: '',
      DEC: '09/09/2026',
      REC: 'X1',
    };
    const back = { DECOM: '09/09/2026', RNE: 'P' };
    const counted = await countOf([
      episodesFile(
        inCare('a', { DEC: '05/09/2026', REC: 'X1', REASON_PLACE_CHANGE: 'OTHER' }),
        inCare('a', away),
        inCare('a', back),
        inCare('b', { DEC: '05/09/2026', REC: 'X1', REASON_PLACE_CHANGE: 'STAND' }),
        inCare('b', away),
        inCare('b', { ...back, PLACE: 'K2' }),
      ),
    ]);

    expect(cellsOf(counted, 'moves-by-reason')).toEqual({ STAND: '1', TOTAL: '1' });
  });
});
