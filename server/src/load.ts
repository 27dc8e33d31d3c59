import { resolve } from 'node:path';
import { z } from 'zod';
import { readEnv } from './env.ts';
import type { FileOutcome, LoadReport } from './modules/indicators/reference-load.service.ts';
import { loadReferenceData } from './modules/indicators/reference-load.service.ts';
import { changesCounted } from './modules/providers/change-words.ts';
import { systemClock } from './platform/clock.ts';
import { openPool } from './platform/database.ts';
import { lockDataDir } from './platform/lock.ts';
import { createProgress } from './platform/progress.ts';
import type { ReplacementFile } from './platform/reference-folder.ts';
import { refuseOtherKind, requireKind } from './platform/stamp.ts';
import { openStore } from './platform/store.ts';

const folder = resolve(import.meta.dirname, '../../prisma/seed/reference');

const usage = `pnpm run load <file> <path> <vintage>
  file     the name of the file that is replaced, as in prisma/seed/reference/manifest.json
  path     the newer file, .csv or .csv.gz
  vintage  the day the newer file speaks for, written YYYY-MM-DD`;

const arguments_ = z.tuple([z.string().min(1), z.string().min(1), z.iso.date()]);

/** What the person typed. */
function readArguments(): ReplacementFile {
  const { data } = arguments_.safeParse(process.argv.slice(2));
  if (!data) throw new Error(usage);
  const [file, path, vintage] = data;
  return { file, path: resolve(path), vintage };
}

/** Loads one newer file into the database of this folder or of DATABASE_URL, beside what is there. */
async function load(): Promise<void> {
  const replacement = readArguments();
  const env = readEnv();
  const kind = requireKind(env);
  const lock = env.databaseUrl === undefined ? await lockDataDir(env.dataDir) : undefined;
  const store = await openStore({
    ...env,
    log: () => undefined,
    check: (ownerUrl) => refuseOtherKind(ownerUrl, kind),
  });
  const pool = openPool({ url: store.loaderUrl, size: 1 });
  const progress = createProgress(process.stdout);

  try {
    const report = await progress.stage('Reference data', (show) =>
      loadReferenceData({
        pool,
        clock: systemClock,
        folder,
        replacements: [replacement],
        onProgress: ({ done, total }) => show(done, total),
      }),
    );
    const outcome = report.files.find(({ file }) => file === replacement.file);
    progress.say(tell(outcome, report));
    if (outcome?.outcome === 'refused') process.exitCode = 1;
  } finally {
    await pool.end();
    await store.close();
    lock?.release();
  }
}

function tell(outcome: FileOutcome | undefined, { figures, registerChanges }: LoadReport): string {
  if (outcome?.outcome === 'refused') return outcome.reason ?? 'Refused.';
  if (outcome?.outcome === 'unchanged') {
    return 'These contents are in force already, whatever their vintage. Nothing was changed.';
  }
  const changes = changesCounted(registerChanges);
  return [
    `Loaded: ${figures} figures are new or replace older ones, which are kept.`,
    ...(changes === null ? [] : [`The register of providers: ${changes}.`]),
  ].join('\n');
}

try {
  await load();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
