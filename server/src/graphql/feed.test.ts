import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../modules/access/actor.ts';
import type { Told } from '../platform/untold.ts';
import { Untold } from '../platform/untold.ts';
import { responseOf } from './event-stream.ts';
import { Feed } from './feed.ts';
import { Watcher } from './watcher.ts';

const actor: Actor = {
  accountId: 'a',
  account: 'placement-officer.derby',
  organisationId: 'o',
  organisation: 'Derby',
  organisationSlug: 'derby',
  organisationKind: 'TENANT',
  role: 'placement-officer',
  permissions: new Set(),
  authorityCodes: [],
  consortiumCode: null,
};

/** A feed of what a test tells, and everything it answered. */
function feedOf(options: { readonly size?: number; readonly hidden?: Set<Told> } = {}) {
  const untold = new Untold();
  untold.add(null);
  let wake = () => {};
  const answered: Told[] = [];
  const source: AsyncIterator<Told> = {
    next: async () => {
      while (untold.isEmpty) await new Promise<void>((woken) => (wake = woken));
      return { done: false, value: untold.take() ?? null };
    },
  };
  const feed = new Feed({
    source,
    answerTo: async (told) => {
      await turn();
      answered.push(told);
      if (options.hidden?.has(told)) return null;
      const text = `${told};`.padEnd(options.size ?? 0, '.');
      return { event: new TextEncoder().encode(text), toRecord: [] };
    },
    record: (watchers) => Promise.resolve([...watchers]),
    refuse: (watcher) => watcher.leave(),
  });
  const tell = (...ids: readonly string[]) => {
    for (const id of ids) untold.add(id);
    wake();
  };
  const join = () => {
    const watcher = new Watcher(actor, new Request('http://localhost'));
    feed.join(watcher, () => undefined);
    return readerOf(watcher);
  };
  return { answered, tell, join };
}

/** What one client was told until `last` came. */
function readerOf(watcher: Watcher) {
  const reader = (responseOf(watcher).body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  return async (last: Told): Promise<string[]> => {
    const told: string[] = [];
    while (told.at(-1) !== `${last}`) {
      const { value } = await reader.read();
      told.push(...(decoder.decode(value).match(/^\w+(?=;)/) ?? []));
    }
    return told;
  };
}

describe('a feed', () => {
  test('tells everybody, and answers each thing once', async () => {
    const { answered, tell, join } = feedOf();
    const readers = [join(), join(), join()];
    await Promise.all(readers.map((read) => read(null)));

    tell('a', 'b');

    const told = await Promise.all(readers.map((read) => read('b')));
    expect(told).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(answered).toEqual([null, 'a', 'b']);
  });

  test('answers a burst about one thing once more, not each time', async () => {
    const { answered, tell, join } = feedOf();
    const read = join();
    await read(null);

    tell('a');
    await turn();
    tell('a', 'a');
    tell('a');

    expect(await read('a')).toEqual(['a']);
    expect(await read('a')).toEqual(['a']);
    expect(answered).toEqual([null, 'a', 'a']);
  });

  test('tells whoever comes later what there is, and nobody else', async () => {
    const { answered, tell, join } = feedOf();
    const first = join();
    await first(null);

    await join()(null);
    tell('a');

    expect(await first('a')).toEqual(['a']);
    expect(answered).toEqual([null, null, 'a']);
  });

  test('holds nobody up for a slow reader, who misses nothing', async () => {
    const { tell, join } = feedOf({ size: 4_000 });
    const ids = Array.from({ length: 50 }, (_, number) => `home${number}`);
    const slow = join();
    const quick = join();
    await Promise.all([slow(null), quick(null)]);

    tell(...ids);

    expect(await quick('home49')).toEqual(ids);
    expect((await slow('home49')).toSorted()).toEqual(ids.toSorted());
  });

  test('tells nothing where there is nothing for those who follow', async () => {
    const { tell, join } = feedOf({ hidden: new Set(['hidden']) });
    const read = join();
    await read(null);

    tell('hidden', 'a');

    expect(await read('a')).toEqual(['a']);
  });

  test('tells that anything may have changed where something shown has gone', async () => {
    const hidden = new Set<Told>();
    const { tell, join } = feedOf({ hidden });
    const read = join();
    await read(null);
    tell('a');
    await read('a');

    hidden.add('a');
    tell('a');

    expect(await read(null)).toEqual(['null']);
  });

  test('tells so once where all of it has gone, not each time that some of it changes', async () => {
    const hidden = new Set<Told>();
    const { tell, join } = feedOf({ hidden });
    const read = join();
    await read(null);
    tell('a', 'b');
    await read('b');

    hidden.add('a').add('b');
    tell('a');
    await read(null);
    tell('b', 'c');
    await read('c');
    tell('d');

    expect(await read('d')).toEqual(['d']);
  });
});
