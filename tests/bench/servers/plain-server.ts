import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import pg from 'pg';
import { listenOnLoopback, readOptions, reportTo } from './child.ts';
import type { PlainDirectory } from './plain-directory.ts';
import { readDirectory } from './plain-directory.ts';

/** An answer as JSON, and a statement that has to be kept before it leaves. */
export interface Recorded {
  readonly text: string;
  readonly log: pg.QueryConfig;
}

/** Answers a question as JSON, in a transaction of whoever asks. */
type Answer<Asked> = (
  client: pg.PoolClient,
  directory: PlainDirectory,
  question: Asked,
) => Promise<string | Recorded>;

const beginRead = 'begin isolation level repeatable read read only';
/** For answers that are recorded. */
export const beginRecorded = 'begin isolation level repeatable read';

const pool = new pg.Pool({
  connectionString: readOptions().appUrl,
  max: 10,
  idleTimeoutMillis: 0,
  pipeline: true,
});
const directory = await readDirectory(pool);

interface Account {
  readonly account_id: string;
  readonly organisation_id: string;
  readonly role: string;
}

const known = new Map<string, { account: Account; readAt: number }>();
/** As long as the server remembers a token. Unit: milliseconds. */
const memory = 2_000;

async function accountOf(request: IncomingMessage): Promise<Account | undefined> {
  const token = (request.headers.authorization ?? '').slice('Bearer '.length);
  const hash = createHash('sha256').update(token).digest('hex');
  const found = known.get(hash);
  if (found && Date.now() - found.readAt < memory) return found.account;
  const { rows } = await pool.query<Account>(
    `select a.id as account_id, m.organisation_id, m.role from api_token t
     join account a on a.id = t.account_id join membership m on m.account_id = a.id
     where t.secret_hash = $1 and a.disabled_at is null`,
    [hash],
  );
  const [account] = rows;
  if (account) known.set(hash, { account, readAt: Date.now() });
  return account;
}

async function bodyOf<Asked>(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString());
}

interface Serving<Asked> {
  readonly answer: Answer<Asked>;
  readonly begin: string;
}

/** One transaction, in as few trips as can be: what need not be awaited is not. */
async function inTransaction<Asked>(
  { answer, begin }: Serving<Asked>,
  account: Account,
  question: Asked,
): Promise<string> {
  const client = await pool.connect();
  client.query(begin).catch(() => undefined);
  client
    .query({
      name: 'set_viewer',
      text: `select set_config('app.tenant', $1, true), set_config('app.account', $2, true),
        set_config('app.reads_reference', $3, true), set_config('app.role', $4, true),
        set_config('app.now', $5, true),
        set_config('plan_cache_mode', 'force_generic_plan', true)`,
      values: [
        account.organisation_id,
        account.account_id,
        'yes',
        account.role,
        new Date().toISOString(),
      ],
    })
    .catch(() => undefined);
  const answered = await answer(client, directory, question);
  const recorded = typeof answered === 'string' ? undefined : client.query(answered.log);
  const ended = client.query('commit').then(
    () => client.release(),
    () => client.release(true),
  );
  if (typeof answered === 'string') return answered;
  await Promise.all([recorded, ended]);
  return answered.text;
}

async function handle<Asked>(
  serving: Serving<Asked>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const account = await accountOf(request);
  if (!account) {
    response.writeHead(401).end();
    return;
  }
  const text = await inTransaction(serving, account, await bodyOf<Asked>(request));
  response
    .writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    })
    .end(text);
}

/** Serves until the bench ends. */
export async function servePlain<Asked>(answer: Answer<Asked>, begin = beginRead): Promise<void> {
  const server = createServer((request, response) => {
    handle({ answer, begin }, request, response).catch((error: unknown) =>
      response.writeHead(500).end(String(error)),
    );
  });
  reportTo(process, await listenOnLoopback(server));
}
