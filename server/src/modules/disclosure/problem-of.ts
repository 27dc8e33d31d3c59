import type { ReleaseFigure, ReleaseRow } from '@sufficiency/shared/disclosure/release-tables.ts';
import { consortiumArea, releaseTablesOf } from '@sufficiency/shared/disclosure/release-tables.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { attackersOf } from './attackers.ts';
import type { AuthorityCounts } from './authority-counts.ts';
import { countsOfReturn } from './authority-counts.ts';
import type { DraftCells } from './draft-cells.ts';
import { draftCells } from './draft-cells.ts';
import { rememberAround, rememberEarlier } from './earlier-knowledge.ts';
import type { CountedFigure } from './figure-counts.ts';
import { countOfFigure } from './figure-counts.ts';
import { applyPublicKnowledge } from './public-knowledge.ts';
import type { ContributedReturn, ReleaseCellContent, ReleaseSources } from './release-contents.ts';
import { cellKey } from './release-contents.ts';
import type { CellSource, PlannedCell } from './release-of.ts';
import { releaseOf } from './release-of.ts';
import type { ProtectedCells, ReleaseProblem } from './release-problem.ts';
import { moneyOfAll, moneyOfOne } from './released-money.ts';
import { linkReturns } from './releases-around.ts';
import type { Count } from './whole-numbers.ts';
import { isTold, wholeNumbers } from './whole-numbers.ts';

/** A release before it is protected, and how its cells follow from what may be shown. */
export interface PlannedRelease {
  readonly problem: ReleaseProblem;
  readonly finish: (shown: ProtectedCells['shown']) => ReleaseCellContent[];
}

/**
 * What a release contains, as whole numbers and the figures that are sums of them, with everything that is known to
 * everybody, and to whom more is known.
 *
 * Cells for each contributing authority; for the consortium only where every member contributes.
 */
export function problemOf(sources: ReleaseSources): PlannedRelease {
  const numbers = wholeNumbers();
  const contributing = sources.returns.map((one) => countsOfReturn(sources, one, numbers));
  const rows = rowsOf(sources.dataset);
  const cells = draftCells();
  const planned = areasOf(sources, contributing).flatMap((area) =>
    rows.map((row) => plan(sources, row, area, cells)),
  );
  const untold = applyPublicKnowledge({ sources, rows, planned, cells });
  const before = rememberEarlier({ sources, rows, planned, cells, numbers, untold });
  const here = [...contributing, ...before];
  const around = rememberAround({ sources, rows, planned, cells, numbers, untold });
  const { dataset, period } = sources;
  for (const other of around) linkReturns(numbers, { dataset, period, counts: here }, other);
  return {
    problem: {
      rule: sources.rule,
      variables: numbers.variables,
      cells: cells.all(),
      links: numbers.links,
      attackers: attackersOf([...here, ...around.flatMap(({ counts }) => counts)], sources),
    },
    finish: (shown) => releaseOf(planned, shown),
  };
}

const kinds: readonly ReleaseFigure['kind'][] = ['cell', 'sum', 'ratio', 'money'];

/** Counts first, so that each is known by its own name and not by that of a percentage that is worked out from it. */
const rowsOf = (dataset: Dataset): readonly ReleaseRow[] =>
  releaseTablesOf(dataset)
    .flatMap((table) => table.rows)
    .toSorted((one, other) => kinds.indexOf(one.figure.kind) - kinds.indexOf(other.figure.kind));

/** What figures are about: one authority, or all members. */
interface Area {
  readonly area: string;
  readonly counts: readonly AuthorityCounts[];
  readonly returns: readonly ContributedReturn[];
}

function areasOf(
  { members, returns }: ReleaseSources,
  contributing: readonly AuthorityCounts[],
): readonly Area[] {
  const single = contributing.map((one, nth) => ({
    area: one.authority,
    counts: [one],
    returns: returns.slice(nth, nth + 1),
  }));
  const areAll = members.every((code) => contributing.some(({ authority }) => authority === code));
  return areAll ? [...single, { area: consortiumArea, counts: contributing, returns }] : single;
}

function plan(
  sources: ReleaseSources,
  row: ReleaseRow,
  area: Area,
  cells: DraftCells,
): PlannedCell {
  const { table, codes, indicator, figure } = row;
  const cell = { table, codes, area: area.area, indicator };
  const counted = (of: CountedFigure): CellSource => {
    const count = countOfFigure(sources.dataset, of, area.counts);
    return sourceOf(count, cellKey(cell), cells);
  };
  return { ...cell, source: sourceOfFigure(figure, { sources, row, area, counted }) };
}

function sourceOfFigure(
  figure: ReleaseFigure,
  of: {
    readonly sources: ReleaseSources;
    readonly row: ReleaseRow;
    readonly area: Area;
    readonly counted: (figure: CountedFigure) => CellSource;
  },
): CellSource {
  if (figure.kind === 'cell' || figure.kind === 'sum') return of.counted(figure);
  if (figure.kind === 'ratio') {
    const [part, base] = [figure.of, figure.over].map((sum) =>
      of.counted({ kind: 'sum', of: sum }),
    ) as [CellSource, CellSource];
    return { kind: 'share', part, base };
  }
  const indicator = of.row.indicator ?? '';
  const [only] = of.area.returns;
  if (of.area.area !== consortiumArea && only) {
    return { kind: 'money', money: moneyOfOne(of.sources, indicator, only), base: null };
  }
  return {
    kind: 'money',
    money: moneyOfAll(of.sources, { indicator, figure }),
    base:
      figure.formula.kind === 'ratio' ? of.counted({ kind: 'sum', of: figure.formula.over }) : null,
  };
}

/** Numbers are published by the rule; what a member gave as c is protected; other symbols stay as they are. */
function sourceOf(count: Count, key: string, cells: DraftCells): CellSource {
  if (!isTold(count)) return { kind: 'symbol', symbol: count.symbol ?? 'x' };
  const kind = count.symbol === null ? 'published' : 'kept-back';
  return { kind: 'cell', cell: cells.add(key, count.of, kind) };
}
