import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  endsOf,
  lives,
  movesOf,
  nowIn,
  rowsOf,
  stabilityOf,
  startsOf,
} from './day-by-day.fixture.ts';
import {
  cellsOf,
  stabilityOf as countedStability,
  countOf,
  episodesFile,
  headerFile,
} from './ssda903-files.fixture.ts';

/** The cells that a list of codes makes. */
function tallied(codes: readonly string[]): Record<string, string> {
  const total = codes.length === 0 ? [] : [['TOTAL', String(codes.length)]];
  const counts = [...Map.groupBy(codes, (code) => code)].map(([code, all]) => [
    code,
    String(all.length),
  ]);
  return Object.fromEntries([...counts, ...total]);
}

test('counts what a count of every child’s nights gives', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async (children) => {
      const counted = await countOf([
        episodesFile(...children.flatMap((life, child) => rowsOf(life, `child ${child}`))),
        headerFile(...children.map((_, child) => ({ CHILD: `child ${child}` }))),
      ]);

      expect({
        placements: cellsOf(counted, 'children-by-placement-type'),
        legalStatuses: cellsOf(counted, 'children-by-legal-status'),
        starts: cellsOf(counted, 'starters-by-need'),
        ends: cellsOf(counted, 'leavers-by-reason'),
        moves: cellsOf(counted, 'moves-by-reason'),
        stability: countedStability(counted).map(Number),
        problems: counted.problems,
      }).toEqual({
        placements: tallied(nowIn(children).map(({ placement }) => placement)),
        legalStatuses: tallied(nowIn(children).map(({ legalStatus }) => legalStatus)),
        starts: tallied(children.flatMap(startsOf).map(() => 'N1')),
        ends: tallied(children.flatMap(endsOf)),
        moves: tallied(children.flatMap(movesOf)),
        stability: stabilityOf(children),
        problems: counted.problems.filter(({ rule }) => rule === 'SHORT_BREAKS'),
      });
    }),
    { numRuns: 60 },
  );
});
