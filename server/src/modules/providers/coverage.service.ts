import type { Viewer } from '../access/viewer.ts';
import { oncePerOperation } from '../access/viewer.ts';
import type { ConsortiumRecord } from '../authorities/authorities.service.ts';
import { listConsortia } from '../authorities/authorities.service.ts';
import { readComparison } from '../indicators/comparison.service.ts';
import type { CoverageRow, SpotReasonRow } from './coverage.ts';
import { coverageIndicators, coverageRows } from './coverage.ts';
import { requireConsortium } from './exposure.service.ts';
import type { FrameworkRecord } from './framework-record.ts';

/** How the members of a consortium buy, on framework and off. */
export interface Coverage {
  readonly consortium: ConsortiumRecord;
  /** Label of the last month shown. */
  readonly period: string;
  readonly periods: readonly string[];
  readonly rows: readonly CoverageRow[];
  readonly spotReasons: readonly SpotReasonRow[];
}

/** Which months of whose coverage. */
export interface CoverageInput {
  readonly consortium: string;
  /** Label of the last month; the latest that anything is seen of, where it is absent. */
  readonly period?: string | null | undefined;
  /** How many months back, the last included. */
  readonly periods: number;
}

/**
 * Share of bought placements made on a framework, placements by spot purchase and their reasons, by authority and
 * service, month by month.
 *
 * @source the cells of `comparison`: own, exact by agreement, or released, each with its reason.
 * @throws DomainError NOT_FOUND an unknown consortium.
 * @throws DomainError BAD_USER_INPUT a month there is none of, or more figures than one answer may hold.
 */
export async function readCoverage(viewer: Viewer, input: CoverageInput): Promise<Coverage> {
  const { code, members, ...rest } = await requireConsortium(viewer, input.consortium);
  const period = input.period ?? (await latestMonth(viewer, code));
  const comparison = await readComparison(viewer, {
    consortium: code,
    indicators: [...coverageIndicators],
    comparators: ['consortium'],
    period,
    periods: input.periods,
  });
  return {
    consortium: { code, members, ...rest },
    period,
    periods: comparison.periods,
    ...coverageRows(comparison, members),
  };
}

/** What was read for frameworks: many of a list have the same buyers. */
const ofFrameworks = oncePerOperation(() => Promise.resolve(new Map<string, Promise<Coverage>>()));

/**
 * How the members of the consortium buy that has most of a framework's buyers, of the services it buys; null where its buyers
 * are in no consortium.
 *
 * @throws DomainError BAD_USER_INPUT more figures than one answer may hold.
 */
export async function readFrameworkCoverage(
  viewer: Viewer,
  { buyers, services }: FrameworkRecord,
  periods: number,
): Promise<Coverage | null> {
  const codes = new Set(buyers.map(({ authorityCode }) => authorityCode));
  const [most] = (await listConsortia(viewer))
    .map(({ code, members }) => ({ code, many: members.filter((of) => codes.has(of.code)).length }))
    .filter(({ many }) => many > 0)
    .toSorted((one, other) => other.many - one.many);
  if (!most) return null;
  const known = await ofFrameworks(viewer);
  const key = `${most.code} ${periods}`;
  const reading = known.get(key) ?? readCoverage(viewer, { consortium: most.code, periods });
  known.set(key, reading);
  const { rows, ...coverage } = await reading;
  return { ...coverage, rows: rows.filter(({ service }) => services.includes(service)) };
}

/** The last month that something is seen of: one for all indicators, which may have different ones. */
async function latestMonth(viewer: Viewer, consortium: string): Promise<string> {
  const { periods } = await readComparison(
    viewer,
    { consortium, indicators: ['placements-made-month'] },
    'columns',
  );
  const [latest] = periods;
  if (latest === undefined) throw new Error('No month has ended since the first of the returns.');
  return latest;
}
