import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '@sufficiency/prisma/embedded.ts';
import { migrate } from '@sufficiency/prisma/migrate.ts';
import { ensureRoles } from '@sufficiency/prisma/roles.ts';
import { readSecrets } from '@sufficiency/prisma/secrets.ts';
import { seedDemonstration } from '@sufficiency/server/modules/access/demonstration-seed.service.ts';
import { seedBeds } from '@sufficiency/server/modules/beds/demonstration-beds.service.ts';
import { seedFostering } from '@sufficiency/server/modules/fostering/demonstration-fostering.service.ts';
import { loadReferenceData } from '@sufficiency/server/modules/indicators/reference-load.service.ts';
import { seedProviders } from '@sufficiency/server/modules/providers/demonstration-providers.service.ts';
import { seedReturns } from '@sufficiency/server/modules/returns/demonstration-returns.service.ts';
import { seedAgreements } from '@sufficiency/server/modules/sharing/demonstration-agreements.service.ts';
import { analyse } from '@sufficiency/server/platform/analyse.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openPool } from '@sufficiency/server/platform/database.ts';
import { stamp } from '@sufficiency/server/platform/stamp.ts';
import type { TestProject } from 'vitest/node';
import './provided.ts';
import { referenceFolder } from './workspace.ts';

/** A test database is made anew in every run: nothing of it has to survive a crash. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

const quiet = () => undefined;

/**
 * Starts one PostgreSQL for the whole run and makes the demonstration in it once; every test file
 * then copies that database. All of it is gone when the run ends. Unit tests need none of it.
 */
export async function setup({ provide, vitest }: TestProject): Promise<() => Promise<void>> {
  if (vitest.projects.every(({ name }) => name === 'unit')) return () => Promise.resolve();
  const dataDir = await mkdtemp(join(tmpdir(), 'sufficiency-tests-'));
  await chmod(dataDir, 0o711);
  const postgres = await startEmbedded({ dataDir, log: quiet, settings: careless });
  const stop = async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    const { ownerUrl } = postgres;
    const secrets = await readSecrets(dataDir);
    const { loaderUrl } = await ensureRoles({ ownerUrl, secret: secrets.roles });
    await migrate({ ownerUrl, log: quiet });

    const superuser = new URL(ownerUrl);
    superuser.username = 'postgres';
    superuser.password = secrets.superuser;
    provide('cluster', {
      ownerUrl,
      superuserUrl: superuser.href,
      roleSecret: secrets.roles,
      tokens: await makeDemonstration(loaderUrl),
    });
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What a first start makes; the tokens of its accounts. */
async function makeDemonstration(loaderUrl: string): Promise<Record<string, string>> {
  const pool = openPool({ url: loaderUrl, size: 1 });
  const kept: { tokens: Record<string, string> } = { tokens: {} };
  try {
    await stamp(pool, 'demonstration', systemClock.now());
    await loadReferenceData({ pool, clock: systemClock, folder: referenceFolder });
    await seedDemonstration({
      pool,
      clock: systemClock,
      tokens: {
        read: () => Promise.resolve(kept.tokens),
        write: (tokens) => {
          kept.tokens = tokens;
          return Promise.resolve();
        },
      },
    });
    await seedAgreements({ pool, clock: systemClock });
    await seedReturns({ pool, clock: systemClock });
    await seedProviders({ pool, clock: systemClock });
    await seedFostering({ pool, clock: systemClock });
    await seedBeds({ pool, clock: systemClock });
    await analyse(pool);
    return kept.tokens;
  } finally {
    await pool.end();
  }
}
