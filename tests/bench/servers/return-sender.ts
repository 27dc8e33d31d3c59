/**
 * Sends one return as the API does, in a process of its own, and says what it took.
 *
 * Arguments: the address as the application role, a token, a small file to warm up with, and the file.
 */
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { SignIn } from '@sufficiency/server/modules/access/sign-in.service.ts';
import { createViewer } from '@sufficiency/server/modules/access/viewer.service.ts';
import { sendReturn } from '@sufficiency/server/modules/returns/return-sending.service.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import { openDatabase } from '@sufficiency/server/platform/database.ts';
import { sentPlace } from '../return-file.ts';

/** What sending a return took. Units: milliseconds; bytes. */
export interface Sending {
  readonly time: number;
  /** The longest time in which the process answered nobody. */
  readonly longestHold: number;
  readonly memory: number;
  readonly status: string;
}

const [url = '', secret = '', small = '', large = ''] = process.argv.slice(2);
const database = openDatabase({ url, size: 2 });
const services = { database, clock: systemClock };
const signIn = new SignIn({ ...services, demonstration: false });
const actor = await signIn.actorOf({ kind: 'token', secret });

async function send(path: string): Promise<string> {
  const blob = await openAsBlob(path);
  const file = { name: basename(path), size: blob.size, stream: () => blob.stream() };
  const viewer = createViewer(services, actor, 'write');
  const { status } = await sendReturn(viewer, { ...sentPlace, files: [file] });
  await viewer.operation.commit();
  return status;
}

// A server that runs has loaded what it needs to begin with.
await send(small);
const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
const start = performance.now();
const status = await send(large);
const time = performance.now() - start;
delay.disable();
await database.close();

const sending: Sending = {
  time,
  longestHold: delay.max / 1e6,
  memory: process.resourceUsage().maxRSS * 1_024,
  status,
};
process.send?.(sending);
process.disconnect?.();
