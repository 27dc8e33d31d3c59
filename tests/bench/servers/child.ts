import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the bench tells a server it starts, as the JSON of its first argument. */
export interface ServerOptions {
  readonly appUrl: string;
  /** Where PostGraphile is installed; other servers need none. */
  readonly packages?: string;
}

/** What a server has used since it started. Units: microseconds of both user and system time; bytes. */
export interface Usage {
  readonly cpu: number;
  readonly memory: number;
}

/** Reads what this server is to use. */
export function readOptions(): ServerOptions {
  return JSON.parse(process.argv[2] ?? '{}');
}

const usage = (): Usage => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  return { cpu: userCPUTime + systemCPUTime, memory: process.memoryUsage.rss() };
};

/** Says where this server listens, answers what it has used whenever asked, and ends with the bench. */
export function reportTo(bench: NodeJS.Process, url: string): void {
  bench.on('message', () => bench.send?.({ usage: usage() }));
  bench.on('disconnect', () => bench.exit());
  bench.send?.({ url });
}

/** Listens on a free port of this machine only. */
export async function listenOnLoopback(server: Server): Promise<string> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
