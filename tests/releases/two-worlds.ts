import { protect } from '@sufficiency/server/modules/disclosure/protect.ts';
import type { Protect } from '@sufficiency/server/modules/disclosure/release-build.service.ts';
import { buildNext } from '@sufficiency/server/modules/disclosure/release-worker.service.ts';
import { openPool } from '@sufficiency/server/platform/database.ts';
import type { Log } from '@sufficiency/server/platform/log.ts';
import { strFromU8, unzipSync } from 'fflate';
import { arrangeAgreement, forgetAgreements, usual } from '../sharing/agreements.ts';
import type { TestApp } from '../testkit/app.ts';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { follow } from '../testkit/following.ts';
import { post, send } from '../testkit/requests.ts';
import { asked, changed } from './releases.ts';

/** The month whose figures differ. */
export const period = '2026-04';

const nottingham = 'E06000018';

/** A figure that is in no release, and in one of the two worlds only. */
export const canary = 7_654_321;

/** Releases of one of two worlds, and what was told while they were built. */
export interface World {
  readonly app: TestApp;
  /** Global ids of its releases: they differ by chance. */
  readonly ids: readonly string[];
  /** What their hub was told, and what the server’s log says. */
  readonly told: readonly string[];
}

const audiences = ['MEMBERS', 'REVIEWERS', 'PUBLIC'];

/**
 * A world in which all members of D2N2 release their foster carers to everybody and share them exactly with nobody.
 * What Nottingham counts of two kinds is 3 and 6, or the other way round: both are kept back, and together they are 9.
 */
export async function worldWith(small: readonly [number, number]): Promise<World> {
  const clock = clockAt('2026-06-15T12:00:00Z');
  const app = await testApp({ clock });
  await arrange(app, small);
  const told: string[] = [];
  const ids: string[] = [];
  const pool = openPool({ url: app.releaseUrl, size: 2 });
  const write = (...line: readonly unknown[]) => void told.push(JSON.stringify(line));
  const log = {
    trace: write,
    debug: write,
    info: write,
    warn: write,
    error: write,
  } as unknown as Log;
  const listened: Protect = async (problem, options) => {
    const made = await protect(problem, {
      ...options,
      report: (progress) => {
        told.push(`${progress.stage} ${progress.done} ${progress.total}`);
        options.report?.(progress);
      },
    });
    // How long it took is told, and depends on whatever else the machine does.
    return { ...made, certificate: { ...made.certificate, seconds: 1 } };
  };
  try {
    for (const audience of audiences) {
      clock.pass({ minutes: 1 });
      const release = await asked(app, { period, audience });
      await buildNext({ pool, clock, log, protect: listened }, new AbortController().signal);
      await changed(app, 'publishRelease', { ...release, revision: release.revision + 1 });
      ids.push(release.id);
    }
  } finally {
    await pool.end();
  }
  return { app, ids, told };
}

async function arrange({ db }: TestApp, [some, others]: readonly [number, number]) {
  await forgetAgreements(db);
  const organisations = ['d2n2', 'derby', 'derbyshire', 'nottingham', 'nottinghamshire'];
  await arrangeAgreement(db, {
    ...usual,
    id: '11111111-1111-4111-8111-111111111111',
    parties: organisations.map((organisation) => ({ organisation, signed: true })),
    items: ['HUB', ...audiences].map((recipient) => ({
      dataset: 'fostering',
      recipient,
      level: 'RELEASED',
    })),
  });
  await db.query(
    `update return_row rr set cells[cardinality(cells)] = '0'
     from "return" r where ${ofMonth} and (
       table_name = 'withdrawals-by-reason' or table_name = 'recruitment' and cells[3] = 'STAGE2')`,
  );
  const cells = [
    ['recruitment', 'STAGE2', 'MAINSTREAM', some],
    ['recruitment', 'STAGE2', 'FAMILY-FRIENDS', others],
    ['recruitment', 'STAGE2', 'TOTAL', some + others],
    ['withdrawals-by-reason', 'AW0', some],
    ['withdrawals-by-reason', 'AW1', others],
    ['withdrawals-by-reason', 'TOTAL', some + others],
  ];
  for (const [nth, [table, ...rest]] of cells.entries()) {
    const codes = rest.slice(0, -1);
    await db.query(
      `delete from return_row rr using "return" r where ${ofMonth} and r.authority_code = $1
         and rr.table_name = $2 and rr.cells[3:2 + cardinality($3::text[])] = $3`,
      [nottingham, table, codes],
    );
    await db.query(
      `insert into return_row (tenant_id, return_id, table_name, row, cells)
       select r.tenant_id, r.id, $2, $3, array[r.authority_code::text, r.period] || $4::text[]
       from "return" r where ${month} and r.authority_code = $1`,
      [nottingham, table, 1000 + nth, rest.map(String)],
    );
  }
  // What is derived from returns for those who see them exactly: nobody here but Nottingham.
  await db.query(
    `update observation set value = $3::int + $4::int where authority_code = $1 and dataset = 'fostering'
       and period_end = ($2 || '-30')::date`,
    [nottingham, period, canary, some],
  );
}

const month = `r.dataset = 'fostering' and r.period = '${period}'`;
const ofMonth = `rr.tenant_id = r.tenant_id and rr.return_id = r.id and ${month}`;

/** What was returned of the two kinds, as the database has it. */
export async function smallCells({ app }: World): Promise<string[]> {
  const { rows } = await app.db.query<{ count: string }>(
    `select rr.cells[cardinality(rr.cells)] as count from return_row rr join "return" r on ${ofMonth}
     where r.authority_code = $1 and rr.row >= 1000 and rr.cells[cardinality(rr.cells) - 1] <> 'TOTAL'
     order by rr.cells[cardinality(rr.cells) - 1] in ('FAMILY-FRIENDS', 'AW1')`,
    [nottingham],
  );
  return rows.map(({ count }) => count);
}

/** Everything that the releases hold. */
export async function storedCells({ app }: World) {
  const { rows } = await app.db.query<{ symbol: string | null }>(
    `select r.audience, c.table_name, c.codes, c.area, c.value, c.symbol
     from release_cell c join release r on r.id = c.release_id order by 1, 2, 3, 4`,
  );
  return rows;
}

/** An answer as it came. */
interface Seen {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** Ids are drawn at random: each becomes the same in both worlds. */
export function withoutIds({ ids }: World, text: string): string {
  return ids.reduce(
    (left, id, nth) =>
      left
        .replaceAll(id, `id ${nth}`)
        .replaceAll(Buffer.from(id, 'base64').toString().slice('Release:'.length), `uuid ${nth}`),
    text,
  );
}

function seen(world: World, { status, headers }: Response, body: string): Seen {
  return { status, headers: [...headers], body: withoutIds(world, body) };
}

/** What an account sees of an answer of the API. */
export async function sawOf(
  world: World,
  account: string,
  asked: { readonly query: string; readonly variables: object },
): Promise<Seen> {
  const response = await post(world.app, asked, world.app.credentialsOf(account));
  return seen(world, response, await response.text());
}

/** A file that an account downloads; of a workbook the text of all its parts, which are packed with the time of day. */
export async function download(world: World, account: string, path: string): Promise<Seen> {
  const response = await send(world.app, `/exports/${path}`, {
    headers: world.app.credentialsOf(account),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isWorkbook = response.ok && path.includes('.xlsx');
  const parts = isWorkbook ? Object.entries(unzipSync(bytes)) : [['file', bytes] as const];
  return seen(
    world,
    response,
    `${bytes.length} bytes\n${parts.map(([name, part]) => `${name}\n${strFromU8(part)}`).join('\n')}`,
  );
}

/** The first that an account hears of each release it follows. */
export async function progressOf(world: World, account: string): Promise<string[]> {
  const heard: string[] = [];
  for (const id of world.ids) {
    const followed = await follow(world.app, account, {
      query: `subscription ($id: ID!) { releaseProgress(id: $id) { id status progress { stage done total } } }`,
      variables: { id },
    });
    heard.push(withoutIds(world, JSON.stringify(await followed.next())));
    await followed.leave();
  }
  return heard;
}
