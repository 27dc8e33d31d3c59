import { beforeAll, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { globalId } from '../testkit/requests.ts';
import type { Asked } from './agreement-requests.ts';
import { changed, draft, inForce } from './agreement-requests.ts';
import { forgetAgreements } from './agreements.ts';

const app = await testApp({ clock: clockAt('2026-06-15T12:00:00Z') });

let signed: Asked;
let drafted: Asked;
let eventOfHub: string;

beforeAll(async () => {
  await forgetAgreements(app.db);
  signed = await inForce(app, 'D2N2/F/1');
  drafted = await changed(app, 'ig-lead.d2n2', 'draftAgreement', {
    ...draft,
    reference: 'D2N2/F/2',
  });
  const { rows } = await app.db.query<{ id: string }>(
    `select e.id from audit_event e join organisation o on o.id = e.tenant_id
     where o.slug = 'd2n2' and e.type = 'agreement.drafted' limit 1`,
  );
  eventOfHub = globalId('AuditEvent', rows[0]?.id ?? '');
  for (const table of [
    'sharing_agreement',
    'agreement_party',
    'agreement_item',
    'audit_event',
    'audit_link',
  ]) {
    await app.db.query(`alter table ${table} disable row level security`);
  }
});

const EVERYTHING = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { id }
  sharingAgreements { edges { node { id } } }
}`;

/** Which of some ids an account finds by themselves, and which agreements on its list. */
async function found(account: string, ids: readonly string[]) {
  const { data } = await app.as<{
    nodes: ({ id: string } | null)[];
    sharingAgreements: { edges: { node: { id: string } }[] };
  }>(account, EVERYTHING, { ids });
  return {
    nodes: data?.nodes.map((node) => node?.id ?? null),
    list: data?.sharingAgreements.edges.map(({ node }) => node.id).sort(),
  };
}

describe('with row-level security taken away and only the filters of the code left', () => {
  test('a draft is seen by whoever drafts it', async () => {
    expect(await found('ig-lead.d2n2', [signed.id, drafted.id, eventOfHub])).toEqual({
      nodes: [signed.id, drafted.id, eventOfHub],
      list: [signed.id, drafted.id].sort(),
    });
  });

  test('and by nobody else of the consortium', async () => {
    expect(await found('ig-lead.derby', [signed.id, drafted.id])).toEqual({
      nodes: [signed.id, null],
      list: [signed.id],
    });
  });

  test('an agreement is not seen in another consortium', async () => {
    expect(await found('ig-lead.coventry', [signed.id, drafted.id])).toEqual({
      nodes: [null, null],
      list: [],
    });
  });

  test('a log is read by the organisation it belongs to and by no other', async () => {
    const { rows } = await app.db.query<{ count: number }>(
      `select count(*)::int as count from audit_event e join organisation o on o.id = e.tenant_id where o.slug = 'derby'`,
    );

    const own = await app.as('ig-lead.derby', '{ auditEvents { totalCount } }');

    expect(rows[0]?.count).toBeGreaterThan(0);
    expect(own).toEqual({ data: { auditEvents: { totalCount: rows[0]?.count } } });
    expect((await found('ig-lead.derby', [eventOfHub])).nodes).toEqual([null]);
    expect(await app.as('ig-lead.coventry', '{ auditEvents { totalCount } }')).toEqual({
      data: { auditEvents: { totalCount: 0 } },
    });
  });
});
