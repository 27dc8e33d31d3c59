import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import { bedsIn } from './demonstration-homes.ts';
import type { MadeTables, ReturnMonth } from './demonstration-month.ts';

/** The homes of one authority, and their beds on the last day of one month. */
export function makeBeds(of: ReturnMonth): MadeTables {
  const beds = bedsIn(of);
  const day = calendarMonth(of.period).endsOn;

  return {
    homes: beds.map(({ home, operational, usable }) => ({
      urn: home.urn,
      provision_type: home.provisionType,
      provider_sector: home.sector,
      registered_beds: home.registered,
      operational_beds: operational,
      usable_beds: usable,
    })),
    'bed-states': beds.map(({ home, occupied, reserved, accepting, closed, closedReason }) => ({
      urn: home.urn,
      day,
      occupied,
      reserved,
      vacant_accepting: accepting,
      vacant_closed: closed,
      closed_reason: closedReason,
    })),
  };
}
