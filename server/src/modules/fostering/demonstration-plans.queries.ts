import { forecastMethod } from '@sufficiency/shared/fostering/forecast.ts';
import type { PoolClient } from 'pg';
import type { SeededHub } from './demonstration-enquiries.queries.ts';
import type { MadeForecast } from './demonstration-forecasts.ts';
import type { StatedTarget } from './demonstration-plans.ts';

/** Writes what the hub aims at, unless a target of that year is there. */
export async function insertTargets(
  client: PoolClient,
  hub: SeededHub,
  { targets, at }: { readonly targets: readonly StatedTarget[]; readonly at: Date },
): Promise<void> {
  await client.query(
    `insert into fostering_target (tenant_id, id, consortium_code, authority_code, year, household_type,
       baseline_approvals, uplift_percent, enquiries, conversion_percent, approvals, source, shared, synthetic, changed_at)
     select $2, gen_random_uuid(), $3, authority, year, type, baseline, uplift, enquiries, conversion, approvals, source,
       shared, synthetic, $4
     from json_to_recordset($1) as given (authority text, year text, type text, baseline int, uplift numeric, enquiries int,
       conversion numeric, approvals int, source text, shared boolean, synthetic boolean)
     on conflict do nothing`,
    [JSON.stringify(targets), hub.tenantId, hub.consortium, at],
  );
}

/** Writes forecasts that are not there yet, and scores those whose year is over by now. */
export async function keepForecasts(
  client: PoolClient,
  hub: SeededHub,
  forecasts: readonly MadeForecast[],
): Promise<void> {
  const given = JSON.stringify(forecasts);
  await client.query(
    `update fostering_forecast f set actual = given.actual, scored_on = given."scoredOn"
     from json_to_recordset($1) as given (year text, "madeOn" date, actual int, "scoredOn" date)
     where f.tenant_id = $2 and f.synthetic and f.year = given.year and f.made_on = given."madeOn"
       and f.authority_code is null and f.actual is null and given.actual is not null`,
    [given, hub.tenantId],
  );
  await client.query(
    `insert into fostering_forecast (tenant_id, id, consortium_code, year, made_on, approved_so_far, expected, low, high,
       interval_level, method, inputs, actual, scored_on, synthetic, recorded_at)
     select $2, gen_random_uuid(), $3, year, "madeOn", "approvedSoFar", expected, low, high, "intervalLevel", $4, inputs,
       actual, "scoredOn", true, "madeOn" + interval '16 hours'
     from json_to_recordset($1) as given (year text, "madeOn" date, "approvedSoFar" int, expected numeric, low int,
       high int, "intervalLevel" smallint, inputs jsonb, actual int, "scoredOn" date)
     where not exists (
       select from fostering_forecast known where known.tenant_id = $2 and known.year = given.year
         and known.made_on = given."madeOn" and known.synthetic)`,
    [given, hub.tenantId, hub.consortium, forecastMethod],
  );
}
