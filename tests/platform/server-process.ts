import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { toolEnvironment } from '@sufficiency/server/env.ts';
import { workspaceRoot } from '../testkit/workspace.ts';

const run = promisify(execFile);

/** A server as `pnpm start` runs it, in a process of its own. */
export interface ServerProcess {
  readonly pid: number;
  /** Fulfilled with the address it prints; refused with all it printed if it ends first. */
  readonly address: Promise<string>;
  /** Fulfilled when it loads public figures, its database being there; refused as `address` is. */
  readonly loads: Promise<unknown>;
  /** Fulfilled when it has ended and all it printed is here. */
  readonly ended: Promise<{ readonly code: number | null; readonly printed: string }>;
  readonly kill: (signal: NodeJS.Signals) => void;
}

/**
 * Starts a server on a free port. Whoever starts it sees that it ends.
 *
 * @param launcher a program that runs the command it is given, in place of starting it directly.
 */
export function startServer(
  variables: Readonly<Record<string, string>>,
  launcher = process.execPath,
): ServerProcess {
  const command = launcher === process.execPath ? [] : [process.execPath];
  const child = spawn(launcher, [...command, 'server/src/start.ts'], {
    cwd: workspaceRoot,
    env: { ...toolEnvironment(), PORT: '0', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const chunks: Buffer[] = [];
  const printed = () => Buffer.concat(chunks).toString('utf8');
  const found = Promise.withResolvers<string>();
  const loads = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<{ code: number | null; printed: string }>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      const address = /^Open (http\S+)$/m.exec(printed())?.[1];
      if (address) found.resolve(address);
      if (/^Reference data …$/m.test(printed())) loads.resolve();
    });
  }
  child.once('close', (code) => {
    const early = new Error(`The server ended before it served:\n${printed()}`);
    found.reject(early);
    loads.reject(early);
    ended.resolve({ code, printed: printed() });
  });
  // A test that does not wait for the address is not concerned with it.
  found.promise.catch(() => undefined);
  loads.promise.catch(() => undefined);
  return {
    pid: child.pid ?? 0,
    address: found.promise,
    loads: loads.promise,
    ended: ended.promise,
    kill: (signal) => void child.kill(signal),
  };
}

/** A data folder that PostgreSQL's user can reach also where root runs the tests. */
export const newDataDir = (): Promise<string> => mkdtemp(join(tmpdir(), 'sufficiency-data-'));

/** Copies a data folder with its owners and modes. */
export async function copyDataDir(from: string): Promise<string> {
  const to = await newDataDir();
  await run('cp', ['-a', `${from}/.`, to]);
  return to;
}

/** Ends whatever still runs on a data folder, and deletes it. */
export async function removeDataDir(dataDir: string): Promise<void> {
  const left = processesOn(dataDir).map((line) => String(Number.parseInt(line, 10)));
  // One that ends by itself just now makes `kill` fail, and is no matter.
  if (left.length > 0) await run('kill', ['-9', ...left]).catch(() => undefined);
  await rm(dataDir, { recursive: true, force: true, maxRetries: 20 });
}

/** Number and command of every process that names the folder in its command, PostgreSQL above all. */
export const processesOn = (dataDir: string): string[] =>
  execFileSync('ps', ['-ww', '-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(dataDir));
