import { writtenDay } from '../indicators/london-day.ts';
import type { AuditEvents } from './audit-query.ts';

/** What the log holds, in a sentence. */
export function auditSentence(
  organisation: string,
  events: Pick<AuditEvents, 'totalCount' | 'edges'>,
  narrowed: boolean,
): string {
  const { totalCount, edges } = events;
  const kind = narrowed ? ' of this kind' : '';
  if (totalCount === 0) return `The log of ${organisation} has no event${kind}.`;
  const times = edges.map(({ node }) => node.occurredAt).toSorted();
  const latest = times.at(-1);
  const count =
    totalCount === 1 ? `one event${kind}` : `${totalCount.toLocaleString('en-GB')} events${kind}`;
  const when = latest === undefined ? '' : `; the latest shown is of ${writtenDay(latest)}`;
  return `The log of ${organisation} has ${count}${when}.`;
}
