import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { SchemaContainer } from '@prisma/schema-engine-wasm';
import { sqlOfSchema } from './schema-engine.ts';

/**
 * Prints the SQL that takes a database from the Prisma schema of a commit to the one in the work
 * tree: what a new migration begins with. `--since <commit>`; without it, from nothing.
 */
const { values } = parseArgs({ options: { since: { type: 'string' } } });

const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: new URL('..', import.meta.url), encoding: 'utf8' });

function schemaAt(commit: string): SchemaContainer[] {
  const paths = git('ls-tree', '--name-only', commit, 'schema/').split('\n').filter(Boolean);
  return paths.map((path) => ({ path, content: git('show', `${commit}:./${path}`) }));
}

process.stdout.write(
  await sqlOfSchema(values.since === undefined ? undefined : schemaAt(values.since)),
);
