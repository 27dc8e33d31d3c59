import type { TestApp } from '../testkit/app.ts';
import { follow } from '../testkit/following.ts';
import type { SeenRelease } from './releases.ts';

interface SeenTables {
  readonly authorities: readonly { readonly name: string }[];
  readonly tables: readonly {
    readonly rows: readonly {
      readonly cells: readonly { readonly subject: string; readonly symbol: string | null }[];
    }[];
  }[];
}

const tables = 'authorities { name } tables { rows { cells { subject symbol } } }';

/** Who of a release an account finds a figure or a c of, by name; `hidden` where it does not find the release. */
export async function readsOf(
  app: TestApp,
  account: string,
  { id }: Pick<SeenRelease, 'id'>,
): Promise<string> {
  const answer = await app.as<{ release: SeenTables | null }>(
    account,
    `{ release(id: "${id}") { ${tables} } }`,
  );
  const release = answer.data?.release;
  if (!release) return 'hidden';
  const cells = release.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const read = new Set(cells.filter(({ symbol }) => symbol !== 'x').map(({ subject }) => subject));
  return [...read].sort().join(', ');
}

/** In which ways an account finds a release. */
export async function waysTo(
  app: TestApp,
  account: string,
  { id, key }: Pick<SeenRelease, 'id' | 'key'>,
): Promise<string[]> {
  const [consortium, dataset] = key.split('/');
  const filter = `filter: { consortium: "${consortium}", dataset: "${dataset}" }`;
  const answer = await app.as<Record<string, unknown>>(
    account,
    `{ node(id: "${id}") { id } nodes(ids: ["${id}"]) { id }
       byId: release(id: "${id}") { id } byKey: release(key: "${key}") { id }
       releases(${filter}) { totalCount edges { node { id } } }
       page: releases(first: 1) { edges { cursor } pageInfo { hasNextPage } } }`,
  );
  const data = answer.data as {
    node: unknown;
    nodes: unknown[];
    byId: unknown;
    byKey: unknown;
    releases: { totalCount: number; edges: unknown[] };
    page: { edges: unknown[] };
  };
  const followed = await follow(app, account, {
    query: 'subscription ($id: ID!) { releaseProgress(id: $id) { id } }',
    variables: { id },
  });
  const event = (await followed.next()) as { data?: { releaseProgress: unknown } };
  await followed.leave();
  const ways = {
    node: data.node,
    nodes: data.nodes[0],
    id: data.byId,
    key: data.byKey,
    list: data.releases.edges[0],
    count: data.releases.totalCount > 0,
    page: data.page.edges[0],
    subscription: event.data?.releaseProgress,
  };
  return Object.entries(ways).flatMap(([way, is]) => (is ? [way] : []));
}

/** All of them. */
export const everyWay = ['node', 'nodes', 'id', 'key', 'list', 'count', 'page', 'subscription'];
