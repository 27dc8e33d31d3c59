import { readFileSync } from 'node:fs';

/** How often the programs that started us are looked at. */
const LOOK_MS = 500;

/**
 * Aborted once when this process is to stop: at Ctrl-C or `SIGTERM`, or when one of the package
 * managers that started it is gone.
 *
 * `npx` ends at a `SIGTERM` without telling what it started, so a signal sent to it would otherwise
 * leave the server and its database running.
 */
export function listenForStop(): AbortSignal {
  const stop = new AbortController();
  const links = launchers(process.ppid);
  const looking = setInterval(() => {
    if (links.some(({ child, parent }) => parentOf(child) !== parent)) stop.abort('launcher gone');
  }, LOOK_MS);
  looking.unref();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stop.abort(signal));
  }
  return stop.signal;
}

interface Link {
  readonly child: number;
  readonly parent: number;
}

/** From us up to the topmost package manager, with the shells between; nothing if none started us. */
function launchers(parent: number): Link[] {
  const links: Link[] = [];
  let topmost = 0;
  for (let child = process.pid, above = parent; above > 1; child = above, above = parentOf(above)) {
    const kind = kindOf(commandOf(above));
    if (kind === 'other') break;
    links.push({ child, parent: above });
    if (kind === 'manager') topmost = links.length;
  }
  return links.slice(0, topmost);
}

function kindOf(command: string): 'manager' | 'shell' | 'other' {
  if (/(^|[\s/\\])(npm|npx|pnpm|pnpx)(-cli)?(\.c?js)?(\s|$)/.test(command)) return 'manager';
  return /^(\S*\/)?(sh|bash|dash|ash|zsh) /.test(command) ? 'shell' : 'other';
}

/** The command line of a process; empty where it cannot be read (only Linux shows it in a file). */
function commandOf(pid: number): string {
  return readProcess(pid, 'cmdline').replaceAll('\0', ' ');
}

/** The process that started a process; 0 where that cannot be read. */
function parentOf(pid: number): number {
  if (pid === process.pid) return process.ppid;
  // The name, in parentheses, may hold anything; what follows it is the state and the parent.
  return Number(readProcess(pid, 'stat').split(') ').at(-1)?.split(' ')[1] ?? 0);
}

function readProcess(pid: number, file: 'cmdline' | 'stat'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
