import { beforeAll, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { changed, draft, inForce, proposed, seen } from './agreement-requests.ts';
import { forgetAgreements } from './agreements.ts';

const clock = clockAt('2026-06-15T12:00:00Z');
const app = await testApp({ clock });

beforeAll(() => forgetAgreements(app.db));

const PREVIEW = `query Preview($organisation: String!, $role: String) {
  previewAs(organisation: $organisation, role: $role) {
    role cells { authority { name } dataset level why agreement { reference } }
  }
}`;

interface Preview {
  readonly previewAs: {
    readonly role: string;
    readonly cells: readonly {
      readonly authority: { readonly name: string };
      readonly dataset: string;
      readonly level: string;
      readonly why: string;
    }[];
  };
}

/** What the hub sees of fostering, by authority. */
async function hubSees(): Promise<Record<string, string>> {
  const { data } = await app.as<Preview>('ig-lead.d2n2', PREVIEW, { organisation: 'd2n2' });
  const cells = data?.previewAs.cells.filter(({ dataset }) => dataset === 'fostering') ?? [];
  return Object.fromEntries(cells.map(({ authority, level }) => [authority.name, level]));
}

const nothing = { Derby: 'NONE', Derbyshire: 'NONE', Nottingham: 'NONE', Nottinghamshire: 'NONE' };

const eventsOf = async (reference: string) => {
  const { rows } = await app.db.query<{ type: string; logs: string[] }>(
    `select e.type, array_agg(o.slug order by o.slug) as logs
     from audit_event e join organisation o on o.id = e.tenant_id
     where e.details ->> 'reference' = $1 group by e.type, e.occurred_at, e.agreement_version, e.actor_organisation_id
     order by min(e.occurred_at), e.type`,
    [reference],
  );
  return rows.map(({ type, logs }) => `${type} ${logs.join(' ')}`);
};

describe('the life of an agreement', () => {
  test('opens sight for each pair that has signed, closes it at once, and is in the logs of all', async () => {
    const reference = 'D2N2/L/1';
    const drafted = await changed(app, 'ig-lead.d2n2', 'draftAgreement', { ...draft, reference });
    expect(drafted).toMatchObject({ status: 'DRAFT', revision: 1, version: 1, synthetic: true });
    const asked = await changed(app, 'ig-lead.d2n2', 'proposeAgreement', seen(drafted));
    expect(await hubSees()).toEqual(nothing);

    const one = await changed(app, 'ig-lead.d2n2', 'signAgreement', seen(asked));
    expect(one).toMatchObject({ status: 'PROPOSED', inForce: false });
    const two = await changed(app, 'ig-lead.derby', 'signAgreement', seen(one));
    expect(two).toMatchObject({ status: 'ACTIVE', inForce: true, notInForceBecause: [] });
    expect(await hubSees()).toEqual({ ...nothing, Derby: 'EXACT' });

    const three = await changed(app, 'ig-lead.nottingham', 'signAgreement', seen(two));
    expect(await hubSees()).toEqual({ ...nothing, Derby: 'EXACT', Nottingham: 'EXACT' });

    const paused = await changed(app, 'ig-lead.derby', 'suspendAgreement', {
      ...seen(three),
      reason: 'A breach is being looked into.',
    });
    expect(paused).toMatchObject({ status: 'SUSPENDED', inForce: false });
    expect(await hubSees()).toEqual(nothing);

    const resumed = await changed(app, 'ig-lead.derby', 'resumeAgreement', seen(paused));
    expect(resumed).toMatchObject({ status: 'ACTIVE', reason: null });
    expect(await hubSees()).toEqual({ ...nothing, Derby: 'EXACT', Nottingham: 'EXACT' });

    const ended = await changed(app, 'ig-lead.nottingham', 'endAgreement', {
      ...seen(resumed),
      reason: 'It has served its purpose.',
    });
    expect(ended).toMatchObject({ status: 'ENDED', reason: 'It has served its purpose.' });
    expect(await hubSees()).toEqual(nothing);
    expect(await eventsOf(reference)).toEqual(
      expect.arrayContaining([
        'agreement.drafted d2n2',
        'agreement.proposed d2n2 derby nottingham',
        'agreement.signed d2n2 derby nottingham',
        'agreement.activated d2n2 derby nottingham',
        'agreement.suspended d2n2 derby nottingham',
        'agreement.resumed d2n2 derby nottingham',
        'agreement.ended d2n2 derby nottingham',
      ]),
    );
  });

  test('a renewal leaves the present version in force until all who signed it have signed the next', async () => {
    const reference = 'D2N2/L/2';
    const first = await inForce(app, reference);
    const renewal = await changed(app, 'ig-lead.d2n2', 'renewAgreement', {
      ...seen(first),
      endsOn: '2027-12-31',
      reviewDueOn: '2027-06-30',
    });
    expect(renewal).toMatchObject({ version: 2, status: 'DRAFT', endsOn: '2027-12-31' });
    const asked = await changed(app, 'ig-lead.d2n2', 'proposeAgreement', seen(renewal));
    const hub = await changed(app, 'ig-lead.d2n2', 'signAgreement', seen(asked));
    const stranger = await changed(app, 'ig-lead.nottingham', 'signAgreement', seen(hub));

    expect(stranger).toMatchObject({ status: 'PROPOSED' });
    expect(await hubSees()).toEqual({ ...nothing, Derby: 'EXACT' });

    const last = await changed(app, 'ig-lead.derby', 'signAgreement', seen(stranger));

    expect(last).toMatchObject({ status: 'ACTIVE', version: 2, inForce: true });
    expect(await hubSees()).toEqual({ ...nothing, Derby: 'EXACT', Nottingham: 'EXACT' });
    const { data } = await app.as<{ sharingAgreement: unknown }>(
      'commissioner.derby',
      'query Versions($id: ID!) { sharingAgreement(id: $id) { versions { version status endsOn } } }',
      { id: first.id },
    );
    expect(data?.sharingAgreement).toEqual({
      versions: [
        { version: 2, status: 'ACTIVE', endsOn: '2027-12-31' },
        { version: 1, status: 'SUPERSEDED', endsOn: '2026-12-31' },
      ],
    });
    await changed(app, 'ig-lead.d2n2', 'endAgreement', { ...seen(last), reason: 'Done.' });
  });

  test('an overdue access review closes sight until it is recorded', async () => {
    const agreement = await inForce(app, 'D2N2/L/3');
    await app.db.query(
      `update sharing_agreement set starts_on = '2025-06-01' where reference = 'D2N2/L/3'`,
    );

    expect(await hubSees()).toEqual(nothing);

    const reviewed = await changed(app, 'ig-lead.derby', 'recordAccessReview', seen(agreement));

    expect(reviewed).toMatchObject({ accessReviewedOn: '2026-06-15', inForce: true });
    expect(await hubSees()).toEqual({ ...nothing, Derby: 'EXACT' });
    await changed(app, 'ig-lead.derby', 'endAgreement', { ...seen(reviewed), reason: 'Done.' });
  });

  test('a proposal can be withdrawn by whoever made it', async () => {
    const asked = await proposed(app, 'D2N2/L/4');

    const withdrawn = await changed(app, 'ig-lead.d2n2', 'endAgreement', {
      ...seen(asked),
      reason: 'Not yet.',
    });

    expect(withdrawn).toMatchObject({ status: 'ENDED' });
    expect(await eventsOf('D2N2/L/4')).toContain('agreement.withdrawn d2n2 derby nottingham');
  });

  test('a draft is deleted by whoever drafted it, and its reference is free again', async () => {
    const reference = 'D2N2/L/5';
    const drafted = await changed(app, 'ig-lead.d2n2', 'draftAgreement', { ...draft, reference });

    const answer = await app.as(
      'ig-lead.d2n2',
      'mutation Delete($input: AgreementInput!) { deleteDraftAgreement(input: $input) }',
      { input: seen(drafted) },
    );

    expect(answer).toEqual({ data: { deleteDraftAgreement: drafted.id } });
    expect(
      await app.as('ig-lead.d2n2', 'query Gone($id: ID!) { node(id: $id) { id } }', {
        id: drafted.id,
      }),
    ).toEqual({ data: { node: null } });
    expect((await eventsOf(reference)).toSorted()).toEqual([
      'agreement.deleted d2n2',
      'agreement.drafted d2n2',
    ]);
  });

  test('is renewed by one version at a time', async () => {
    const first = await inForce(app, 'D2N2/L/6');
    const isRenewable = async () => {
      const { data } = await app.as<{ node: { viewerCanRenew: boolean } }>(
        'ig-lead.d2n2',
        'query May($id: ID!) { node(id: $id) { ... on SharingAgreement { viewerCanRenew } } }',
        { id: first.id },
      );
      return data?.node.viewerCanRenew;
    };
    expect(await isRenewable()).toBe(true);
    const renewal = await changed(app, 'ig-lead.d2n2', 'renewAgreement', {
      ...seen(first),
      endsOn: '2027-12-31',
      reviewDueOn: '2027-06-30',
    });

    expect(await isRenewable()).toBe(false);

    const asked = await changed(app, 'ig-lead.d2n2', 'proposeAgreement', seen(renewal));
    expect(await isRenewable()).toBe(false);

    await changed(app, 'ig-lead.d2n2', 'endAgreement', { ...seen(asked), reason: 'Not yet.' });
    expect(await isRenewable()).toBe(true);
    await changed(app, 'ig-lead.derby', 'endAgreement', { ...seen(first), reason: 'Done.' });
  });
});
