import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Runs `prisma generate` with no download: it asks for a schema engine that it does not use, so any file will do. */
const cli = createRequire(import.meta.url).resolve('prisma/build/index.js');
const folder = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(process.execPath, [cli, 'generate', '--schema', 'schema'], {
  cwd: folder,
  stdio: 'inherit',
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  },
});
process.exitCode = status ?? 1;
