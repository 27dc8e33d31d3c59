import type { Prisma } from '@sufficiency/prisma/client.ts';
import { badInput, notFound } from '@sufficiency/shared/errors.ts';
import type { Forecast } from '@sufficiency/shared/fostering/forecast.ts';
import { forecastMethod, forecastYear } from '@sufficiency/shared/fostering/forecast.ts';
import { approval } from '@sufficiency/shared/fostering/passages.ts';
import type { Period } from '@sufficiency/shared/indicators/period.ts';
import { financialYear } from '@sufficiency/shared/indicators/period.ts';
import { roundTo } from '@sufficiency/shared/indicators/rounding.ts';
import { today } from '../../platform/clock.ts';
import { dayFrom, dayOrNull, dayText } from '../../platform/days.ts';
import { requirePermission } from '../access/actor.ts';
import { forecastsReadableBy } from '../access/fostering-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import type { ConsortiumRecord } from '../authorities/authorities.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import type { ApprovedRow, ForecastRow } from './forecast.queries.ts';
import { approvedBetween, forecastFacts } from './forecast.queries.ts';
import type { PlanScope } from './plan-scope.service.ts';
import { enquiriesOfPlan, requirePlanScope } from './plan-scope.service.ts';

type Row = Prisma.FosteringForecastGetPayload<object>;

/** What a forecast was made of, as the register keeps it. */
export interface ForecastInputs {
  readonly parts: Forecast['parts'];
  readonly fromNew: number;
  readonly enquiriesADay: number;
  /** Whole quarters of enquiries that say how far quarters lie apart; absent where the interval was that of chance alone. */
  readonly quarters?: number;
}

/** A forecast as the register keeps it. Days are `YYYY-MM-DD`. */
export interface ForecastRecord
  extends Omit<
    Row,
    'madeOn' | 'scoredOn' | 'expected' | 'inputs' | 'id' | 'tenantId' | 'recordedAt'
  > {
  /** Null where it is not kept. */
  readonly id: string | null;
  readonly madeOn: string;
  readonly scoredOn: string | null;
  /** Unit: households. */
  readonly expected: number;
  readonly inputs: ForecastInputs;
}

const toForecast = ({ madeOn, scoredOn, expected, inputs, ...row }: Row): ForecastRecord => ({
  ...row,
  madeOn: dayText(madeOn),
  scoredOn: dayOrNull(scoredOn),
  expected: expected.toNumber(),
  inputs: inputs as unknown as ForecastInputs,
});

/** How a forecast that was scored came out; null where the year is not over. */
export function scoreOf({ expected, low, high, actual }: ForecastRecord) {
  if (actual === null) return null;
  return { isWithin: actual >= low && actual <= high, error: roundTo(expected - actual, 2) };
}

/**
 * The forecast of a year as it would be made today; it is not kept.
 *
 * @throws DomainError NOT_FOUND an unknown consortium.
 * @throws DomainError BAD_USER_INPUT somebody else's authority, a year that today is not in.
 */
export async function forecastNow(viewer: Viewer, scope: PlanScope): Promise<ForecastRecord> {
  requirePermission(viewer.actor, 'enquiry:read');
  const { consortium, year } = await requirePlanScope(viewer, scope);
  const made = await worked(viewer, scope, { consortium, year });
  return { ...made, id: null, actual: null, scoredOn: null };
}

/**
 * Makes the forecast of a year and keeps it in the register.
 *
 * @throws DomainError NOT_FOUND, BAD_USER_INPUT as for looking at it.
 */
export async function makeForecast(viewer: Viewer, scope: PlanScope): Promise<ForecastRecord> {
  requirePermission(viewer.actor, 'fostering:plan');
  const { consortium, year } = await requirePlanScope(viewer, scope);
  const { madeOn, inputs, ...made } = await worked(viewer, scope, { consortium, year });
  const row = await viewer.db.fosteringForecast.create({
    data: {
      ...made,
      tenantId: viewer.actor.organisationId,
      madeOn: dayFrom(madeOn),
      inputs: { ...inputs, parts: inputs.parts.map((part) => ({ ...part })) },
      recordedAt: viewer.clock.now(),
    },
  });
  await recordForecasts(viewer, 'forecast.made', [row]);
  return toForecast(row);
}

async function worked(
  viewer: Viewer,
  { authority, householdType }: PlanScope,
  { consortium, year }: { readonly consortium: ConsortiumRecord; readonly year: Period },
): Promise<Omit<ForecastRecord, 'id' | 'actual' | 'scoredOn'>> {
  const madeOn = today(viewer.clock);
  if (madeOn < year.startsOn || madeOn > year.endsOn) {
    throw badInput(`year must be the one that today is in: ${madeOn} is not in ${year.label}.`);
  }
  const wanted = await enquiriesOfPlan(
    viewer,
    { authority, householdType },
    { consortium, until: madeOn },
  );
  const [row] = await viewer.operation.rows<ForecastRow>(forecastFacts(wanted, year.startsOn));
  if (!row?.stays.some(({ next }) => next === approval)) {
    throw badInput(
      'No household whose enquiry was recorded one by one has been approved yet: there is nothing that a forecast could be made from.',
    );
  }
  const { parts, fromNew, enquiriesADay, quarters, ...forecast } = forecastYear({
    approvedSoFar: row.approved,
    daysLeft: Math.round((dayFrom(year.endsOn).getTime() - dayFrom(madeOn).getTime()) / 86_400_000),
    open: row.open,
    stays: Map.groupBy(row.stays, ({ stage }) => stage),
    came: row.came,
  });
  return {
    ...forecast,
    expected: roundTo(forecast.expected, 2),
    consortiumCode: consortium.code,
    authorityCode: authority ?? null,
    householdType: householdType ?? null,
    year: year.label,
    madeOn,
    method: forecastMethod,
    inputs: { parts, fromNew, enquiriesADay, quarters },
    synthetic: row.synthetic,
  };
}

/** Which forecasts of the register. */
export interface ForecastFilter {
  /** Code. */
  readonly consortium: string;
  readonly year?: string | null | undefined;
}

/**
 * The register: forecasts that the viewer may see, the one made last first.
 *
 * @throws DomainError NOT_FOUND no such consortium.
 */
export async function listForecasts(
  viewer: Viewer,
  { consortium: code, year }: ForecastFilter,
): Promise<ForecastRecord[]> {
  requirePermission(viewer.actor, 'enquiry:read');
  const consortium = await findConsortium(viewer, code);
  if (!consortium) throw notFound('consortium', code);
  const rows = await viewer.db.fosteringForecast.findMany({
    where: {
      AND: [
        { consortiumCode: consortium.code, ...(year != null && { year }) },
        forecastsReadableBy(viewer.actor),
      ],
    },
    orderBy: [{ madeOn: 'desc' }, { recordedAt: 'desc' }, { id: 'asc' }],
    take: 200,
  });
  return rows.map(toForecast);
}

/**
 * Holds forecasts of one's own whose year is over against what came, once each; those that were.
 *
 * @throws DomainError NOT_FOUND no such consortium.
 */
export async function scoreForecasts(
  viewer: Viewer,
  { consortium: code }: { readonly consortium: string },
): Promise<ForecastRecord[]> {
  requirePermission(viewer.actor, 'fostering:plan');
  const consortium = await findConsortium(viewer, code);
  if (!consortium) throw notFound('consortium', code);
  const day = today(viewer.clock);
  const waiting = await viewer.db.fosteringForecast.findMany({
    where: { tenantId: viewer.actor.organisationId, consortiumCode: consortium.code, actual: null },
    orderBy: [{ madeOn: 'asc' }, { id: 'asc' }],
  });
  const over = waiting.filter(({ year }) => financialYear(year).endsOn < day);
  const scored: Row[] = [];
  for (const { tenantId, id, year, authorityCode: authority, householdType } of over) {
    const { startsOn: from, endsOn: to } = financialYear(year);
    const wanted = await enquiriesOfPlan(
      viewer,
      { authority, householdType },
      { consortium, until: to },
    );
    const [row] = await viewer.operation.rows<ApprovedRow>(approvedBetween(wanted, { from, to }));
    scored.push(
      await viewer.db.fosteringForecast.update({
        where: { tenantId_id: { tenantId, id } },
        data: { actual: row?.approved ?? 0, scoredOn: dayFrom(day) },
      }),
    );
  }
  await recordForecasts(viewer, 'forecast.scored', scored);
  return scored.map(toForecast);
}

const recordForecasts = (
  viewer: Viewer,
  type: 'forecast.made' | 'forecast.scored',
  rows: readonly Row[],
) =>
  recordOwn(viewer, {
    type,
    details: {
      id: rows.map(({ id }) => id),
      periods: [...new Set(rows.map(({ year }) => year))],
      authorities: [...new Set(rows.flatMap(({ authorityCode }) => authorityCode ?? []))],
    },
  });
