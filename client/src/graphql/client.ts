import type { Operation } from '@urql/core';
import { Client, fetchExchange, makeOperation, mapExchange } from '@urql/core';
import { normalisedCache } from './cache.ts';
import type { Connection } from './connection.ts';
import { isLost, isSignedOut } from './errors.ts';

/**
 * The one way to the server, with an empty cache of its own: make a new one whenever another
 * person signs in, so that nobody sees what somebody else had read.
 */
export function createGraphqlClient(deps: {
  readonly connection: Connection;
  /** Called when the server no longer knows who is asking. */
  readonly onSignedOut: () => void;
}): Client {
  const active = new Map<number, Operation>();

  const followed = mapExchange({
    onOperation(operation) {
      if (operation.kind === 'query') active.set(operation.key, operation);
      if (operation.kind === 'teardown') active.delete(operation.key);
    },
  });

  const watched = mapExchange({
    onResult({ error }) {
      if (error && isLost(error)) deps.connection.failed();
      else deps.connection.heard();
      if (error && isSignedOut(error)) deps.onSignedOut();
    },
  });

  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    // Subscriptions come as server-sent events, on the same path.
    fetchSubscriptions: true,
    // The server takes a request with a cookie only if it says that a page of ours sent it.
    fetchOptions: { headers: { 'x-csrf': '1' }, credentials: 'same-origin' },
    exchanges: [followed, normalisedCache(), watched, fetchExchange],
  });

  deps.connection.onRegained(() => {
    for (const operation of active.values()) {
      client.reexecuteOperation(
        makeOperation(operation.kind, operation, {
          ...operation.context,
          // The failed ones too: for urql, those are still under way under any other policy.
          requestPolicy: 'network-only',
        }),
      );
    }
  });

  return client;
}
