import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { globalId, refusalOf } from '../testkit/requests.ts';
import type { Asked } from './agreement-requests.ts';
import { change, changed, draft, inForce, seen } from './agreement-requests.ts';
import { forgetAgreements } from './agreements.ts';

const app = await testApp({ clock: clockAt('2026-06-15T12:00:00Z') });

/** A word that stands in what the hub drafts and nowhere else. */
const canary = 'Zanzibar';

let inForceOne: Asked;
let hidden: Asked;
let hiddenVersion: Asked;

beforeAll(async () => {
  await forgetAgreements(app.db);
  inForceOne = await inForce(app, 'D2N2/H/1');
  hiddenVersion = await changed(app, 'ig-lead.d2n2', 'renewAgreement', {
    ...seen(inForceOne),
    endsOn: '2027-12-31',
    reviewDueOn: '2027-06-30',
  });
  hidden = await changed(app, 'ig-lead.d2n2', 'draftAgreement', {
    ...draft,
    reference: `${canary}/1`,
    title: canary,
    whyNecessary: canary,
    items: [{ ...draft.items[0], dataset: 'demand' }],
  });
});

const EVERYTHING = `query Everything($id: ID!, $ids: [ID!]!) {
  sharingAgreement(id: $id) { title }
  node(id: $id) { id }
  nodes(ids: $ids) { id }
  sharingAgreements(first: 200) {
    totalCount pageInfo { endCursor hasNextPage }
    edges { cursor node { title reference version status versions { version } } }
  }
  drafts: sharingAgreements(status: DRAFT) { totalCount edges { node { id } } }
  sharingMatrix(consortium: "d2n2") { cells { level reason agreement { title } } }
}`;

const others = ['ig-lead.derby', 'commissioner.nottingham', 'ig-lead.derbyshire'];

describe('a draft of another organisation', () => {
  test.each(others)('is nowhere in what %s can read', async (account) => {
    const ids = [hidden.id, hiddenVersion.id, globalId('SharingAgreement', `${randomUUID()}.1`)];
    const answer = await app.as(account, EVERYTHING, { id: hidden.id, ids });

    const { data } = answer as { data: Record<string, unknown> };
    expect(JSON.stringify(answer)).not.toContain(canary);
    expect(data).toMatchObject({
      sharingAgreement: null,
      node: null,
      nodes: [null, null, null],
      drafts: { totalCount: 0, edges: [] },
    });
  });

  test('is not among the versions of what is in force', async () => {
    const answer = await app.as(
      'ig-lead.derby',
      'query Versions($id: ID!) { sharingAgreement(id: $id) { versions { version } } }',
      { id: inForceOne.id },
    );

    expect(answer).toEqual({ data: { sharingAgreement: { versions: [{ version: 1 }] } } });
  });

  test('is not in what another organisation is said to see', async () => {
    const answer = await app.as(
      'ig-lead.derby',
      '{ previewAs(organisation: "d2n2") { cells { dataset level why } } }',
    );

    const { data } = answer as {
      data: { previewAs: { cells: { dataset: string; why: string }[] } };
    };
    const demand = data.previewAs.cells.filter(({ dataset }) => dataset === 'demand');
    expect(demand.map(({ why }) => why)).toContain(
      'No agreement shares demand of Nottingham with the hub.',
    );
  });

  test.each([
    'updateDraftAgreement',
    'proposeAgreement',
    'signAgreement',
    'suspendAgreement',
    'resumeAgreement',
    'endAgreement',
    'renewAgreement',
    'recordAccessReview',
  ])('is as missing to %s as one that never was', async (mutation) => {
    const { consortium: _consortium, ...fields } = draft;
    const further: Readonly<Record<string, object>> = {
      updateDraftAgreement: fields,
      suspendAgreement: { reason: 'No.' },
      endAgreement: { reason: 'No.' },
      renewAgreement: { endsOn: '2028-01-01', reviewDueOn: '2027-06-30' },
    };
    const missing = globalId('SharingAgreement', `${randomUUID()}.1`);
    const input = (id: string) => ({ id, revision: 1, ...further[mutation] });

    const said = refusalOf(await change(app, 'ig-lead.derby', mutation, input(hidden.id)));

    const unknown = refusalOf(await change(app, 'ig-lead.derby', mutation, input(missing)));
    const nameless = (sentence: string) => sentence.replaceAll(/“.*”/g, '“…”');
    expect(said).toMatch(/^NOT_FOUND/);
    expect(nameless(said)).toBe(nameless(unknown));
  });

  test('does not take its reference from anybody', async () => {
    const twin = await changed(app, 'ig-lead.derby', 'draftAgreement', {
      ...draft,
      reference: `${canary}/1`,
    });

    expect(await changed(app, 'ig-lead.derby', 'proposeAgreement', seen(twin))).toMatchObject({
      status: 'PROPOSED',
    });
  });

  test('is in nobody else’s log', async () => {
    const { rows } = await app.db.query(
      `select distinct o.slug from audit_event e join organisation o on o.id = e.tenant_id
       where e.agreement_id::text = $1 or (e.agreement_id::text = $2 and e.agreement_version = 2)`,
      [keyOf(hidden), keyOf(hiddenVersion)],
    );

    expect(rows).toEqual([{ slug: 'd2n2' }]);
  });
});

const keyOf = ({ id }: Asked) =>
  Buffer.from(id, 'base64').toString().replace('SharingAgreement:', '').split('.')[0];

describe('reading agreements', () => {
  test('is for everybody of a consortium, reviewers too', async () => {
    const answer = await app.as(
      'reviewer.d2n2',
      '{ sharingAgreements { edges { node { reference } } } }',
    );

    expect(JSON.stringify(answer)).toContain('D2N2/H/1');
  });

  test('is not for providers', async () => {
    const answer = await app.as('provider.brook-lane-care', '{ sharingAgreements { totalCount } }');

    expect(refusalOf(answer)).toMatch(/^FORBIDDEN/);
  });

  test('finds nothing in another consortium', async () => {
    const answer = await app.as(
      'ig-lead.coventry',
      'query All($id: ID!) { sharingAgreements { totalCount } sharingAgreement(id: $id) { id } node(id: $id) { id } }',
      { id: inForceOne.id },
    );

    expect(answer).toEqual({
      data: { sharingAgreements: { totalCount: 0 }, sharingAgreement: null, node: null },
    });
  });

  test('refuses the matrix of another consortium and previews of its organisations', async () => {
    const matrix = await app.as(
      'ig-lead.coventry',
      '{ sharingMatrix(consortium: "d2n2") { datasets } }',
    );
    const preview = await app.as(
      'ig-lead.coventry',
      '{ previewAs(organisation: "derby") { role } }',
    );

    expect(refusalOf(matrix)).toBe('NOT_FOUND: There is no consortium of yours “d2n2”.');
    expect(refusalOf(preview)).toBe(
      'NOT_FOUND: There is no organisation in your consortia “derby”.',
    );
  });

  test('gives pages of 200 at most, that follow one another', async () => {
    const page =
      'query Page($first: Int, $after: String) { sharingAgreements(first: $first, after: $after) { edges { node { id } } pageInfo { endCursor hasNextPage } } }';
    interface Page {
      readonly sharingAgreements: {
        readonly edges: readonly { readonly node: { readonly id: string } }[];
        readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
      };
    }

    const first = await app.as<Page>('ig-lead.derby', page, { first: 1 });
    const after = first.data?.sharingAgreements.pageInfo.endCursor;
    const second = await app.as<Page>('ig-lead.derby', page, { first: 1, after });

    expect(first.data?.sharingAgreements.pageInfo.hasNextPage).toBe(true);
    expect(second.data?.sharingAgreements.pageInfo.hasNextPage).toBe(false);
    expect(second.data?.sharingAgreements.edges[0]?.node.id).not.toBe(
      first.data?.sharingAgreements.edges[0]?.node.id,
    );
    expect(refusalOf(await app.as('ig-lead.derby', page, { first: 201 }))).toMatch(
      /^BAD_USER_INPUT: A page has 200 at most/,
    );
    expect(refusalOf(await app.as('ig-lead.derby', page, { after: 'x' }))).toMatch(
      /^BAD_USER_INPUT/,
    );
  });
});
