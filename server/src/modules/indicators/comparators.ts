import { england } from '@sufficiency/shared/authorities/authority.ts';
import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import { findIndicator } from '@sufficiency/shared/indicators/catalogue.ts';
import type { IndicatorContract } from '@sufficiency/shared/indicators/indicator.ts';
import type { Period } from '@sufficiency/shared/indicators/period.ts';
import { combine, meanOfNeighbours } from './combine.ts';
import type {
  DistinctNames,
  FigureReading,
  Measurement,
  ReferenceFigure,
} from './reference-figure.ts';
import { missing } from './reference-figure.ts';

/** Who is compared with whom. */
export interface Groups {
  /** GSS codes of today's members, by consortium. */
  readonly consortia: ReadonlyMap<string, readonly string[]>;
  /** GSS codes of the ten neighbours, nearest first, by authority. */
  readonly neighbours: ReadonlyMap<string, readonly string[]>;
}

/** The figures of one indicator in one period, by area. */
interface Slice {
  readonly contract: IndicatorContract;
  readonly period: Period;
  readonly byArea: ReadonlyMap<string, Measurement>;
  readonly things: DistinctNames;
}

/**
 * Everything one file leads to: its figures, a symbol with a reason where an authority has none, England and the
 * regions where the publisher prints no total, the consortia, and the means of statistical neighbours.
 */
export function withComparators(
  { figures, distinct = new Map() }: FigureReading,
  groups: Groups,
  directory: AuthorityDirectory,
): ReferenceFigure[] {
  return slicesOf(figures, distinct).flatMap((slice) => {
    const complete = guarded({ ...slice, byArea: completed(slice, directory) }, directory);
    const derived = new Map([
      ...totalsOf(complete, directory),
      ...consortiaOf(complete, groups, directory),
      ...neighboursOf(complete, groups),
    ]);
    return [...complete.byArea, ...derived].map(([area, measurement]) => ({
      ...measurement,
      indicator: slice.contract.key,
      area,
      period: slice.period,
    }));
  });
}

function slicesOf(figures: readonly ReferenceFigure[], things: DistinctNames): Slice[] {
  const cells = Map.groupBy(figures, ({ indicator, period }) => `${indicator} ${period.endsOn}`);

  return [...cells.values()].flatMap((group) => {
    const contract = findIndicator(group[0]?.indicator ?? '');
    const period = group[0]?.period;
    if (!contract || !period) return [];
    return [
      { contract, period, things, byArea: new Map(group.map((figure) => [figure.area, figure])) },
    ];
  });
}

/** Every authority has a cell: the published one, or `x` with the reason. */
function completed(
  { byArea, period }: Slice,
  directory: AuthorityDirectory,
): Map<string, Measurement> {
  const absent = directory.authorities
    .filter(({ code }) => !byArea.has(code))
    .map(({ code }) => {
      const reason =
        directory.reasonBefore(code, period.endsOn) ?? 'The publisher’s file has no such figure.';
      return [code, missing('x', reason)] as const;
    });
  return new Map([...byArea, ...absent]);
}

/**
 * Takes the numerator from the published ratio of a region, and of England, where an authority's figure in it is
 * confidential: with the exact counts of the others, the count of all would tell the missing one to within its rounding.
 * Not where the numerator is an indicator of its own, which its publisher prints beside the ratio.
 */
const numeratorIsPublished = new Set(['cla-rate']);

function guarded(slice: Slice, { authorities, regions }: AuthorityDirectory): Slice {
  if (numeratorIsPublished.has(slice.contract.key)) return slice;
  const confidential = new Set(
    authorities
      .filter(({ code }) => slice.byArea.get(code)?.symbol === 'c')
      .flatMap(({ regionCode }) => [regionCode, england]),
  );
  const codes = [...regions.map(({ code }) => code), england];
  const bare = codes.flatMap((code) => {
    const published = slice.byArea.get(code);
    return published && confidential.has(code)
      ? [[code, { ...published, numerator: null }] as const]
      : [];
  });
  return { ...slice, byArea: new Map([...slice.byArea, ...bare]) };
}

function combined(
  slice: Slice,
  codes: readonly string[],
  directory: AuthorityDirectory,
): Measurement {
  const things = slice.things.get(slice.contract.key);
  const members = codes.map((code) => ({
    name: directory.findByCode(code)?.name ?? code,
    figure: slice.byArea.get(code),
    things: things?.get(code),
  }));
  return combine(slice.contract, members);
}

type Cells = readonly (readonly [string, Measurement])[];

/** England and the regions, only where the publisher prints none. */
function totalsOf(slice: Slice, directory: AuthorityDirectory): Cells {
  const { authorities, regions } = directory;
  const wholes = [
    { code: england, members: authorities },
    ...regions.map(({ code }) => ({
      code,
      members: authorities.filter(({ regionCode }) => regionCode === code),
    })),
  ];

  return wholes
    .filter(({ code }) => !slice.byArea.has(code))
    .map(({ code, members }) => {
      const codes = members.map((member) => member.code);
      return [code, combined(slice, codes, directory)] as const;
    });
}

function consortiaOf(slice: Slice, { consortia }: Groups, directory: AuthorityDirectory): Cells {
  return [...consortia].map(
    ([code, members]) => [`consortium:${code}`, combined(slice, members, directory)] as const,
  );
}

function neighboursOf({ byArea }: Slice, { neighbours }: Groups): Cells {
  return [...neighbours].map(
    ([code, nearest]) =>
      [
        `neighbours:${code}`,
        meanOfNeighbours(nearest.map((neighbour) => byArea.get(neighbour))),
      ] as const,
  );
}
