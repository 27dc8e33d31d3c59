/**
 * PostGraphile 5 over the same tables, for the same role and with the same settings for row-level security. It is
 * installed only for the bench, so it is loaded from where the second argument says, and typed by what is used of it.
 */
import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import pg from 'pg';
import { listenOnLoopback, readOptions, reportTo } from './child.ts';

interface PostgraphileModule {
  readonly postgraphile: (preset: object) => {
    createServ(grafserv: unknown): { addTo(server: Server): Promise<void> };
  };
}

const { appUrl, packages = '.' } = readOptions();
const require = createRequire(join(packages, 'package.json'));
const { postgraphile }: PostgraphileModule = require('postgraphile');
const {
  PostGraphileAmberPreset,
}: { PostGraphileAmberPreset: object } = require('postgraphile/presets/amber');
const {
  makePgService,
}: { makePgService: (options: object) => object } = require('postgraphile/adaptors/pg');
const { grafserv }: { grafserv: unknown } = require('postgraphile/grafserv/node');

const pool = new pg.Pool({ connectionString: appUrl, max: 2 });
const known = new Map<string, { settings: Record<string, string>; readAt: number }>();
/** As long as the server remembers a token. Unit: milliseconds. */
const memory = 2_000;

/** Who asks, as row-level security wants to know it. */
async function settingsOf(authorization: string): Promise<Record<string, string>> {
  const hash = createHash('sha256').update(authorization.slice('Bearer '.length)).digest('hex');
  const before = known.get(hash);
  if (before && Date.now() - before.readAt < memory) return before.settings;
  const { rows } = await pool.query<{ account_id: string; organisation_id: string }>(
    `select a.id as account_id, m.organisation_id from api_token t
     join account a on a.id = t.account_id join membership m on m.account_id = a.id
     where t.secret_hash = $1 and a.disabled_at is null`,
    [hash],
  );
  const [account] = rows;
  const settings = {
    'app.tenant': account?.organisation_id ?? '',
    'app.account': account?.account_id ?? '',
    'app.reads_reference': account ? 'yes' : 'no',
    plan_cache_mode: 'force_generic_plan',
  };
  known.set(hash, { settings, readAt: Date.now() });
  return settings;
}

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: appUrl, schemas: ['public'], pubsub: false })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, websockets: false, watch: false },
  grafast: {
    explain: false,
    context: async ({ node }: { node?: { req?: { headers: { authorization?: string } } } }) => ({
      pgSettings: await settingsOf(node?.req?.headers.authorization ?? ''),
    }),
  },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
reportTo(process, await listenOnLoopback(server));
