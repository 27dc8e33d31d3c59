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
import type { FigureDetail, FiguresRow } from './comparison.queries.ts';
import { figuresWanted } from './comparison.queries.ts';
import type { ComparisonRow, ComparisonScope, Subject } from './comparison.ts';
import { arrange } from './comparison.ts';
import { requireFewer } from './comparison-size.ts';
import type { Figure, ProvenanceOrigin } from './figure.ts';
import type { IndicatorRecord } from './indicator-record.ts';
import { findIndicators, periodsOf } from './indicators.service.ts';

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
 * Every cell is a public figure (`reference_observation`). Nothing is computed here but ranks and directions.
 *
 * @unit   the indicator's own; `x` where nothing may be seen or exists, `c` where it is confidential.
 * @source rows already computed when a vintage was loaded.
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

  const { scope, authorityCodes } = await resolveScope(viewer, input);
  const figures = await viewer.operation.rows<FiguresRow>(
    figuresWanted({
      indicatorIds: scope.indicators.map(({ id }) => id),
      authorityCodes,
      areaCodes: scope.areaCodes,
      label: scope.label,
      count: scope.count,
      asAt: input.asAt ? new Date(input.asAt) : null,
      detail,
    }),
  );
  if (scope.label !== null && figures.length === 0) {
    throw badInput(
      `No requested indicator has a period “${scope.label}”. Periods are labelled as in 2025 or 2024-25.`,
    );
  }
  const periods = figures.reduce((sum, row) => sum + Math.min(row.labels.length, input.periods), 0);
  requireFewer(viewer.operation, periods * scope.subjects.length, detail);
  return arrange(scope, figures, await labelsOfOthers(viewer, scope, figures));
}

/** For indicators that have no period of the label that was asked for: the labels they do have. */
async function labelsOfOthers(
  viewer: Viewer,
  { indicators, label }: ComparisonScope,
  figures: readonly FiguresRow[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  if (label === null || figures.length === indicators.length) return new Map();
  const found = new Set(figures.map(({ indicator_id }) => indicator_id));
  const others = indicators.filter(({ id }) => !found.has(id));
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
  /** Authorities whose values decide what "latest" is. */
  readonly authorityCodes: readonly string[];
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
    authorityCodes: authorities.map(({ code }) => code),
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
