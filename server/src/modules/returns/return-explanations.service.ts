import { badInput } from '@sufficiency/shared/errors.ts';
import type { Viewer } from '../access/viewer.ts';
import type { ReturnTarget } from './return-changes.service.ts';
import { move, recorded, requireAllowed } from './return-changes.service.ts';
import type { ReturnRecord } from './return-record.ts';
import { checkedText } from './return-words.ts';

/** What the sender says to a query of the checks. */
export interface Explanation {
  /** The problem’s number within its return. */
  readonly nth: number;
  readonly explanation: string;
}

/** Queries that are explained at a time. */
const mostExplained = 200;

/**
 * Keeps what the sender says to queries. Of two people who explain at once, the second is told.
 *
 * @throws DomainError as for confirming; BAD_USER_INPUT no such query.
 */
export async function explainReturnProblems(
  viewer: Viewer,
  { problems, ...target }: ReturnTarget & { readonly problems: readonly Explanation[] },
): Promise<ReturnRecord> {
  if (problems.length === 0 || problems.length > mostExplained) {
    throw badInput(`Explain 1 to ${mostExplained} queries at a time.`);
  }
  const record = await requireAllowed(viewer, target, 'explain');
  await move(viewer, record, {});
  for (const { nth, explanation } of problems) {
    const { count } = await viewer.db.returnProblem.updateMany({
      where: { tenantId: record.tenantId, returnId: record.id, nth, severity: 'QUERY' },
      data: {
        explanation: checkedText(explanation, 'explanation'),
        explainedBy: viewer.actor.account,
        explainedAt: viewer.clock.now(),
      },
    });
    if (count === 0)
      throw badInput(`Problem ${nth} of this return does not ask for an explanation.`);
  }
  return await recorded(viewer, record, { action: 'explained', type: 'return.explained' });
}
