import type { TestApp } from './app.ts';

/** An open subscription. */
export interface Followed {
  /** Its next event; `end` once there are no more. */
  readonly next: () => Promise<unknown>;
  readonly leave: () => Promise<void>;
}

/** Subscribes as an account of the demonstration, over server-sent events. */
export async function follow(
  app: TestApp,
  account: string,
  asked: { readonly query: string; readonly variables: Readonly<Record<string, unknown>> },
): Promise<Followed> {
  const { body } = await app.fetch(
    new Request('http://localhost/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        ...app.credentialsOf(account),
      },
      body: JSON.stringify(asked),
    }),
  );
  if (!body) throw new Error('A subscription answers with a stream.');
  const reader = body.getReader();
  const events = eventsOf(reader);
  return {
    next: async () => (await events.next()).value ?? 'end',
    leave: () => reader.cancel(),
  };
}

async function* eventsOf(
  reader: ReadableStreamDefaultReader<Uint8Array>,
): AsyncGenerator<unknown, undefined> {
  const decoder = new TextDecoder();
  let text = '';
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const blocks = (text + decoder.decode(read.value, { stream: true })).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (\{.*)$/m.exec(block)?.[1];
      if (data) yield JSON.parse(data);
    }
  }
  return undefined;
}
