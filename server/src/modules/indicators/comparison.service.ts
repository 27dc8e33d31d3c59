import { england } from '@sufficiency/shared/authorities/authority.ts';
import { badInput, notFound } from '@sufficiency/shared/errors.ts';
import type { Comparator } from '@sufficiency/shared/indicators/comparators.ts';
import { consortiumArea, neighboursArea } from '@sufficiency/shared/indicators/comparators.ts';
import type { ComparisonInput } from '@sufficiency/shared/indicators/comparison-input.ts';
import { comparisonInput } from '@sufficiency/shared/indicators/comparison-input.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AuthorityRecord, ConsortiumRecord } from '../authorities/authorities.service.ts';
import { findAuthorities, findConsortium } from '../authorities/authorities.service.ts';
import type { ReleasedCell } from '../disclosure/released-cells.service.ts';
import type { CollectedArea } from './collected-figures.ts';
import type { FigureDetail, FiguresRow } from './comparison.queries.ts';
import { figuresWanted } from './comparison.queries.ts';
import type { ComparisonRow, ComparisonScope, Subject } from './comparison.ts';
import { arrange } from './comparison.ts';
import { requireFewer } from './comparison-size.ts';
import type { Figure, ProvenanceOrigin } from './figure.ts';
import type { Figures } from './figure-grid.ts';
import { PublicFigures } from './figure-grid.ts';
import { releasedFigureOf } from './figure-of-release.ts';
import type { IndicatorRecord } from './indicator-record.ts';
import { findIndicators, periodsOf } from './indicators.service.ts';
import { readCollectedFigures } from './own-figures.service.ts';

export type { Figure, FigureDetail, ProvenanceOrigin };

export interface Comparison {
  /** Labels of all rows' periods, in order of their end. */
  readonly periods: readonly string[];
  readonly rows: readonly ComparisonRow[];
}

/**
 * Figures of some indicators for some authorities over some periods, as this actor may see them.
 *
 * `detail` says how much of each figure is read: what was not asked for is not there to be shown.
 *
 * Each cell is a public figure (`reference_observation`), or, of an indicator that returns say, the viewer's own or one
 * that an agreement shows exactly (`observation`). Nothing is computed here but ranks, directions, and the consortium's
 * figure for who sees every member.
 *
 * @unit   the indicator's own; `x` where nothing may be seen or exists, `c` where it is confidential.
 * @source rows already computed when a vintage was loaded, or a return accepted.
 * @throws DomainError NOT_FOUND an unknown consortium, indicator or authority.
 * @throws DomainError BAD_USER_INPUT malformed values, a period no requested indicator has, an `asAt` to come, or
 *   more figures than one answer may hold.
 */
export async function readComparison(
  viewer: Viewer,
  raw: unknown,
  detail: FigureDetail = 'details',
): Promise<Comparison> {
  requirePermission(viewer.actor, 'comparison:read');
  const input = checkedComparisonInput(viewer, raw);

  const resolved = await resolveScope(viewer, input);
  const { scope } = resolved;
  const how = { detail, asAt: input.asAt ? new Date(input.asAt) : null };
  const found = await Promise.all([
    readPublicFigures(viewer, resolved, how),
    readCollectedFigures(viewer, { ...scope, ...how, ...collectedScope(resolved) }),
  ]);
  const figures = new Map<number, Figures>(found.flat());
  if (scope.label !== null && figures.size === 0) {
    throw badInput(
      `No requested indicator has a period “${scope.label}”. Periods are labelled as in 2025, 2024-25 or 2026-09.`,
    );
  }
  const periods = [...figures.values()].reduce((sum, each) => sum + each.periods.length, 0);
  requireFewer(viewer.operation, periods * scope.subjects.length, detail);
  return arrange(scope, figures, await labelsOfOthers(viewer, scope, figures));
}

interface How {
  readonly detail: FigureDetail;
  readonly asAt: Date | null;
}

/** Figures as their publishers say them, by the id of their indicator; collected indicators are not among them. */
async function readPublicFigures(
  viewer: Viewer,
  { scope, authorities }: ResolvedScope,
  how: How,
): Promise<(readonly [number, Figures])[]> {
  const indicators = scope.indicators.filter(({ collected }) => !collected);
  if (indicators.length === 0) return [];
  const { areaCodes, count } = scope;
  const rows = await viewer.operation.rows<FiguresRow>(
    figuresWanted({
      indicatorIds: indicators.map(({ id }) => id),
      authorityCodes: authorities.map(({ code }) => code),
      areaCodes,
      label: scope.label,
      count,
      ...how,
    }),
  );
  return rows.map((row) => [
    row.indicator_id,
    new PublicFigures(row, { areas: areaCodes.length, count }),
  ]);
}

/** The same comparison to figures that returns say: which areas are authorities, and which the consortium. */
function collectedScope({ scope, authorities, consortium }: ResolvedScope) {
  const byCode = new Map(authorities.map((authority) => [authority.code, authority]));
  const areas = scope.areaCodes.map((code): CollectedArea => {
    const authority = byCode.get(code);
    if (authority) return { kind: 'authority', authority };
    return { kind: code === consortiumArea(consortium.code) ? 'consortium' : 'public' };
  });
  return { areas, consortium, indicators: scope.indicators.filter(({ collected }) => collected) };
}

/** For indicators that have no period of the label that was asked for: the labels they do have. */
async function labelsOfOthers(
  viewer: Viewer,
  { indicators, label }: ComparisonScope,
  figures: ReadonlyMap<number, Figures>,
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (label === null || figures.size === indicators.length) return new Map();
  const others = indicators.filter(({ id }) => !figures.has(id));
  const labels = others.map(async (indicator) => {
    const periods = await periodsOf(viewer, indicator);
    return [indicator.id, periods.map((period) => period.label)] as const;
  });
  return new Map(await Promise.all(labels));
}

/** @throws DomainError BAD_USER_INPUT every problem in one sentence. */
export function checkedComparisonInput(viewer: Viewer, raw: unknown): ComparisonInput {
  const { data, error } = comparisonInput.safeParse(raw);
  if (!data) {
    throw badInput(`${[...new Set(error.issues.map(({ message }) => message))].join('. ')}.`);
  }
  if (data.asAt && new Date(data.asAt) > viewer.clock.now()) {
    throw badInput('asAt must not lie in the future.');
  }
  return data;
}

interface ResolvedScope {
  readonly scope: ComparisonScope;
  /** Those compared: their values decide what "latest" is. */
  readonly authorities: readonly AuthorityRecord[];
  readonly consortium: ConsortiumRecord;
}

async function resolveScope(viewer: Viewer, input: ComparisonInput): Promise<ResolvedScope> {
  const [consortium, indicators] = await Promise.all([
    requireConsortium(viewer, input.consortium),
    requireIndicators(viewer, input.indicators),
  ]);
  const authorities = input.authorities
    ? await requireAuthorities(viewer, input.authorities)
    : consortium.members;
  return {
    scope: {
      indicators,
      ...subjectsOf(authorities, consortium, input.comparators ?? []),
      label: input.period ?? null,
      count: input.periods,
      readsReference: viewer.actor.permissions.has('reference:read'),
    },
    authorities,
    consortium,
  };
}

async function requireConsortium(viewer: Viewer, code: string): Promise<ConsortiumRecord> {
  const consortium = await findConsortium(viewer, code);
  if (!consortium) throw notFound('consortium', code);
  return consortium;
}

async function requireIndicators(
  viewer: Viewer,
  keys: readonly string[],
): Promise<IndicatorRecord[]> {
  const found = await findIndicators(viewer, keys);
  return found.map((indicator, index) => {
    if (!indicator) throw notFound('indicator', keys[index] ?? '');
    return indicator;
  });
}

async function requireAuthorities(
  viewer: Viewer,
  codes: readonly string[],
): Promise<AuthorityRecord[]> {
  const found = await findAuthorities(viewer, codes);
  const authorities = found.map((authority, index) => {
    if (!authority) throw notFound('authority', codes[index] ?? '');
    return authority;
  });
  return [...new Set(authorities)];
}

type NamedSubject = Omit<Subject, 'area'> & { readonly areaCode: string };

function subjectsOf(
  authorities: readonly AuthorityRecord[],
  consortium: ConsortiumRecord,
  comparators: readonly Comparator[],
): Pick<ComparisonScope, 'subjects' | 'areaCodes'> {
  const make: Readonly<Record<Comparator, () => NamedSubject[]>> = {
    england: () => [{ name: 'england', code: null, of: null, areaCode: england }],
    consortium: () => [
      { name: 'consortium', code: null, of: null, areaCode: consortiumArea(consortium.code) },
    ],
    region: () =>
      authorities.map(({ code, regionCode }) => ({
        name: 'region',
        code: null,
        of: code,
        areaCode: regionCode,
      })),
    'statistical-neighbours': () =>
      authorities.map(({ code }) => ({
        name: 'statistical-neighbours',
        code: null,
        of: code,
        areaCode: neighboursArea(code),
      })),
  };
  const named = [
    ...authorities.map(({ code, name }) => ({ name, code, of: null, areaCode: code })),
    ...comparators.flatMap((comparator) => make[comparator]()),
  ];
  const areas = new Map<string, number>();
  const subjects = named.map(({ areaCode, ...subject }) => {
    const area = areas.get(areaCode) ?? areas.size;
    areas.set(areaCode, area);
    return { ...subject, area };
  });
  return { subjects, areaCodes: [...areas.keys()] };
}

/** What a release tells that is no indicator's, such as a fee of a lot, as a comparison shows what is released. */
export const showReleased = (cell: ReleasedCell, of: Pick<IndicatorRecord, 'unit'>): Figure =>
  releasedFigureOf(cell, of);
