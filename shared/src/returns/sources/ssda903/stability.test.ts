import { describe, expect, test } from 'vitest';
import {
  countOf,
  episodesFile,
  headerFile,
  inCare,
  problemsOf,
  stabilityOf,
} from './ssda903-files.fixture.ts';

describe('stability', () => {
  const longAgo = { DECOM: '01/01/2020' };

  test('counts three or more carers in twelve months, one from before them among these', async () => {
    const counted = await countOf([
      headerFile({ CHILD: 'a' }, { CHILD: 'b' }),
      episodesFile(
        inCare('a', { ...longAgo, DEC: '02/10/2025', REC: 'X1' }),
        inCare('a', { DECOM: '02/10/2025', RNE: 'P', DEC: '01/02/2026', REC: 'X1' }),
        inCare('a', { DECOM: '01/02/2026', RNE: 'P' }),
        inCare('b', { ...longAgo, DEC: '01/10/2025', REC: 'X1' }),
        inCare('b', { DECOM: '01/10/2025', RNE: 'P', DEC: '01/02/2026', REC: 'X1' }),
        inCare('b', { DECOM: '01/02/2026', RNE: 'P' }),
      ),
    ]);

    expect(stabilityOf(counted)).toEqual(['2', '1', '2', '0']);
  });

  test('does not count a change of status or type with the same carer, nor an absence', async () => {
    const counted = await countOf([
      headerFile({ CHILD: 'a' }),
      episodesFile(
        inCare('a', { ...longAgo, DEC: '01/02/2026', REC: 'X1' }),
        inCare('a', { DECOM: '01/02/2026', RNE: 'L', LS: 'E1', DEC: '01/03/2026', REC: 'X1' }),
        inCare('a', {
          DECOM: '01/03/2026',
          RNE: 'T',
          LS: 'E1',
          PLACE: 'U4',
          DEC: '01/04/2026',
          REC: 'X1',
        }),
        inCare('a', {
          DECOM: '01/04/2026',
          RNE: 'P',
          LS: 'E1',
          PLACE: 'T3',
          DEC: '08/04/2026',
          REC: 'X1',
        }),
        inCare('a', { DECOM: '08/04/2026', RNE: 'P', LS: 'E1', PLACE: 'U4' }),
      ),
    ]);

    expect(stabilityOf(counted)).toEqual(['1', '0', '1', '1']);
  });

  test('looks at children under 16 who have been looked after for two and a half years', async () => {
    const counted = await countOf([
      headerFile(
        { CHILD: 'just long' },
        { CHILD: 'just short' },
        { CHILD: 'sixteen', DOB: '30/09/2010' },
        { CHILD: 'moved two years ago' },
        { CHILD: 'moved since' },
        { CHILD: 'with adopters' },
      ),
      episodesFile(
        inCare('just long', { DECOM: '30/03/2024' }),
        inCare('just short', { DECOM: '31/03/2024' }),
        inCare('sixteen', longAgo),
        inCare('moved two years ago', { ...longAgo, DEC: '30/09/2024', REC: 'X1' }),
        inCare('moved two years ago', { DECOM: '30/09/2024', RNE: 'P' }),
        inCare('moved since', { ...longAgo, DEC: '01/10/2024', REC: 'X1' }),
        inCare('moved since', { DECOM: '01/10/2024', RNE: 'P' }),
        inCare('with adopters', { ...longAgo, DEC: '01/10/2025', REC: 'X1' }),
        inCare('with adopters', { DECOM: '01/10/2025', RNE: 'P', PLACE: 'A6' }),
      ),
    ]);

    expect(stabilityOf(counted)).toEqual(['6', '0', '4', '3']);
  });

  test('is not available where the files do not reach back far enough', async () => {
    const counted = await countOf([
      headerFile({ CHILD: 'a' }),
      episodesFile(inCare('a', { DECOM: '01/04/2026', RNE: 'P' })),
    ]);

    expect(stabilityOf(counted)).toEqual(['1', 'x', 'x', 'x']);
    expect(problemsOf(counted)).toEqual(['HISTORY: 2']);
  });
});
