import { audienceInWords } from '@sufficiency/shared/disclosure/release-enums.ts';
import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import { publishedCounterparts } from '@sufficiency/shared/indicators/published-counterparts.ts';
import type { ReturnRow } from '@sufficiency/shared/returns/table.ts';
import { weakestRelease } from '@sufficiency/shared/sharing/sharing-lists.ts';
import { readFees } from './fee-sources.service.ts';
import { NotBuilt } from './not-built.ts';
import { publicDayOf, saidOf } from './public-knowledge.ts';
import type {
  ContributedReturn,
  PublicFigure,
  ReleaseAround,
  ReleaseSources,
} from './release-contents.ts';
import { cellKey } from './release-contents.ts';
import type { Connection, ReleaseJob } from './release-jobs.queries.ts';
import type { DisclosureRule } from './release-problem.ts';
import type { EarlierRow, MemberRow, ReadReturnRow, ReadRow } from './release-reading.queries.ts';
import {
  selectEarlier,
  selectEarlierCells,
  selectElsewhere,
  selectInsiders,
  selectMembers,
  selectNames,
  selectPublished,
  selectReturns,
  selectRows,
  selectShown,
  selectSources,
} from './release-reading.queries.ts';
import type { ReleaseSource } from './release-requests.queries.ts';
import type { FeeSources } from './released-fees.ts';

/** A member, and by which agreement its figures are in the release, or why they are not. */
export interface ReleaseMember extends MemberRow {
  readonly source: ReleaseSource | null;
  readonly reason: string | null;
  /** Ids of other organisations that agreements show its exact figures. */
  readonly exactTo: readonly string[];
}

/** What a release is made from, and of whom. Exact figures: they never leave the memory of this process. */
export interface ReadSources {
  readonly sources: ReleaseSources;
  readonly members: readonly ReleaseMember[];
  /** Ids of the releases it is protected against. */
  readonly earlier: readonly string[];
  /** What fees of lots are made from; null where none can be told. */
  readonly fees: FeeSources | null;
}

/**
 * Reads everything a release is made from, as one snapshot: exact figures as at the moment the job was taken up first.
 *
 * @param connection in a transaction of the role that builds releases: row-level security shows it the figures of those
 *   whose agreements release them, and of those in earlier releases, which stay protected; nobody else's.
 * @throws NotBuilt figures of an earlier release are no longer there: nobody could say what it told.
 */
export async function readSources(connection: Connection, job: ReleaseJob): Promise<ReadSources> {
  const { dataset, period, asAt } = job;
  const members = await selectMembers(connection, job.consortium);
  const granted = await selectSources(connection, job);
  const insiders = await selectInsiders(connection, job);
  const returns = await selectReturns(connection);
  const latest = inUseAt(returns, asAt).filter(isOf(job));
  const earlierRows = await selectEarlier(connection, job);
  const elsewhere = await selectElsewhere(connection, job);

  const inUse = membersOf(job, { members, granted, inUse: latest, elsewhere });
  const contributors = new Set(inUse.flatMap(({ code, source }) => (source ? [code] : [])));
  const now = latest.filter(({ authority }) => contributors.has(authority));
  const before = earlierRows.map((row) => returnsOf(row, returns));
  const contents = await readContents(connection, [...new Set([...now, ...before.flat()])]);
  const earlier = await readEarlier(connection, job, { rows: earlierRows, before, contents });
  const sources: ReleaseSources = {
    dataset,
    period,
    rule: strictest(inUse.flatMap(({ source }) => source ?? [])),
    members: members.map(({ code }) => code),
    returns: now.map(contents),
    earlier: earlier.filter(isOf(job)),
    around: earlier.filter((release) => !isOf(job)(release)),
    published: await readPublished(connection, job, contributors),
    insiders: [...Map.groupBy(insiders, ({ insider }) => insider)].map(([organisation, shown]) => ({
      organisation,
      authorities: shown.map(({ authority }) => authority),
    })),
    names: await selectNames(connection, [
      ...new Set([
        ...returns.map(({ tenantId }) => tenantId),
        ...insiders.map(({ insider }) => insider),
        ...earlier.flatMap(({ exactTo }) => [...(exactTo?.values() ?? [])].flat()),
      ]),
    ]),
  };
  const fees = await readFees(connection, job, sources);
  return {
    sources,
    members: inUse.map((member) => ({
      ...member,
      exactTo: insiders.flatMap(({ authority, insider }) =>
        authority === member.code ? [insider] : [],
      ),
    })),
    earlier: [...new Set([...earlierRows.map(({ id }) => id), ...(fees?.earlier ?? [])])],
    fees: fees?.sources ?? null,
  };
}

type Place = Pick<ReleaseJob, 'dataset' | 'period'>;

const isOf =
  ({ dataset, period }: Place) =>
  (one: Place): boolean =>
    one.dataset === dataset && one.period === period;

/** Of each authority the version that was in use at an instant; of some authorities only, where they are given. */
const inUseAt = (
  returns: readonly ReadReturnRow[],
  at: Date,
  authorities?: readonly string[],
): ReadReturnRow[] =>
  returns.filter(
    ({ authority, acceptedAt, endedAt }) =>
      acceptedAt <= at &&
      (endedAt === null || endedAt > at) &&
      (authorities === undefined || authorities.includes(authority)),
  );

/** What an earlier release was made from: all of it, for a total of fewer would be taken for the total. */
function returnsOf(row: EarlierRow, returns: readonly ReadReturnRow[]): ReadReturnRow[] {
  const { builtAt, contributors } = row;
  const before = inUseAt(returns, builtAt, contributors).filter(isOf(row));
  if (contributors.every((code) => before.some(({ authority }) => authority === code))) {
    return before;
  }
  throw new NotBuilt(
    'Returns that an earlier release was made from can no longer be read: nothing can be protected against it. Nothing is released.',
  );
}

function membersOf(
  { dataset, period, audience }: ReleaseJob,
  read: {
    readonly members: readonly MemberRow[];
    readonly granted: readonly ReleaseSource[];
    readonly inUse: readonly ReadReturnRow[];
    readonly elsewhere: ReadonlySet<string>;
  },
): Omit<ReleaseMember, 'exactTo'>[] {
  const sources = new Map(read.granted.map((source) => [source.authorityCode, source]));
  const month = periodInWords(period);
  return read.members.map((member) => {
    const source = sources.get(member.code);
    if (!source) {
      const reason = `No agreement in force releases ${dataset} of ${member.name} to ${audienceInWords[audience]}.`;
      return { ...member, source: null, reason };
    }
    if (read.elsewhere.has(member.code)) {
      const reason = `Figures of ${member.name} for ${month}, or that tell of them, are in a release of another consortium: it is not known what both tell together.`;
      return { ...member, source: null, reason };
    }
    const filed = read.inUse.some(
      ({ authority, tenantId }) => authority === member.code && tenantId === source.giverId,
    );
    return filed
      ? { ...member, source, reason: null }
      : {
          ...member,
          source: null,
          reason: `${member.name} has no accepted return of ${dataset} for ${month}.`,
        };
  });
}

/** The strictest rule that any of the agreements asks for. */
const strictest = (sources: readonly ReleaseSource[]): DisclosureRule => ({
  minimumCount: Math.max(
    weakestRelease.minimumCount,
    ...sources.map(({ minimumCount }) => minimumCount),
  ),
  rounding: Math.max(weakestRelease.rounding, ...sources.map(({ rounding }) => rounding)),
});

type Contents = (row: ReadReturnRow) => ContributedReturn;

/** What returns say, each read once. */
async function readContents(
  connection: Connection,
  returns: readonly ReadReturnRow[],
): Promise<Contents> {
  const rows = await selectRows(connection, returns);
  const byReturn = Map.groupBy(rows, ({ returnId }) => returnId);
  return ({ id, tenantId, authority, synthetic }) => ({
    authority,
    organisation: tenantId,
    synthetic,
    tables: tablesOf(byReturn.get(id) ?? []),
  });
}

function tablesOf(rows: readonly ReadRow[]): ReadonlyMap<string, readonly ReturnRow[]> {
  return Map.groupBy(rows, ({ table }) => table);
}

async function readEarlier(
  connection: Connection,
  job: ReleaseJob,
  read: {
    readonly rows: readonly EarlierRow[];
    readonly before: readonly (readonly ReadReturnRow[])[];
    readonly contents: Contents;
  },
): Promise<ReleaseAround[]> {
  const cells = await selectEarlierCells(connection, job, read.rows);
  const byRelease = Map.groupBy(cells, ({ releaseId }) => releaseId);
  const shownTo = await selectShown(connection, job, read.rows);
  return read.rows.map(({ id, dataset, period, minimumCount, rounding }, nth) => ({
    release: id,
    dataset,
    period,
    rule: { minimumCount, rounding },
    returns: (read.before[nth] ?? []).map(read.contents),
    exactTo: new Map(
      shownTo
        .filter(({ releaseId }) => releaseId === id)
        .map(({ authority, exactTo }) => [authority, exactTo]),
    ),
    shown: new Map(
      (byRelease.get(id) ?? []).map((cell) => [cellKey(cell), cell.value ?? cell.symbol ?? 'x']),
    ),
  }));
}

/** What publishers say of the same children on the same day, or suppress around it; nothing for most months. */
async function readPublished(
  connection: Connection,
  { period }: ReleaseJob,
  contributors: ReadonlySet<string>,
): Promise<readonly PublicFigure[]> {
  const day = publicDayOf(period);
  if (day === null) return [];
  const rows = await selectPublished(connection, {
    keys: [...publishedCounterparts.values()],
    authorities: [...contributors],
    day,
  });
  const figures = [...publishedCounterparts].flatMap(([indicator, counterpart]) =>
    rows.filter(({ key }) => key === counterpart).map((row) => ({ ...row, indicator })),
  );
  return saidOf(period, figures);
}
