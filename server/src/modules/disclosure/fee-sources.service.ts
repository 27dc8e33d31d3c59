import type { CalledOff } from './fee-rule.ts';
import type { ReleaseSources } from './release-contents.ts';
import type { CalledOffRow, ToldFeeRow } from './release-fees.queries.ts';
import { selectCalledOff, selectTendered, selectToldFees } from './release-fees.queries.ts';
import type { Connection, ReleaseJob } from './release-jobs.queries.ts';
import type { FeeSources, ToldFee } from './released-fees.ts';
import { feeOf, stepOf } from './released-fees.ts';

/** What fees of lots are made from, and the releases they are held against. */
export interface ReadFees {
  readonly sources: FeeSources;
  /** Ids. */
  readonly earlier: readonly string[];
}

/**
 * Reads what fees of lots are made from, in the same snapshot as the release that they are in. They are money, and of all
 * members together only.
 *
 * @returns null in a release that tells none; and where call-offs that earlier fees were made from can no longer be read as
 *   they were: nobody could say what those told.
 */
export async function readFees(
  connection: Connection,
  { consortium, dataset, period, asAt }: ReleaseJob,
  { members, returns, rule, insiders = [] }: ReleaseSources,
): Promise<ReadFees | null> {
  const contributors = returns.map(({ authority }) => authority);
  if (dataset !== 'costs' || !members.every((code) => contributors.includes(code))) return null;
  const calledOff = await selectCalledOff(connection);
  const tendered = await selectTendered(connection);
  const all = await selectToldFees(connection);
  const rows = all.filter((row) => row.consortium === consortium);
  const told = rows.map((row) => toldFee(row, calledOff));
  if (!rows.every((row, nth) => isAsTold(row, told[nth]))) return null;
  return {
    sources: {
      period,
      rule,
      insiders,
      calledOff: inUseAt(calledOff, { at: asAt, period, authorities: contributors }),
      told,
      elsewhere: new Set(all.flatMap((row) => (row.consortium === consortium ? [] : [row.lot]))),
      tendered: new Map(
        [...Map.groupBy(tendered, ({ organisation }) => organisation)].map(
          ([organisation, theirs]) => [organisation, new Set(theirs.map((row) => row.provider))],
        ),
      ),
    },
    earlier: [...new Set(rows.map(({ releaseId }) => releaseId))],
  };
}

function toldFee(row: ToldFeeRow, calledOff: readonly CalledOffRow[]): ToldFee {
  const { lot, period, builtAt, contributors } = row;
  const then = inUseAt(calledOff, { at: builtAt, period, authorities: contributors });
  const framework = then.find((one) => one.lot === lot)?.framework;
  return { lot, period, calledOff: then.filter((one) => one.framework === framework) };
}

/** Call-offs of some authorities in a month as they were at an instant. */
const inUseAt = (
  calledOff: readonly CalledOffRow[],
  of: { readonly at: Date; readonly period: string; readonly authorities: readonly string[] },
): CalledOff[] =>
  calledOff.filter(
    ({ recordedAt, endedAt, period, authority }) =>
      recordedAt <= of.at &&
      (endedAt === null || endedAt > of.at) &&
      period === of.period &&
      of.authorities.includes(authority),
  );

/** Whether what is read of it gives the fee that was told. */
function isAsTold({ lot, value, rounding }: ToldFeeRow, told: ToldFee | undefined): boolean {
  const fees = told?.calledOff.filter((one) => one.lot === lot) ?? [];
  return fees.length > 0 && feeOf(fees, stepOf({ rounding })) === value;
}
