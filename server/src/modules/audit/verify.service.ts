import type pg from 'pg';
import type { AnchorFile } from '../../platform/anchor-file.ts';
import type { Clock } from '../../platform/clock.ts';
import { selectChain, selectLeftOut, selectLoggedTenants, selectSlugs } from './chain.queries.ts';
import type { Head } from './chain.ts';
import type { Finding } from './chain-check.ts';
import { ChainCheck } from './chain-check.ts';

/** An event has its place within seconds; one that lacks it for longer was left out. Unit: milliseconds. */
const patience = 60_000;

const page = 5_000;

/** What was found in one organisation's log. */
export interface ChainReport {
  readonly tenantId: string;
  /** Slug of the organisation; its id where there is none of that id any more. */
  readonly organisation: string;
  /** Entries of its chain. */
  readonly length: number;
  /** Events so new that they have no place yet. */
  readonly waiting: number;
  /** Empty where nothing is wrong. */
  readonly findings: readonly Finding[];
}

/**
 * Works every chain out anew and compares it with the anchor: finds and locates what was edited, deleted, inserted,
 * moved or cut off.
 */
export async function verifyLog(options: {
  /** As the chaining role, which reads every log. */
  pool: pg.Pool;
  anchor: AnchorFile;
  clock: Clock;
}): Promise<ChainReport[]> {
  // Read first: chains only grow, so one that is intact holds at least this.
  const anchor = await options.anchor.read();
  const client = await options.pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const leftOut = Map.groupBy(
      await selectLeftOut(client, new Date(options.clock.now().getTime() - patience)),
      ({ tenantId }) => tenantId,
    );
    const tenants = new Set([...(await selectLoggedTenants(client)), ...anchor.keys()]);
    const slugs = await selectSlugs(client, [...tenants]);
    const reports: ChainReport[] = [];
    for (const tenantId of [...tenants].sort()) {
      const check = await checkChain(client, { tenantId, anchor: anchor.get(tenantId) ?? null });
      const theirs = leftOut.get(tenantId) ?? [];
      reports.push({
        tenantId,
        organisation: slugs.get(tenantId) ?? tenantId,
        length: check.length,
        waiting: theirs.filter(({ recent }) => recent).length,
        findings: [
          ...check.findings(),
          ...theirs.filter(({ recent }) => !recent).map(({ eventId }) => notChained(eventId)),
        ],
      });
    }
    await client.query('commit');
    return reports;
  } finally {
    client.release(true);
  }
}

async function checkChain(
  client: pg.PoolClient,
  { tenantId, anchor }: { tenantId: string; anchor: Head | null },
): Promise<ChainCheck> {
  const check = new ChainCheck(anchor);
  for (;;) {
    const links = await selectChain(client, { tenantId, after: check.length, limit: page });
    for (const link of links) check.read(link);
    if (links.length < page) return check;
  }
}

const notChained = (eventId: string): Finding => ({
  kind: 'not-chained',
  from: null,
  to: null,
  eventId,
});
