import { badInput, notFound } from '@sufficiency/shared/errors.ts';
import type { Comparator } from '@sufficiency/shared/indicators/comparators.ts';
import {
  consortiumArea,
  england,
  neighboursArea,
} from '@sufficiency/shared/indicators/comparators.ts';
import type { ComparisonInput } from '@sufficiency/shared/indicators/comparison-input.ts';
import { comparisonInput } from '@sufficiency/shared/indicators/comparison-input.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { findAuthorities, findConsortium } from '../authorities/authorities.service.ts';
import type { AuthorityRecord, ConsortiumRecord } from '../authorities/authority.ts';
import type { CellRow, PeriodRow } from './comparison.queries.ts';
import { cellsWanted, periodsWanted } from './comparison.queries.ts';
import type { ComparisonRow, ComparisonScope, Subject } from './comparison.ts';
import { arrange } from './comparison.ts';
import type { IndicatorRecord } from './indicator-record.ts';
import { findIndicators } from './indicators.service.ts';

export interface Comparison {
  /** Labels of all rows' periods, in order of their end. */
  readonly periods: readonly string[];
  readonly rows: readonly ComparisonRow[];
}

/**
 * Figures of some indicators for some authorities over some periods, as this actor may see them.
 *
 * Every cell is a public figure (`reference_observation`). Nothing is computed here but ranks and directions.
 *
 * @unit   the indicator's own; `x` where nothing may be seen or exists, `c` where it is confidential.
 * @source rows already computed when a vintage was loaded.
 * @throws DomainError NOT_FOUND an unknown consortium, indicator or authority.
 * @throws DomainError BAD_USER_INPUT malformed values, a period no requested indicator has, or an `asAt` to come.
 */
export async function readComparison(viewer: Viewer, raw: unknown): Promise<Comparison> {
  requirePermission(viewer.actor, 'comparison:read');
  const input = checkedComparisonInput(viewer, raw);

  const scope = await resolveScope(viewer, input);
  const cells = await selectCells(viewer, scope, input);

  return arrange(scope, cells);
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

async function resolveScope(viewer: Viewer, input: ComparisonInput): Promise<ComparisonScope> {
  const [consortium, indicators] = await Promise.all([
    requireConsortium(viewer, input.consortium),
    requireIndicators(viewer, input.indicators),
  ]);
  const authorities = input.authorities
    ? await requireAuthorities(viewer, input.authorities)
    : consortium.members;
  const label = input.period ?? null;
  const periods = await viewer.operation.rows<PeriodRow>(
    periodsWanted({
      indicatorIds: indicators.map(({ id }) => id),
      authorityCodes: authorities.map(({ code }) => code),
      label,
      count: input.periods,
      asAt: asAtOf(input),
    }),
  );
  if (label !== null && periods.length === 0) {
    throw badInput(
      `No requested indicator has a period “${label}”. Periods are labelled as in 2025 or 2024-25.`,
    );
  }
  return {
    indicators,
    subjects: subjectsOf(authorities, consortium, input.comparators ?? []),
    periods,
    label,
    readsReference: viewer.actor.permissions.has('reference:read'),
  };
}

const asAtOf = (input: ComparisonInput) => (input.asAt ? new Date(input.asAt) : null);

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

function subjectsOf(
  authorities: readonly AuthorityRecord[],
  consortium: ConsortiumRecord,
  comparators: readonly Comparator[],
): Subject[] {
  const make: Readonly<Record<Comparator, () => Subject[]>> = {
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
  return [
    ...authorities.map(({ code, name }) => ({ name, code, of: null, areaCode: code })),
    ...comparators.flatMap((comparator) => make[comparator]()),
  ];
}

async function selectCells(
  viewer: Viewer,
  scope: ComparisonScope,
  input: ComparisonInput,
): Promise<CellRow[]> {
  const spans = [...Map.groupBy(scope.periods, ({ indicator_id }) => indicator_id)];
  return await viewer.operation.rows<CellRow>(
    cellsWanted({
      indicatorIds: spans.map(([indicatorId]) => indicatorId),
      firstEnds: spans.map(([, periods]) => periods[0]?.ends_on ?? ''),
      lastEnds: spans.map(([, periods]) => periods.at(-1)?.ends_on ?? ''),
      areaCodes: [...new Set(scope.subjects.map(({ areaCode }) => areaCode))],
      asAt: asAtOf(input),
    }),
  );
}
