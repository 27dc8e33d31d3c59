import { serverAudits } from 'graphql-http';
import { afterAll, expect, test } from 'vitest';
import { tokenOf } from '../testkit/app.ts';
import { startServer } from '../testkit/server.ts';

const server = await startServer();
afterAll(server.stop);

const audits = serverAudits({
  url: `${server.origin}/graphql`,
  fetchFn: (url: string, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    headers.set('authorization', `Bearer ${tokenOf('hub-analyst.d2n2')}`);
    return fetch(url, { ...init, headers });
  },
});

test('the public suite has the 61 audits that were passed', () => {
  expect(audits).toHaveLength(61);
});

test.each(audits)('GraphQL over HTTP $id: $name', async ({ fn }) => {
  expect(await fn()).toMatchObject({ status: 'ok' });
});
