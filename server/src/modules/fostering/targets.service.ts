import type { Prisma } from '@sufficiency/prisma/client.ts';
import { badInput, conflict, notFound } from '@sufficiency/shared/errors.ts';
import type { ChainCheck } from '@sufficiency/shared/fostering/target-chain.ts';
import { checkChain } from '@sufficiency/shared/fostering/target-chain.ts';
import { financialYear } from '@sufficiency/shared/indicators/period.ts';
import { today } from '../../platform/clock.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import { changedMeanwhile } from '../../platform/meanwhile.ts';
import { requirePermission } from '../access/actor.ts';
import { targetsReadableBy } from '../access/fostering-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import type { ApprovedRow } from './forecast.queries.ts';
import { approvedBetween } from './forecast.queries.ts';
import type { PlanScope } from './plan-scope.service.ts';
import { enquiriesOfPlan, ownConsortia, requirePlanScope } from './plan-scope.service.ts';

type Maybe<Value> = Value | null | undefined;
type Row = Prisma.FosteringTargetGetPayload<object>;

/** What is aimed at in a year. */
export interface TargetRecord extends Omit<Row, 'upliftPercent' | 'conversionPercent'> {
  readonly upliftPercent: number | null;
  readonly conversionPercent: number | null;
}

const toTarget = ({ upliftPercent, conversionPercent, ...row }: Row): TargetRecord => ({
  ...row,
  upliftPercent: upliftPercent?.toNumber() ?? null,
  conversionPercent: conversionPercent?.toNumber() ?? null,
});

/** Whether what was stated of a target agrees with itself. */
export const checkOf = (target: TargetRecord): ChainCheck => checkChain(target);

/**
 * Targets of a consortium that the viewer may see, the latest year first, the whole hub before its members.
 *
 * @throws DomainError NOT_FOUND no such consortium.
 */
export async function listTargets(
  viewer: Viewer,
  { consortium: code, year }: { readonly consortium: string; readonly year?: Maybe<string> },
): Promise<TargetRecord[]> {
  requirePermission(viewer.actor, 'enquiry:read');
  const consortium = await findConsortium(viewer, code);
  if (!consortium) throw notFound('consortium', code);
  const rows = await viewer.db.fosteringTarget.findMany({
    where: {
      AND: [
        { consortiumCode: consortium.code, ...(year != null && { year }) },
        targetsReadableBy(viewer.actor, await ownConsortia(viewer)),
      ],
    },
    orderBy: [
      { year: 'desc' },
      { authorityCode: { sort: 'asc', nulls: 'first' } },
      { householdType: { sort: 'asc', nulls: 'first' } },
      { id: 'asc' },
    ],
  });
  return rows.map(toTarget);
}

/** A target as somebody states it. */
export interface TargetInput extends PlanScope {
  /** The version the person saw; none for a new one. */
  readonly version?: Maybe<number>;
  readonly baselineApprovals?: Maybe<number>;
  readonly upliftPercent?: Maybe<number>;
  readonly enquiries?: Maybe<number>;
  readonly conversionPercent?: Maybe<number>;
  readonly approvals: number;
  readonly source?: Maybe<string>;
  readonly shared?: Maybe<boolean>;
}

/**
 * States a target of a year, or states it anew. One that contradicts itself is kept as it was stated: its check says so.
 *
 * @throws DomainError NOT_FOUND an unknown consortium.
 * @throws DomainError BAD_USER_INPUT what is wrong, by path.
 * @throws DomainError CONFLICT there is one already, or it changed since the version given.
 */
export async function setTarget(viewer: Viewer, input: TargetInput): Promise<TargetRecord> {
  requirePermission(viewer.actor, 'fostering:plan');
  const { consortium, year } = await requirePlanScope(viewer, input);
  const stated = statedIn(viewer, input);
  const { authorityCodes } = viewer.actor;
  if (stated.shared && input.authority != null && !authorityCodes.includes(input.authority)) {
    throw badInput('shared must be false: only whoever answers for an authority shows its target.');
  }
  if (tellsOfMembers({ ...stated, authority: input.authority })) {
    throw badInput(
      'shared must be false: a baseline is the sum of the members’, so that one could take its own from it. Leave out baselineApprovals and upliftPercent, or name as source the paper that published them.',
    );
  }
  const tenantId = viewer.actor.organisationId;
  const place = {
    ...{ tenantId, consortiumCode: consortium.code, year: year.label },
    authorityCode: input.authority ?? null,
    householdType: input.householdType ?? null,
  };
  const before = await viewer.db.fosteringTarget.findFirst({ where: place });
  if (before && input.version == null) {
    throw conflict(`There is a target of ${year.label} already: change it instead.`, {
      version: before.version,
    });
  }
  if ((before?.version ?? null) !== (input.version ?? null)) {
    throw changedMeanwhile('target', before?.version);
  }
  const row = before
    ? await viewer.db.fosteringTarget.update({
        where: { tenantId_id: { tenantId, id: before.id }, version: before.version },
        data: { ...stated, version: before.version + 1 },
      })
    : await viewer.db.fosteringTarget.create({ data: { ...place, ...stated } });
  await recordOwn(viewer, {
    type: 'target.set',
    details: {
      id: row.id,
      consortium: consortium.code,
      periods: [year.label],
      authorities: input.authority == null ? [] : [input.authority],
    },
  });
  return toTarget(row);
}

/** Whether all members would be shown what was approved of all of them together, though nobody published it. */
const tellsOfMembers = ({
  authority,
  shared,
  source,
  baselineApprovals,
  upliftPercent,
}: ReturnType<typeof statedIn> & Pick<TargetInput, 'authority'>): boolean =>
  shared &&
  authority == null &&
  source === null &&
  (baselineApprovals !== null || upliftPercent !== null);

/** What a target says. @throws DomainError BAD_USER_INPUT what cannot be, by path. */
function statedIn({ clock }: Viewer, input: TargetInput) {
  const problems = new InputProblems();
  const counts = [0, 100_000] as const;
  const stated = {
    baselineApprovals: problems.within('baselineApprovals', input.baselineApprovals, counts),
    upliftPercent: problems.within('upliftPercent', input.upliftPercent, [-100, 9_999]),
    enquiries: problems.within('enquiries', input.enquiries, [0, 1_000_000]),
    conversionPercent: problems.within('conversionPercent', input.conversionPercent, [0, 100]),
    approvals: problems.within('approvals', input.approvals, counts) ?? 0,
    source: problems.optionalText('source', input.source, 300),
    shared: input.shared === true,
    changedAt: clock.now(),
  };
  problems.refuse();
  return stated;
}

/** How far a year has come. */
export interface TargetProgress {
  /** The day up to which it is counted: `YYYY-MM-DD`. */
  readonly until: string;
  readonly enquiries: number;
  readonly approvals: number;
  /** True where any of them is made up for a demonstration. */
  readonly synthetic: boolean;
}

/** What there has been of a target's year, for whoever sees all of it; null for others, and before it begins. */
export async function progressOf(
  viewer: Viewer,
  target: TargetRecord,
): Promise<TargetProgress | null> {
  const { actor, clock, operation } = viewer;
  const { tenantId, authorityCode, householdType } = target;
  const isOwn = authorityCode !== null && actor.authorityCodes.includes(authorityCode);
  if (!isOwn && tenantId !== actor.organisationId) return null;
  const consortium = await findConsortium(viewer, target.consortiumCode);
  const { startsOn, endsOn } = financialYear(target.year);
  const day = today(clock);
  if (!consortium || startsOn > day) return null;
  const isOver = endsOn < day;
  const until = isOver ? endsOn : day;
  const wanted = await enquiriesOfPlan(
    viewer,
    { authority: authorityCode, householdType },
    { consortium, until },
  );
  const [row] = await operation.rows<ApprovedRow>(
    approvedBetween(wanted, { from: startsOn, to: until }),
  );
  const { enquiries = 0, approved = 0, synthetic = false } = row ?? {};
  return { until, enquiries, approvals: approved, synthetic };
}
