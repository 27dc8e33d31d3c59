import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ConsortiumRecord } from '../authorities/authorities.service.ts';
import { readReleasedFees } from '../disclosure/read-fees.service.ts';
import type { Comparison } from '../indicators/comparison.service.ts';
import { readComparison, showReleased } from '../indicators/comparison.service.ts';
import { requireConsortium } from './exposure.service.ts';
import type { OwnPriceRow } from './fees.queries.ts';
import { ownPrices } from './fees.queries.ts';
import type { FeeBand, MembersCost } from './fees.ts';
import { feeBands, membersCosts, ofLots } from './fees.ts';
import { listFrameworks, requireFramework } from './frameworks.service.ts';
import { payerOf } from './provider-use.service.ts';

/** What is paid for care in a consortium, as far as this viewer may know it. */
export interface Fees {
  readonly consortium: ConsortiumRecord;
  readonly bands: readonly FeeBand[];
  /** What members paid a week and child together, by kind of care. */
  readonly members: readonly MembersCost[];
  /** Unit costs as published. */
  readonly published: Comparison;
}

const paidByMembers = ['residential-weekly-cost-month', 'fostering-weekly-cost-month'];
/** How far back a month is looked for that is released. */
const monthsBack = 24;
const publishedCosts = ['residential-weekly-cost', 'fostering-weekly-cost'];

/**
 * Own prices by framework, lot and need; what members pay together; and published unit costs beside them.
 *
 * No price of another tenant's is read. What members pay on a lot comes from audited releases alone; what they pay for a kind
 * of care from `comparison`: such a release, too, unless the viewer sees every member's costs exactly.
 *
 * @unit   GBP a week.
 * @source the viewer's own prices and call-offs; releases of members' costs; section 251 through the Local Authority
 *   Interactive Tool.
 * @throws DomainError NOT_FOUND an unknown consortium, or a framework that the viewer may not read.
 */
export async function readFees(
  viewer: Viewer,
  input: { readonly consortium: string; readonly framework?: string | null | undefined },
): Promise<Fees> {
  requirePermission(viewer.actor, 'provider:read');
  const consortium = await requireConsortium(viewer, input.consortium);
  const { code } = consortium;
  const frameworks =
    input.framework == null
      ? await listFrameworks(viewer, { consortium: code })
      : [await requireFramework(viewer, input.framework)];

  const prices = await viewer.operation.rows<OwnPriceRow>(
    ownPrices(
      payerOf(viewer),
      frameworks.map(({ id }) => id),
    ),
  );
  const released = await readReleasedFees(viewer, code);
  const [members, published] = await Promise.all([
    readComparison(viewer, {
      consortium: code,
      indicators: paidByMembers,
      comparators: ['consortium'],
      periods: monthsBack,
    }),
    readComparison(viewer, {
      consortium: code,
      indicators: publishedCosts,
      comparators: ['england'],
    }),
  ]);
  return {
    consortium,
    bands: feeBands(
      frameworks,
      prices,
      new Map([...released].map(([lot, cell]) => [lot, showReleased(cell, ofLots)])),
    ),
    members: membersCosts(members),
    published,
  };
}
