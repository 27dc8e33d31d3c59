import type { Statement } from '../../platform/database.ts';

/** Every version of every indicator's contract, in the order of the catalogue. */
export const allIndicators: Statement = {
  name: 'all_indicators',
  text: `
    select id, key, version, title, dataset, definition, cohort, numerator_text as "numeratorText",
      denominator_text as "denominatorText", unit, decimals, polarity, period_basis as "periodBasis", source,
      licence, cautions, collected
    from indicator
    order by id`,
  values: [],
};

/** Every period of every indicator, oldest first. Days are `YYYY-MM-DD`. */
export const allPeriods: Statement = {
  name: 'all_periods',
  text: `
    select indicator_id as "indicatorId", label, to_char(starts_on, 'YYYY-MM-DD') as "startsOn",
      to_char(ends_on, 'YYYY-MM-DD') as "endsOn"
    from indicator_period
    order by ends_on`,
  values: [],
};

/** Every file that public figures came from. A vintage is a day: midnight UTC. */
export const allSources: Statement = {
  name: 'all_sources',
  text: `
    select id, title, publisher, licence, attribution, vintage::timestamp at time zone 'UTC' as vintage,
      recorded_at as "recordedAt"
    from reference_source`,
  values: [],
};
