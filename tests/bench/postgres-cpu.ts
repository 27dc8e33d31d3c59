import { readFile } from 'node:fs/promises';
import type { Client } from 'pg';

/** Time on a processor of the sessions of a server, from Linux's own book-keeping. Unit: microseconds. */
export async function postgresCpu(client: Client, applicationName: string): Promise<number> {
  const { rows } = await client.query<{ pid: number }>(
    'select pid from pg_stat_activity where application_name = $1',
    [applicationName],
  );
  const used = await Promise.all(rows.map(({ pid }) => nanosecondsOf(pid)));
  return used.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1_000;
}

/** 0 where the system does not tell: PostgreSQL's share is then missing from the table. */
async function nanosecondsOf(pid: number): Promise<number> {
  try {
    const [onProcessor] = (await readFile(`/proc/${pid}/schedstat`, 'utf8')).split(' ');
    return Number(onProcessor);
  } catch {
    return 0;
  }
}
