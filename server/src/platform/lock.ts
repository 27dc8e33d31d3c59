import { chmodSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/** This process's hold on a data folder. It ends with the process, however that ends. */
export interface DataDirLock {
  release(): void;
}

/**
 * Takes a data folder for this process alone.
 *
 * The lock is the operating system's, by way of SQLite: it is free again the moment its holder is
 * gone, also after `kill -9`, and no process number that was given out anew can be mistaken for the
 * holder's. `server.pid` says who holds it, for people only.
 *
 * @throws Error another process holds the folder: the message names it.
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = realpathSync(dataDir);
  const pidFile = join(folder, 'server.pid');
  const path = join(folder, 'server.lock');
  const lock = new DatabaseSync(path, { timeout: 0 });
  // Another account of the machine must not be able to hold it.
  chmodSync(path, 0o600);
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new Error(
      `${await describeHolder(pidFile)} is using ${folder}. Stop it, or set DATA_DIR to another folder.`,
    );
  }
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
  return { release: () => lock.close() };
}

const SQLITE_BUSY = 5;

const isBusy = (error: unknown) =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;

/** The holder writes its number just after it takes the lock, so an old number is given a moment to be replaced. */
async function describeHolder(pidFile: string): Promise<string> {
  for (let tries = 0; tries < 25; tries += 1) {
    const pid = readPid(pidFile);
    if (pid !== undefined) return `Another server (process ${pid})`;
    await sleep(20);
  }
  return 'Another server';
}

/** The number in the file, if a process of that number is running. */
function readPid(pidFile: string): number | undefined {
  try {
    const pid = Number(readFileSync(pidFile, 'utf8'));
    return Number.isSafeInteger(pid) && pid > 1 && isRunning(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
