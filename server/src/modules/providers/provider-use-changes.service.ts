import { badInput } from '@sufficiency/shared/errors.ts';
import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import { today } from '../../platform/clock.ts';
import { requirePermission } from '../access/actor.ts';
import { pricesReadableBy } from '../access/purchase-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import { removeUse, removeUsePrices, storeUse, turnAtUse } from './provider-use.queries.ts';
import type { KnownUse, UseOfProvider } from './use-plan.ts';

/** A month of an authority of one's own. */
export interface UseMonth {
  /** GSS code. */
  readonly authority: string;
  /** Label, for example `2026-09`. */
  readonly month: string;
}

/** Waits until nobody else is replacing the month: then it is known as it is until this transaction ends. */
export async function takeTurnAtUse(viewer: Viewer, { authority, month }: UseMonth): Promise<void> {
  const { organisationId } = viewer.actor;
  await viewer.operation.rows(turnAtUse(`provider_use ${organisationId} ${authority} ${month}`));
}

/** What is recorded of a month of one's own, with what it costs. */
export async function knownUse(
  viewer: Viewer,
  { authority, month }: UseMonth,
): Promise<readonly KnownUse[]> {
  const rows = await viewer.db.providerUse.findMany({
    where: { ...pricesReadableBy(viewer.actor), authorityCode: authority, month },
    include: { provider: { select: { key: true, name: true } }, price: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ provider, urn, hostAuthorityCode, service, sourcing, placements, price }) => ({
    ...{ urn, service, sourcing, placements },
    provider: provider.key,
    name: provider.name,
    host: hostAuthorityCode,
    weeklyCost: price?.weeklyCost.toNumber() ?? null,
  }));
}

/**
 * Puts what an authority of one's own used on the last day of a month in the place of what was recorded of it.
 *
 * @throws DomainError BAD_USER_INPUT another's authority, a month that has not ended.
 */
export async function replaceUse(
  viewer: Viewer,
  { authority, month }: UseMonth,
  uses: readonly UseOfProvider[],
): Promise<void> {
  const { actor, clock, operation } = viewer;
  requirePermission(actor, 'contract:write');
  if (!actor.authorityCodes.includes(authority)) {
    throw badInput('authority must be one that you answer for.');
  }
  const monthEnd = calendarMonth(month).endsOn;
  if (monthEnd >= today(clock)) throw badInput('month must be one that has ended.');
  const tenantId = actor.organisationId;
  const of = { tenantId, authority, month };
  await operation.rows(removeUsePrices(of));
  await operation.rows(removeUse(of));
  await operation.rows(storeUse({ ...of, monthEnd }, uses));
  await recordOwn(viewer, {
    type: 'use.recorded',
    details: { authorities: [authority], periods: [month] },
  });
}
