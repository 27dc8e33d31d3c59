import { createHash } from 'node:crypto';

/** An event as its row holds it. */
export interface StoredEvent {
  readonly tenantId: string;
  readonly id: string;
  readonly type: string;
  readonly account: string;
  readonly role: string;
  readonly actorOrganisationId: string;
  readonly agreementId: string | null;
  readonly agreementVersion: number | null;
  readonly details: unknown;
  readonly occurredAt: Date;
}

/** Where a chain ends. */
export interface Head {
  /** Place of its last entry, counted from 1; 0 for a chain without any. */
  readonly sequence: number;
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
}

/** An event's place in its tenant's chain. */
export interface NewLink extends Head {
  readonly tenantId: string;
  readonly eventId: string;
  readonly chainedAt: Date;
}

/** What the first entry of a chain follows. */
export const chainStart: Head = { sequence: 0, hash: '0'.repeat(64) };

/**
 * Hash of an entry: SHA-256 over the hash before it, its place, its time and the whole event, so that none of them can
 * change, move or vanish without another hash.
 */
export function linkHash(
  previousHash: string,
  entry: { readonly sequence: number; readonly chainedAt: Date; readonly event: StoredEvent },
): string {
  const { sequence, chainedAt, event } = entry;
  const content = [
    previousHash,
    sequence,
    chainedAt.toISOString(),
    event.tenantId,
    event.id,
    event.type,
    event.account,
    event.role,
    event.actorOrganisationId,
    event.agreementId,
    event.agreementVersion,
    inOrder(event.details),
    event.occurredAt.toISOString(),
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** The entries that chain events, in the order given, to the end of their tenant's chain. */
export function chain(
  head: Head,
  { events, chainedAt }: { events: readonly StoredEvent[]; chainedAt: Date },
): NewLink[] {
  let last = head;
  return events.map((event) => {
    const sequence = last.sequence + 1;
    const hash = linkHash(last.hash, { sequence, chainedAt, event });
    last = { sequence, hash };
    return { ...last, tenantId: event.tenantId, eventId: event.id, chainedAt };
  });
}

/** The same value with the keys of every object in order: PostgreSQL keeps no order of its own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, held]) => [key, inOrder(held)]);
}
