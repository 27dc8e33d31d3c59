import { findIndicator } from '@sufficiency/shared/indicators/catalogue.ts';
import type { ReadableFigures } from '../access/actor.ts';
import { figuresReadableBy } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { noteRead } from '../audit/audit.service.ts';
import type { ConsortiumRecord } from '../authorities/authorities.service.ts';
import { findReleases } from '../disclosure/released-cells.service.ts';
import { readExactSight } from '../sharing/sight.service.ts';
import type { CollectedArea, CollectedIndicator } from './collected-figures.ts';
import { CollectedFigures } from './collected-figures.ts';
import type { FigureDetail } from './comparison.queries.ts';
import type { IndicatorRecord } from './indicator-record.ts';
import type { FiledFiguresRow } from './own-figures.queries.ts';
import { filedFiguresWanted } from './own-figures.queries.ts';
import { addsUp } from './pooled-figure.ts';

/** Which figures that returns say are wanted. */
export interface CollectedWanted {
  /** Collected ones only. */
  readonly indicators: readonly IndicatorRecord[];
  /** In the order of the comparison's areas. */
  readonly areas: readonly CollectedArea[];
  readonly consortium: ConsortiumRecord;
  /** A label, or null for the latest. */
  readonly label: string | null;
  /** How many periods back, the named one included. */
  readonly count: number;
  readonly asAt: Date | null;
  readonly detail: FigureDetail;
}

/**
 * Figures that returns say, by the id of their indicator: the viewer's own, others' as agreements in force today show
 * them exactly, and released ones where they do not. An indicator without such a period is not among them. Notes every reading of another organisation's.
 *
 * @unit   each indicator's own.
 * @source figures made when a return was accepted (`observation`), and those of releases (`release_cell`).
 */
export async function readCollectedFigures(
  viewer: Viewer,
  wanted: CollectedWanted,
): Promise<(readonly [number, CollectedFigures])[]> {
  const { indicators, areas, consortium, count, asAt, detail } = wanted;
  if (indicators.length === 0) return [];
  const asked = areas.flatMap((area) => (area.kind === 'authority' ? [area.authority.code] : []));
  const periods = count + (detail === 'columns' ? 0 : 1);
  const [sight, releases] = await Promise.all([
    readExactSight(viewer),
    findReleases(viewer, {
      ...wanted,
      authorities: asked,
      consortium: areas.some(({ kind }) => kind === 'consortium') ? consortium : null,
      periods,
    }),
  ]);
  const collected = indicators.map((indicator) => ({
    indicator,
    contract: findIndicator(indicator.key),
  }));
  const readable = figuresReadableBy(viewer.actor, datasetsOf(collected), sight.shown('EXACT'));
  const members = totalledMembers(collected, wanted, readable);
  const readCodes = [...new Set([...asked, ...members.map(({ authorityCode }) => authorityCode)])];
  const filed = {
    indicatorIds: indicators.map(({ id }) => id),
    authorityCodes: asked,
    areaCodes: readCodes,
    readable: readable.filter(
      (figures) => members.includes(figures) || asked.includes(figures.authorityCode),
    ),
    label: wanted.label,
    periods,
    asAt,
    withOrigins: detail !== 'columns' || members.length > 0,
  };
  const readFiled = (releasedUntil: readonly (string | null)[]) =>
    viewer.operation.rows<FiledFiguresRow>(filedFiguresWanted({ ...filed, releasedUntil }));
  // The newest release nearly always has a value: both are read in one trip, and once more where it has none.
  const expected = indicators.map(({ dataset }) => releases.newest.get(dataset) ?? null);
  const [released, found] = await Promise.all([releases.read(), readFiled(expected)]);
  const until = indicators.map(({ id }) => released.latest(id));
  const isAsExpected = wanted.label !== null || until.every((day, nth) => day === expected[nth]);
  const rows = isAsExpected ? found : await readFiled(until);
  const scope = { areas, readCodes, consortium, sight, released, count };
  const byId = new Map(collected.map((each) => [each.indicator.id, each]));
  return rows.flatMap((row) => {
    const of = byId.get(row.indicator_id);
    if (!of) return [];
    const figures = new CollectedFigures(row, of, scope);
    for (const read of figures.reads) noteRead(viewer, read);
    return [[row.indicator_id, figures] as const];
  });
}

const datasetsOf = (collected: readonly CollectedIndicator[]): string[] => [
  ...new Set(collected.map(({ indicator }) => indicator.dataset)),
];

/** What is read of members for the consortium's figures: nothing of a dataset of which one member is not shown. */
function totalledMembers(
  collected: readonly CollectedIndicator[],
  { areas, consortium }: CollectedWanted,
  readable: readonly ReadableFigures[],
): ReadableFigures[] {
  if (!areas.some(({ kind }) => kind === 'consortium')) return [];
  const additive = collected.filter(({ contract }) => contract && addsUp(contract));
  const codes = new Set(consortium.members.map(({ code }) => code));
  return datasetsOf(additive).flatMap((dataset) => {
    const ofMembers = readable.filter(
      (figures) => figures.dataset === dataset && codes.has(figures.authorityCode),
    );
    return ofMembers.length === codes.size ? ofMembers : [];
  });
}
