-- Figures of one period for all areas lie side by side here; `reference_observation_in_force` has a series of one area
-- side by side. Either answers without touching the table. The period stands first so that nobody mistakes this one
-- for an index of series.
create index reference_observation_by_period
  on reference_observation (period_end, indicator_id, area_code)
  include (value, symbol, status)
  where superseded_at is null;
