import { countsExplained } from '@sufficiency/shared/providers/framework-counts.ts';
import type { Viewer } from '../access/viewer.ts';
import { oncePerOperation } from '../access/viewer.ts';
import { membersSeen, membersWhy } from './award-sight.service.ts';
import type { Members } from './awards.service.ts';
import { membersToday } from './awards.service.ts';
import type { FrameworkRecord, LotRecord, TierRecord } from './framework-record.ts';

/** A number of memberships or providers, as counted here and as printed. */
export interface FrameworkCount {
  /** In force today; null where who is on it is not shared with the viewer. */
  readonly value: number | null;
  /** As the source prints it; null where it does not. */
  readonly printed: number | null;
  /** Why the viewer sees it, or not. */
  readonly why: string;
}

/** Who is on a framework is read once for each operation. */
const known = oncePerOperation(() =>
  Promise.resolve(new Map<string, Promise<readonly Members[] | null>>()),
);

async function membersOf(
  viewer: Viewer,
  framework: FrameworkRecord,
): Promise<readonly Members[] | null> {
  const read = await known(viewer);
  const before = read.get(framework.id);
  if (before) return await before;
  const members = membersToday(viewer, framework);
  read.set(framework.id, members);
  return await members;
}

const distinct = (members: readonly Members[]) =>
  new Set(members.map(({ providerId }) => providerId)).size;

async function counted(
  viewer: Viewer,
  framework: FrameworkRecord,
  { of, printed }: { of: (members: readonly Members[]) => number; printed: number | null },
): Promise<FrameworkCount> {
  const members = await membersOf(viewer, framework);
  const why = membersWhy(await membersSeen(viewer, framework));
  return { value: members && of(members), printed, why };
}

/** Memberships of a framework's lots today: a provider on several lots counts once for each. */
export const membershipsOf = (
  viewer: Viewer,
  framework: FrameworkRecord,
): Promise<FrameworkCount> =>
  counted(viewer, framework, {
    of: (members) => members.length,
    printed: framework.printedMemberships,
  });

/** Distinct providers on a framework today. */
export const providersOn = (viewer: Viewer, framework: FrameworkRecord): Promise<FrameworkCount> =>
  counted(viewer, framework, { of: distinct, printed: framework.printedProviders });

const ofLot =
  ({ id }: LotRecord) =>
  (members: readonly Members[]) =>
    members.filter(({ lotId }) => lotId === id);

/** Memberships of a lot today. */
export const membershipsOfLot = (viewer: Viewer, lot: LotRecord): Promise<FrameworkCount> =>
  counted(viewer, lot.framework, {
    of: (members) => ofLot(lot)(members).length,
    printed: lot.printedMemberships,
  });

/** Memberships of a tier today. */
export const membershipsOfTier = (viewer: Viewer, tier: TierRecord): Promise<FrameworkCount> =>
  counted(viewer, tier.lot.framework, {
    of: (members) => members.filter(({ tierId }) => tierId === tier.id).length,
    printed: null,
  });

/** Why memberships and providers are different numbers, counted and printed, in sentences. */
export async function explainCounts(viewer: Viewer, framework: FrameworkRecord): Promise<string> {
  const members = await membersOf(viewer, framework);
  return countsExplained({
    ...framework,
    lots:
      members &&
      framework.lots.map((lot) => ({
        number: lot.number,
        memberships: ofLot(lot)(members).length,
      })),
    providers: members && distinct(members),
  });
}

/** True where any membership that the viewer sees is made up for a demonstration. */
export async function hasSyntheticMembers(
  viewer: Viewer,
  framework: FrameworkRecord,
): Promise<boolean> {
  return (await membersOf(viewer, framework))?.some(({ synthetic }) => synthetic) ?? false;
}
