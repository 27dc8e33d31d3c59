import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@sufficiency/prisma/embedded.ts';
import { migrate } from '@sufficiency/prisma/migrate.ts';
import { ensureRoles } from '@sufficiency/prisma/roles.ts';
import { readSecrets } from '@sufficiency/prisma/secrets.ts';
import { seedDemonstration } from '@sufficiency/server/modules/access/demonstration-seed.service.ts';
import { loadReferenceData } from '@sufficiency/server/modules/indicators/reference-load.service.ts';
import { seedAgreements } from '@sufficiency/server/modules/sharing/demonstration-agreements.service.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openPool } from '@sufficiency/server/platform/database.ts';
import { stamp } from '@sufficiency/server/platform/stamp.ts';
import { referenceFolder } from '../testkit/workspace.ts';

/** A PostgreSQL of the bench's own, with the demonstration in it. */
export interface BenchStore {
  readonly superuserUrl: string;
  /** As a server connects: owns nothing, held by row-level security. */
  readonly appUrl: string;
  /** A bearer token for each account of the demonstration. */
  readonly tokens: Readonly<Record<string, string>>;
  /** Stops PostgreSQL and removes its folder. */
  readonly drop: () => Promise<void>;
}

const quiet = () => undefined;

/** What is made here is thrown away: nothing has to survive a crash. Enough memory to hold the set. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  max_wal_size: '4GB',
  shared_buffers: '512MB',
};

/** Starts an embedded PostgreSQL in a temporary folder, migrates it and makes the demonstration. */
export async function openStore(): Promise<BenchStore> {
  const folder = await mkdtemp(join(tmpdir(), 'sufficiency-bench-'));
  await chmod(folder, 0o711);
  const remove = () => rm(folder, { recursive: true, force: true });
  const postgres = await startEmbedded({ dataDir: folder, log: quiet, settings }).catch(
    async (error) => {
      await remove();
      throw error;
    },
  );
  const drop = async () => {
    await postgres.stop();
    await remove();
  };
  try {
    const { ownerUrl } = postgres;
    const secrets = await readSecrets(folder);
    const { appUrl, loaderUrl } = await ensureRoles({ ownerUrl, secret: secrets.roles });
    await migrate({ ownerUrl, log: quiet });
    const tokens = await makeDemonstration(loaderUrl);
    return { superuserUrl: asSuperuser(ownerUrl, secrets.superuser), appUrl, tokens, drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

const asSuperuser = (ownerUrl: string, password: string) =>
  Object.assign(new URL(ownerUrl), { username: 'postgres', password }).href;

/** What a first start makes; the tokens of its accounts. */
async function makeDemonstration(loaderUrl: string): Promise<Record<string, string>> {
  const pool = openPool({ url: loaderUrl, size: 1 });
  let kept: Record<string, string> = {};
  try {
    await stamp(pool, 'demonstration', systemClock.now());
    await loadReferenceData({ pool, clock: systemClock, folder: referenceFolder });
    await seedDemonstration({
      pool,
      clock: systemClock,
      tokens: {
        read: () => Promise.resolve(kept),
        write: (tokens) => {
          kept = tokens;
          return Promise.resolve();
        },
      },
    });
    await seedAgreements({ pool, clock: systemClock });
    return kept;
  } finally {
    await pool.end();
  }
}
