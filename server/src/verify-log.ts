import { join } from 'node:path';
import { readEnv } from './env.ts';
import { describeFinding } from './modules/audit/chain-check.ts';
import type { ChainReport } from './modules/audit/verify.service.ts';
import { verifyLog } from './modules/audit/verify.service.ts';
import { anchorFile, anchorFileName } from './platform/anchor-file.ts';
import { systemClock } from './platform/clock.ts';
import { openPool } from './platform/database.ts';
import { reachStore } from './platform/store.ts';

const number = new Intl.NumberFormat('en-GB');
const count = (many: number, one: string) =>
  `${number.format(many)} ${many === 1 ? one : `${one}s`}`;

/** What was found in one organisation's log, a line each. */
const tell = ({ organisation, findings }: ChainReport): string[] =>
  findings.map((finding) => `${organisation}: ${describeFinding(finding)}.`);

/**
 * `pnpm verify-log`: works the chains of the log out anew and compares them with the anchor of this data folder. Runs
 * beside a server or without one. Ends with 1 where anything is wrong.
 */
async function verify(): Promise<void> {
  const env = readEnv();
  const store = await reachStore(env);
  const pool = openPool({ url: store.chainUrl, size: 1 });
  try {
    const reports = await verifyLog({
      pool,
      anchor: anchorFile(join(env.dataDir, anchorFileName)),
      clock: systemClock,
    });
    const lines = reports.flatMap(tell);
    const entries = reports.reduce((sum, { length }) => sum + length, 0);
    for (const line of lines) console.log(line);
    const what = `${count(reports.length, 'log')} with ${number.format(entries)} entries`;
    console.log(
      lines.length === 0
        ? `Nothing is wrong: ${what}.`
        : `${count(lines.length, 'finding')} in ${what}.`,
    );
    if (lines.length > 0) process.exitCode = 1;
  } finally {
    await pool.end();
    await store.close();
  }
}

try {
  await verify();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
