import { Client, fetchExchange } from '@urql/core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LiveChanges } from './live-changes.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A server whose subscriptions a test speaks for. */
function server() {
  const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  const client = new Client({
    url: 'http://localhost/graphql',
    preferGetMethod: false,
    fetchSubscriptions: true,
    exchanges: [fetchExchange],
    fetch: () =>
      Promise.resolve(
        new Response(new ReadableStream({ start: (stream) => void streams.push(stream) }), {
          headers: { 'content-type': 'text/event-stream' },
        }),
      ),
  });
  const say = (answer: object) =>
    streams
      .at(-1)
      ?.enqueue(new TextEncoder().encode(`event: next\ndata: ${JSON.stringify(answer)}\n\n`));
  return {
    client,
    subscriptions: streams,
    begin: () => say({ data: { bedsChanged: { at: '2026-11-23T09:00:00Z', home: null } } }),
    change: (urn: string) =>
      say({ data: { bedsChanged: { at: '2026-11-23T09:01:00Z', home: { id: urn, urn } } } }),
    refuse: (code: string) => say({ errors: [{ message: 'No.', extensions: { code } }] }),
    cut: () => streams.at(-1)?.error(new Error('cut')),
  };
}

function following() {
  const spoken = server();
  const readAgain = vi.fn();
  const live = new LiveChanges(spoken.client, readAgain);
  const stop = live.follow('d2n2');
  return { ...spoken, live, readAgain, stop };
}

describe('following homes', () => {
  test('tells of each change, and that it is connected', async () => {
    const { live, begin, change, subscriptions, stop } = following();
    await vi.waitFor(() => expect(subscriptions).toHaveLength(1));
    expect(live.read()).toMatchObject({ isConnected: false, heardAt: null });

    begin();
    change('9000001');

    await vi.waitFor(() =>
      expect(live.read()).toMatchObject({
        isConnected: true,
        heardAt: '2026-11-23T09:01:00Z',
        latest: { urn: '9000001' },
        changes: 1,
      }),
    );
    stop();
  });

  test('reads again at once as it begins, then once, calmly, however many changes there were', async () => {
    const { live, begin, change, readAgain, subscriptions, stop } = following();
    await vi.waitFor(() => expect(subscriptions).toHaveLength(1));
    begin();
    await vi.waitFor(() => expect(readAgain.mock.calls).toEqual([['began']]));
    change('9000001');
    change('9000002');
    await vi.waitFor(() => expect(live.read().changes).toBe(2));
    expect(readAgain).toHaveBeenCalledTimes(1);

    vi.advanceTimersByTime(3_000);

    expect(readAgain.mock.calls).toEqual([['began'], ['changed']]);
    stop();
  });

  test('begins again where it was cut off, and says that it may have missed something', async () => {
    const { live, begin, cut, readAgain, subscriptions, stop } = following();
    await vi.waitFor(() => expect(subscriptions).toHaveLength(1));
    begin();
    await vi.waitFor(() => expect(live.read().isConnected).toBe(true));

    cut();
    await vi.waitFor(() => expect(live.read().isConnected).toBe(false));
    vi.advanceTimersByTime(1_000);
    await vi.waitFor(() => expect(subscriptions).toHaveLength(2));
    begin();
    await vi.waitFor(() => expect(live.read()).toMatchObject({ isConnected: true, gaps: 1 }));
    vi.advanceTimersByTime(3_000);

    expect(readAgain.mock.calls).toEqual([['began'], ['missed']]);
    stop();
  });

  test('does not try again what this account may not', async () => {
    const { live, begin, refuse, subscriptions, stop } = following();
    await vi.waitFor(() => expect(subscriptions).toHaveLength(1));
    begin();
    await vi.waitFor(() => expect(live.read().isConnected).toBe(true));

    refuse('FORBIDDEN');
    await vi.waitFor(() => expect(live.read().isConnected).toBe(false));
    vi.advanceTimersByTime(60_000);

    expect(subscriptions).toHaveLength(1);
    stop();
  });
});
