import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { ServerOptions, Usage } from './servers/child.ts';

/** A server in a process of its own. It ends when told to, and when the bench ends for whatever reason. */
export interface BenchServer {
  readonly name: string;
  readonly url: string;
  /** Under which PostgreSQL knows its connections. */
  readonly applicationName: string;
  readonly usage: () => Promise<Usage>;
  readonly stop: () => Promise<void>;
}

/** Longest wait for a server to listen or to answer for itself. Unit: milliseconds. */
const patience = 30_000;

/** Runs `servers/<program>` and waits until it listens. */
export async function startServer(options: {
  readonly name: string;
  readonly program: string;
  readonly appUrl: string;
  /** Where PostGraphile is installed; other servers need none. */
  readonly packages?: string;
  /** Options of Node, for example `--cpu-prof`. */
  readonly nodeOptions?: readonly string[];
}): Promise<BenchServer> {
  const applicationName = `bench_${options.name}`;
  const appUrl = Object.assign(new URL(options.appUrl), {
    search: `?application_name=${applicationName}`,
  }).href;
  const given: ServerOptions = { appUrl, ...(options.packages && { packages: options.packages }) };
  const child = fork(
    join(import.meta.dirname, 'servers', options.program),
    [JSON.stringify(given)],
    {
      execArgv: [...(options.nodeOptions ?? [])],
      env: { GRAPHILE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    },
  );
  const stop = () => end(child);
  try {
    const { url } = await nextMessage<{ url: string }>(child);
    return {
      name: options.name,
      url,
      applicationName,
      usage: async () => {
        child.send('usage');
        const { usage } = await nextMessage<{ usage: Usage }>(child);
        return usage;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function nextMessage<Message>(child: ChildProcess): Promise<Message> {
  const { promise, resolve, reject } = Promise.withResolvers<Message>();
  const silent = setTimeout(() => reject(new Error('A server of the bench is silent.')), patience);
  const ended = () => reject(new Error('A server of the bench has ended.'));
  child.once('message', resolve);
  child.once('exit', ended);
  return promise.finally(() => {
    clearTimeout(silent);
    child.off('message', resolve);
    child.off('exit', ended);
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once('exit', () => resolve());
  // Its own exit, asked for by closing the line to it, lets a profile be written.
  child.disconnect();
  const impatient = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await promise;
  clearTimeout(impatient);
}
