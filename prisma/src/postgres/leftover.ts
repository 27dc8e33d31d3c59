import { execFile } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Stops the PostgreSQL that an earlier, killed server left running on a cluster, if there is one.
 *
 * The cluster's `postmaster.pid` may also be stale, and its number may by now belong to any other
 * process. Only a process whose command line is PostgreSQL on this very cluster is signalled.
 *
 * @param cluster absolute path of the cluster's folder.
 */
export async function stopLeftover(cluster: string, log: (line: string) => void): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!Number.isSafeInteger(pid) || pid < 2) return;

  if (await isPostgresOf(cluster, pid)) {
    log(`stopping the PostgreSQL (process ${pid}) that an earlier run left behind`);
    await stopProcess(pid);
    return;
  }
  // PostgreSQL itself clears a stale file, unless the number belongs to somebody else by now.
  if (isAlive(pid)) await rm(file, { force: true });
}

/** Asks PostgreSQL to end its sessions and stop; insists after 8 s, and again after 3. */
export async function stopProcess(pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 8],
    ['SIGQUIT', 3],
    ['SIGKILL', 3],
  ] as const) {
    if (!signalled(pid, signal) || (await ended(pid, seconds))) return;
  }
}

/** Whether a process of that number exists, whoever owns it. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function signalled(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

async function ended(pid: number, seconds: number): Promise<boolean> {
  const deadline = performance.now() + seconds * 1000;
  while (performance.now() < deadline) {
    if (await isOver(pid)) return true;
    await sleep(20);
  }
  return isOver(pid);
}

/** A process that has ended may keep its number until its parent notices; on Linux it has no command line by then. */
async function isOver(pid: number): Promise<boolean> {
  return !isAlive(pid) || (process.platform === 'linux' && (await commandOf(pid)) === '');
}

async function isPostgresOf(cluster: string, pid: number): Promise<boolean> {
  const command = await commandOf(pid);
  return command.includes('postgres') && command.includes(cluster);
}

/** The command line of a process; empty if it has none or may not be looked at. */
function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  }
  const [program, args] =
    process.platform === 'win32'
      ? ([
          'powershell',
          [
            '-NoProfile',
            '-Command',
            `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`,
          ],
        ] as const)
      : (['ps', ['-ww', '-o', 'command=', '-p', String(pid)]] as const);
  return run(program, args).then(
    ({ stdout }) => stdout,
    () => '',
  );
}
