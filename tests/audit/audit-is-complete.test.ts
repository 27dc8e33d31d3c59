import { createSchema } from '@sufficiency/server/graphql/schema.ts';
import { exportRoutes } from '@sufficiency/server/modules/export/export.routes.ts';
import { isAuditType } from '@sufficiency/shared/audit/audit-event.ts';
import { describe, expect, test } from 'vitest';
import { testApp, tokenOf } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { exports, mutations } from './examples.ts';
import { emptyLogs, workshop } from './log.ts';

const clock = clockAt('2026-06-15T12:00:00Z');
const app = await testApp({ clock });
const { database } = workshop(app, clock);

const mutationsOfSchema = Object.keys(createSchema().getMutationType()?.getFields() ?? {});

const filesOfServer = exportRoutes({
  services: { clock, database },
  authenticate: () => Promise.resolve(null),
}).routes.map(({ path }) => path);

/** The types of all events there are, in every log. */
async function types(): Promise<string[]> {
  const { rows } = await app.db.query<{ type: string }>('select distinct type from audit_event');
  return rows.map(({ type }) => type);
}

describe('the log is complete:', () => {
  test('every mutation of the schema has an example here', () => {
    expect(Object.keys(mutations).sort()).toEqual([...mutationsOfSchema].sort());
  });

  test('every file that can be downloaded has an example here', () => {
    expect(Object.keys(exports).sort()).toEqual([...filesOfServer].sort());
  });

  test.each(Object.entries({ ...mutations, ...exports }))(
    '%s leaves its event, and no other',
    async (_name, { leaves, prepare }) => {
      const act = await prepare(app);
      await emptyLogs(app);

      await act();

      expect(await types()).toEqual([leaves]);
      expect(isAuditType(leaves)).toBe(true);
    },
  );

  test('a mutation that is refused leaves a refusal, and nothing else', async () => {
    await emptyLogs(app);

    await app.as('commissioner.derby', 'mutation { draftAgreement(input: {}) { id } }');
    await app.as(
      'commissioner.derby',
      `mutation { signAgreement(input: { id: "U2hhcmluZ0FncmVlbWVudDox", revision: 1 }) { id } }`,
    );

    expect(await types()).toEqual(['access.refused']);
  });

  test('a query of one’s own leaves none', async () => {
    await emptyLogs(app);

    await app.as('ig-lead.derby', '{ viewer { account } auditEvents { totalCount } }');

    expect(await types()).toEqual([]);
  });
});

describe('the log holds', () => {
  test('no figure, no free text and no token: only keys of the catalogue, and names and codes as text', async () => {
    await emptyLogs(app);
    for (const { prepare } of Object.values({ ...mutations, ...exports })) {
      await (await prepare(app))();
    }

    const { rows } = await app.db.query<{ key: string; text: string }>(
      `select distinct key, text from audit_event, jsonb_each(details) as detail(key, value),
         jsonb_array_elements_text(case jsonb_typeof(value) when 'array' then value else jsonb_build_array(value) end) as text`,
    );

    expect(rows.length).toBeGreaterThan(10);
    expect(
      rows.filter(({ text }) => !/^[A-Za-z0-9/.,:() -]{1,100}$/.test(text)).map(({ key }) => key),
    ).toEqual([]);
    expect(
      rows.filter(({ key }) =>
        ['reason', 'name', 'value', 'figure', 'title', 'secret'].includes(key),
      ),
    ).toEqual([]);
    const whole = JSON.stringify((await app.db.query('select * from audit_event')).rows);
    expect(whole).not.toContain(tokenOf('commissioner.derby'));
    expect(whole).not.toMatch(/session_|token_|Bearer|A test|Numbers/);
  }, 120_000);
});
