import { ageLimits, homeProvisionTypes } from '@sufficiency/shared/beds/freshness.ts';

const limits = homeProvisionTypes.map((type) => `when '${type}' then ${ageLimits[type]}`).join(' ');

/** True where a home (`h`) was confirmed longer ago than may be, or never. */
export const isTooOld = (now: string): string => `
    coalesce(h.confirmed_at < ${now}::timestamptz - interval '1 hour' * case h.provision_type ${limits} end, true)`;

/**
 * True where the states of a home (`h`) are not to be relied on: `isStale`, in a statement.
 *
 * @param now the place of the present among the parameters.
 */
export const isStaleHome = (now: string): string => `${isTooOld(now)}
      or coalesce(h.reserved_until < (select app_today()), false)`;
