import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { cloneDatabase } from '../testkit/database.ts';
import {
  allowTemporaryTables,
  arrangeAgreement,
  forgetAgreements,
  underPolicies,
  usual,
} from './agreements.ts';

const database = await cloneDatabase();
const app = new pg.Pool({ connectionString: database.appUrl, max: 2 });
app.on('error', () => undefined);

afterAll(async () => {
  await app.end();
  await database.drop();
});

const at = '2026-06-15T12:00:00Z';

const ids = {
  draft: randomUUID(),
  proposed: randomUUID(),
  active: randomUUID(),
  suspended: randomUUID(),
  ended: randomUUID(),
};

const signedBy = (...signers: readonly string[]) =>
  ['d2n2', 'derby', 'nottingham'].map((organisation) => ({
    organisation,
    signed: signers.includes(organisation),
  }));

beforeEach(async () => {
  await allowTemporaryTables(database.db);
  await forgetAgreements(database.db);
  const arrange = (status: keyof typeof ids, signers: readonly string[]) =>
    arrangeAgreement(database.db, {
      id: ids[status],
      status: status.toUpperCase(),
      parties: signedBy(...signers),
    });
  await arrange('draft', []);
  await arrange('proposed', ['d2n2']);
  await arrange('active', ['d2n2', 'derby']);
  await arrange('suspended', ['d2n2', 'derby']);
  await arrange('ended', ['d2n2', 'derby']);
});

/** What became of a statement of the server's own role: rows changed, or PostgreSQL's code for no. */
const tried = (account: string, sql: string) =>
  underPolicies(app, { account, at }, async (client) => {
    try {
      const { rowCount } = await client.query(sql);
      return `${rowCount} rows`;
    } catch (error) {
      return String((error as pg.DatabaseError).code);
    }
  });

const nothingDone = '0 rows';
const noPrivilege = '42501';
const againstTheRules = '23514';

const sign = (id: string, organisation: string, name = `ig-lead.${organisation}`) =>
  `update agreement_party p set signed_at = now(), signed_by = '${name}' from organisation o
   where o.id = p.organisation_id and o.slug = '${organisation}' and p.agreement_id = '${id}'`;

const set = (id: string, changes: string) =>
  `update sharing_agreement set ${changes}, revision = revision + 1 where id = '${id}'`;

describe('the server’s role, by SQL of its own making', () => {
  test('signs for its own organisation, once', async () => {
    expect(await tried('ig-lead.derby', sign(ids.proposed, 'derby'))).toBe('1 rows');
    expect(await tried('ig-lead.nottingham', sign(ids.active, 'nottingham'))).toBe('1 rows');
    expect(await tried('ig-lead.derby', sign(ids.active, 'derby'))).toBe(againstTheRules);
  });

  test.each([
    ['for another party', 'ig-lead.derby', sign(ids.proposed, 'nottingham'), nothingDone],
    ['for another, as its hub', 'ig-lead.d2n2', sign(ids.proposed, 'derby'), nothingDone],
    ['as a commissioner', 'commissioner.derby', sign(ids.proposed, 'derby'), nothingDone],
    [
      'under another’s name',
      'ig-lead.derby',
      sign(ids.proposed, 'derby', 'ig-lead.nottingham'),
      againstTheRules,
    ],
    ['a draft', 'ig-lead.d2n2', sign(ids.draft, 'd2n2'), againstTheRules],
    ['what was ended', 'ig-lead.nottingham', sign(ids.ended, 'nottingham'), againstTheRules],
    ['what is suspended', 'ig-lead.nottingham', sign(ids.suspended, 'nottingham'), againstTheRules],
    [
      'and takes the signature back',
      'ig-lead.derby',
      `update agreement_party set signed_at = null, signed_by = null where agreement_id = '${ids.active}'`,
      againstTheRules,
    ],
    [
      'and becomes another party',
      'ig-lead.derby',
      `update agreement_party set organisation_id = gen_random_uuid() where agreement_id = '${ids.active}'`,
      noPrivilege,
    ],
  ])('does not sign %s', async (_what, account, sql, outcome) => {
    expect(await tried(account, sql)).toBe(outcome);
  });

  test.each([
    ['title of what was proposed', set(ids.proposed, `title = 'x'`), againstTheRules],
    ['end of what is in force', set(ids.active, `ends_on = '2030-01-01'`), againstTheRules],
    ['DPIA of what is in force', set(ids.active, `dpia_dated_on = '2020-01-01'`), againstTheRules],
    ['access-review period', set(ids.active, 'access_review_months = 59'), againstTheRules],
    ['drafter', set(ids.draft, 'drafted_by = gen_random_uuid()'), noPrivilege],
    ['consortium', set(ids.draft, `consortium_code = 'west-midlands'`), noPrivilege],
    ['mark of being made up', set(ids.draft, 'synthetic = true'), noPrivilege],
    [
      'revision, by none',
      `update sharing_agreement set reason = 'x' where id = '${ids.active}'`,
      againstTheRules,
    ],
    ['state from draft to in force', set(ids.draft, `status = 'ACTIVE'`), againstTheRules],
    ['state to in force by one signature', set(ids.proposed, `status = 'ACTIVE'`), againstTheRules],
    [
      'state to in force by signatures on a table of its own',
      `create temporary table agreement_party as
         select agreement_id, version, gen_random_uuid() as organisation_id, now() as signed_at
         from public.agreement_party where agreement_id = '${ids.proposed}';
       ${set(ids.proposed, `status = 'ACTIVE'`)}`,
      againstTheRules,
    ],
    ['end of what was ended', set(ids.ended, `status = 'ACTIVE'`), againstTheRules],
    ['state back to draft', set(ids.proposed, `status = 'DRAFT'`), againstTheRules],
    ['state to replaced by nothing', set(ids.active, `status = 'SUPERSEDED'`), againstTheRules],
    [
      'access review, to a later day',
      set(ids.active, `access_reviewed_on = '2026-06-16'`),
      againstTheRules,
    ],
    [
      'items of what is in force',
      `delete from agreement_item where agreement_id = '${ids.active}'`,
      nothingDone,
    ],
    [
      'level of an item',
      `update agreement_item set level = 'RECORDS' where agreement_id = '${ids.active}'`,
      noPrivilege,
    ],
    [
      'number of items of what is in force',
      `insert into agreement_item values ('${ids.active}', 1, 'costs', 'HUB', 'EXACT', 'authority', 0, 1, 60)`,
      noPrivilege,
    ],
    [
      'parties of what is in force',
      `delete from agreement_party where agreement_id = '${ids.active}'`,
      nothingDone,
    ],
    [
      'number of parties of what is in force',
      `insert into agreement_party select '${ids.active}', 1, id, 'CONTROLLER', null, 'd', 's', null, null from organisation where slug = 'derbyshire'`,
      noPrivilege,
    ],
    [
      'parties of a draft, to one outside the consortium',
      `insert into agreement_party select '${ids.draft}', 1, id, 'CONTROLLER', null, 'd', 's', null, null from organisation where slug = 'norfolk'`,
      noPrivilege,
    ],
    [
      'parties of a draft, to one that signed already',
      `insert into agreement_party select '${ids.draft}', 1, id, 'CONTROLLER', null, 'd', 's', now(), 'x' from organisation where slug = 'derbyshire'`,
      noPrivilege,
    ],
    ['agreement away', `delete from sharing_agreement where id = '${ids.active}'`, nothingDone],
    ['proposal away', `delete from sharing_agreement where id = '${ids.proposed}'`, nothingDone],
  ])('does not change the %s', async (_what, sql, outcome) => {
    expect(await tried('ig-lead.d2n2', sql)).toBe(outcome);
  });

  test.each([
    ['another’s draft', 'ig-lead.derby', set(ids.draft, `title = 'x'`), nothingDone],
    [
      'another’s draft, away',
      'ig-lead.derby',
      `delete from sharing_agreement where id = '${ids.draft}'`,
      nothingDone,
    ],
    [
      'an agreement as a commissioner',
      'commissioner.derby',
      set(ids.active, `status = 'ENDED'`),
      nothingDone,
    ],
    [
      'an agreement of another consortium',
      'ig-lead.coventry',
      set(ids.active, `status = 'ENDED'`),
      nothingDone,
    ],
    [
      'an agreement that it has not signed',
      'ig-lead.nottingham',
      set(ids.active, `status = 'ENDED'`),
      noPrivilege,
    ],
    [
      'a suspension by somebody else',
      'ig-lead.derby',
      set(ids.suspended, `status = 'ACTIVE', suspended_by = null`),
      noPrivilege,
    ],
    [
      'a proposal that somebody else made',
      'ig-lead.derby',
      set(ids.proposed, `status = 'ENDED'`),
      noPrivilege,
    ],
  ])('does not change %s', async (_what, account, sql, outcome) => {
    expect(await tried(account, sql)).toBe(outcome);
  });

  test('adds drafts of its own organisation only', async () => {
    const copy = (changes: string) =>
      `insert into sharing_agreement
       select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'synthetic', false) || '${changes}')).*
       from sharing_agreement a where a.id = '${ids.draft}'`;

    expect(await tried('ig-lead.d2n2', copy('{}'))).toBe('1 rows');
    expect(await tried('ig-lead.d2n2', copy('{"status": "ACTIVE"}'))).toBe(noPrivilege);
    expect(await tried('ig-lead.d2n2', copy('{"status": "PROPOSED"}'))).toBe(noPrivilege);
    expect(await tried('ig-lead.d2n2', copy('{"consortium_code": "west-midlands"}'))).toBe(
      noPrivilege,
    );
    expect(await tried('ig-lead.d2n2', copy(`{"drafted_by": "${randomUUID()}"}`))).toBe(
      noPrivilege,
    );
    expect(await tried('ig-lead.d2n2', copy('{"access_reviewed_on": "2026-06-15"}'))).toBe(
      againstTheRules,
    );
    expect(await tried('ig-lead.d2n2', copy('{"version": 2}'))).toBe(againstTheRules);
  });

  test('holds what its own constraints say, whoever writes', async () => {
    const refused = async (sql: string) =>
      await database.db.query(sql).then(
        () => 'done',
        (error: pg.DatabaseError) => error.code,
      );

    const outcomes = await Promise.all(
      [
        `update sharing_agreement set ends_on = '2025-12-31'`,
        `update sharing_agreement set purposes = '{gossip}'`,
        `update sharing_agreement set dpia_dated_on = null where status = 'ACTIVE'`,
        `update agreement_item set level = 'RECORDS', dataset = 'costs' where recipient = 'HUB'`,
        `update agreement_item set level = 'EXACT', recipient = 'PUBLIC' where recipient = 'HUB'`,
        `update agreement_item set rounding = 5 where recipient = 'HUB'`,
        `update agreement_item set granularity = 'child'`,
      ].map(refused),
    );

    expect(outcomes).toEqual(outcomes.map(() => againstTheRules));
  });

  test('sees of others’ drafts neither the agreement, nor its parties, nor its items', async () => {
    const seenBy = (account: string) =>
      underPolicies(app, { account, at }, async (client) => {
        const { rows } = await client.query(
          `select (select count(*)::int from sharing_agreement where id = $1) as agreements,
             (select count(*)::int from agreement_party where agreement_id = $1) as parties,
             (select count(*)::int from agreement_item where agreement_id = $1) as items`,
          [ids.draft],
        );
        return rows[0];
      });

    expect(await seenBy('ig-lead.d2n2')).toEqual({
      agreements: 1,
      parties: 3,
      items: usual.items.length,
    });
    expect(await seenBy('ig-lead.derby')).toEqual({ agreements: 0, parties: 0, items: 0 });
    expect(await seenBy('commissioner.norfolk')).toEqual({ agreements: 0, parties: 0, items: 0 });
  });
});
