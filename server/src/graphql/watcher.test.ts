import { describe, expect, test } from 'vitest';
import type { Actor } from '../modules/access/actor.ts';
import type { NewAuditEvent } from '../modules/audit/audit-event.ts';
import { responseOf } from './event-stream.ts';
import { Watcher } from './watcher.ts';

const actor = { accountId: 'a', account: 'placement-officer.derby' } as Actor;
const watcherOf = () => new Watcher(actor, new Request('http://localhost'));
const readerOf = (watcher: Watcher) =>
  (responseOf(watcher).body as ReadableStream<Uint8Array>).getReader();
const bytes = (text: string) => new TextEncoder().encode(text);

const readOf = (tenantId: string): NewAuditEvent => ({
  tenantIds: [tenantId],
  type: 'figures.read',
  details: { dataset: 'beds' },
});

describe('a watcher', () => {
  test('is to be recorded once for each holder, and again on the next day', () => {
    const watcher = watcherOf();
    const [one, other] = [readOf('one'), readOf('other')];

    expect(watcher.notYetRecorded([one], '2026-06-15')).toEqual([one]);
    expect(watcher.notYetRecorded([one, other], '2026-06-15')).toEqual([other]);
    expect(watcher.notYetRecorded([one, other], '2026-06-15')).toEqual([]);
    expect(watcher.notYetRecorded([one], '2026-06-16')).toEqual([one]);
  });

  test('that is refused reads why, and no more', async () => {
    const watcher = watcherOf();
    const reader = readerOf(watcher);
    await reader.read();
    const read = async () => new TextDecoder().decode((await reader.read()).value);

    watcher.end(bytes('data: refused\n\n'));
    watcher.give('a', bytes('data: a\n\n'));

    expect(await read()).toBe('data: refused\n\n');
    expect(await read()).toBe('event: complete\ndata:\n\n');
    expect((await reader.read()).done).toBe(true);
  });

  test('that is refused is not left what lay unread', async () => {
    const watcher = watcherOf();
    const reader = readerOf(watcher);
    await reader.read();
    watcher.give('a', bytes('data: a\n\n'));

    watcher.end(bytes('data: refused\n\n'));

    await expect(reader.read()).rejects.toThrow('ended');
  });

  test('that left before it was heard of is told to whoever asks later', () => {
    const leaving = new AbortController();
    const watcher = new Watcher(actor, new Request('http://localhost', { signal: leaving.signal }));
    leaving.abort();
    const left: string[] = [];

    watcher.onLeave(() => left.push('once'));
    watcher.leave();

    expect(left).toEqual(['once']);
  });
});
