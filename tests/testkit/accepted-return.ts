/** Columns of `"return"` that say it was accepted: for tests that put one into the database as the superuser. */
export const acceptedColumns =
  'period_end, kind, status, format, content_hash, received_at, approved_at, ended_at';

/**
 * Their values, as SQL.
 *
 * @param accepted.month label of its period, as SQL.
 * @param accepted.at when it was accepted, as SQL.
 * @param accepted.ended when another took its place, as SQL; absent while it is in use.
 */
export const acceptedValues = ({
  month,
  at,
  ended = 'null::timestamptz',
}: {
  readonly month: string;
  readonly at: string;
  readonly ended?: string;
}): string => `(${month} || '-01')::date + interval '1 month - 1 day', 'GENERATED',
  case when ${ended} is null then 'ACCEPTED' else 'SUPERSEDED' end::return_status, 'a test', repeat('0', 64),
  ${at}::timestamptz, ${at}::timestamptz, ${ended}`;
