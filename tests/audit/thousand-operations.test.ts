import { noteRead, recordBeforeAnswer } from '@sufficiency/server/modules/audit/audit.service.ts';
import { anchorChains, chainEvents } from '@sufficiency/server/modules/audit/chain.service.ts';
import { verifyLog } from '@sufficiency/server/modules/audit/verify.service.ts';
import { systemClock } from '@sufficiency/server/platform/clock.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { post, send } from '../testkit/requests.ts';
import { emptyLogs, idOfOrganisation, workshop } from './log.ts';
import { memoryAnchor } from './memory-anchor.ts';

const app = await testApp({ connections: 8 });
const { chainPool, database, viewerOf } = workshop(app, systemClock);

const slugs = ['derby', 'derbyshire', 'nottingham', 'nottinghamshire'] as const;

/** Something an account does, the log it belongs in, and the event it leaves there. */
interface Operation {
  readonly does: keyof typeof operations;
  readonly slug: (typeof slugs)[number];
}

const operations = {
  'session.started': async (slug: string) => {
    const query = `mutation { signIn(input: { account: "commissioner.${slug}" }) { account } }`;
    return await (await post(app, { query })).text();
  },
  'access.refused': async (slug: string) =>
    JSON.stringify(await app.as(`commissioner.${slug}`, '{ auditEvents { totalCount } }')),
  'comparison.saved': async (slug: string) =>
    JSON.stringify(
      await app.as(
        `commissioner.${slug}`,
        `mutation { saveComparison(input: { name: "A", visibility: PRIVATE, query: { consortium: "d2n2", indicators: ["cla-number"] } }) { id } }`,
      ),
    ),
  'audit.exported': async (slug: string) => {
    const headers = app.credentialsOf(`ig-lead.${slug}`);
    return await (await send(app, '/exports/audit.csv?from=2030-01-01', { headers })).text();
  },
  'figures.read': async (slug: string) => {
    const viewer = await viewerOf('hub-analyst.d2n2', 'read');
    noteRead(viewer, {
      tenantId: await idOfOrganisation(app, slug),
      dataset: 'placements',
      agreement: { id: '11111111-1111-4111-8111-111111111111', version: 1 },
      authorities: [],
      indicators: ['cla-number'],
      periods: [],
    });
    await recordBeforeAnswer(viewer, { database, refused: [] });
    return '';
  },
} as const;

/** A refusal is an answer; a busy server's excuse is none. */
const isAnswer = (text: string) => !text.includes('errors') || text.includes('FORBIDDEN');

const anyOperation: fc.Arbitrary<Operation> = fc.record({
  does: fc.constantFrom(...(Object.keys(operations) as (keyof typeof operations)[])),
  slug: fc.constantFrom(...slugs),
});

/** How often each event stands in each log. */
const tally = (events: readonly { readonly slug: string; readonly type: string }[]) =>
  Object.fromEntries(
    [...Map.groupBy(events, ({ slug, type }) => `${slug} ${type}`)]
      .map(([name, alike]): [string, number] => [name, alike.length])
      .sort(([one], [other]) => one.localeCompare(other)),
  );

test('1,000 random operations leave 1,000 matching records, all of them chained', async () => {
  const [asked = []] = fc.sample(fc.array(anyOperation, { minLength: 1_000, maxLength: 1_000 }), {
    numRuns: 1,
    seed: 20_261_122,
  });
  await emptyLogs(app);

  const unanswered: string[] = [];
  for (let at = 0; at < asked.length; at += 5) {
    const answers = asked.slice(at, at + 5).map(({ does, slug }) => operations[does](slug));
    unanswered.push(...(await Promise.all(answers)).filter((text) => !isAnswer(text)));
  }
  expect(unanswered).toEqual([]);

  const { rows } = await app.db.query<{ slug: string; type: string }>(
    'select o.slug, e.type from audit_event e join organisation o on o.id = e.tenant_id',
  );
  expect(rows).toHaveLength(1_000);
  expect(tally(rows)).toEqual(tally(asked.map(({ does, slug }) => ({ slug, type: does }))));

  const anchor = memoryAnchor();
  await chainEvents({ pool: chainPool, clock: systemClock }, null);
  await anchorChains({ pool: chainPool, anchor });
  const reports = await verifyLog({ pool: chainPool, anchor, clock: systemClock });
  expect(reports.reduce((sum, { length }) => sum + length, 0)).toBe(1_000);
  expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
});
