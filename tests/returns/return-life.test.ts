import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import {
  accepted,
  approved,
  arrangeHubSight,
  change,
  changed,
  demandFiles,
  figuresInUse,
  forgetReturns,
  office,
  seen,
  statusesOf,
  submitted,
} from './returns.ts';

const clock = clockAt('2026-06-15T12:00:00Z');
const app = await testApp({ clock });

beforeEach(async () => {
  await forgetReturns(app);
  await arrangeHubSight(app);
  clock.pass({ minutes: 1 });
});

const inUse = (at = clock.now()) => figuresInUse(app, 'placement-requests-month', at);

const refused = async (
  ...asked: Parameters<typeof change> extends [unknown, ...infer Rest] ? Rest : never
) => refusalOf(await change(app, ...asked));

/** The latest version, as its hub sees it. */
async function latest() {
  const answer = await app.as<{ returns: { edges: { node: object }[] } }>(
    'hub-analyst.d2n2',
    '{ returns(first: 1) { edges { node { id revision } } } }',
  );
  return answer.data?.returns.edges[0]?.node;
}

describe('a return', () => {
  test('without errors waits for approval at once', async () => {
    const sent = await submitted(app, demandFiles(12), {
      fields: `id version status revision kind format receivedBy submittedBy locked onTime dueOn
        figures { indicator { key } now { text } before { text } table rows }
        problemCounts { errors queries notes } steps { action account organisation }`,
    });

    expect(sent).toMatchObject({
      version: 1,
      status: 'SUBMITTED',
      kind: 'FILE',
      format: 'demand 2026-27 v1',
      receivedBy: 'commissioner.derby',
      submittedBy: 'commissioner.derby',
      locked: false,
      dueOn: '2026-06-10',
      onTime: false,
      problemCounts: { errors: 0, queries: 0, notes: 0 },
      steps: [
        { action: 'received', account: 'commissioner.derby', organisation: 'Derby' },
        { action: 'submitted', account: 'commissioner.derby', organisation: 'Derby' },
      ],
    });
    expect(sent['figures']).toContainEqual({
      indicator: { key: 'placement-requests-month' },
      now: { text: '12' },
      before: null,
      table: 'requests-by-type',
      rows: [3],
    });
  });

  test('that is only checked waits to be submitted, by anybody who sends returns', async () => {
    const checked = await submitted(app, demandFiles(12), { checkOnly: true });
    expect(checked.status).toBe('READY');

    const sent = await changed(app, 'placement-officer.derby', 'confirmReturn', {
      ...seen(checked),
      fields: 'status submittedBy',
    });

    expect(sent).toEqual({ status: 'SUBMITTED', submittedBy: 'placement-officer.derby' });
  });

  test('that was only checked is submitted by sending it again', async () => {
    const checked = await submitted(app, demandFiles(12), { checkOnly: true });

    const again = await submitted(app, demandFiles(12));

    expect(again).toMatchObject({ id: checked.id, status: 'SUBMITTED' });
  });

  test('with errors goes back to its sender, and says nothing', async () => {
    const files = demandFiles(12).map(({ name, text }) => ({
      name,
      text: String(text).replace('PLANNED,12', 'PLANNED,twelve'),
    }));

    const sent = await submitted(app, files, {
      fields: `id version status revision figures { table } tables { name } viewerCanConfirm
        problems(severity: ERROR) { totalCount edges { node { nth rule row column value mend explanation } } }`,
    });

    expect(sent).toMatchObject({
      status: 'PROBLEMS',
      figures: [],
      tables: [],
      viewerCanConfirm: false,
    });
    expect(sent['problems']).toMatchObject({
      edges: [
        { node: { rule: 'returns/whole-number', row: 2, column: 'D requests', value: 'twelve' } },
      ],
    });
    expect(await refused('commissioner.derby', 'confirmReturn', seen(sent))).toBe(
      'CONFLICT: A return that is returned with problems cannot be submitted.',
    );
  });

  test('comes into use when the hub has accepted it', async () => {
    const sent = await approved(app, demandFiles(12));
    expect(sent.status).toBe('APPROVED');
    expect(await inUse()).toEqual([]);

    const done = await changed(app, 'hub-analyst.d2n2', 'acceptReturn', {
      ...seen(sent),
      fields: 'id version status revision acceptedBy approvedBy attestation locked',
    });

    expect(done).toMatchObject({
      status: 'ACCEPTED',
      acceptedBy: 'D2N2 hub',
      approvedBy: 'approver.derby',
      attestation: expect.stringContaining('Director of Children’s Services attests'),
      locked: true,
    });
    expect(await inUse()).toEqual(['12']);
  });

  test('comes into use with its approval where no hub sees its figures', async () => {
    const files = demandFiles(12, '2026-05', 'E10000007');
    const sent = await submitted(app, files, { authority: 'E10000007' }, 'commissioner.derbyshire');

    const done = await changed(app, 'approver.derbyshire', 'approveReturn', {
      ...seen(sent),
      ...office,
      fields: 'status acceptedBy steps { action }',
    });

    expect(done).toEqual({
      status: 'ACCEPTED',
      acceptedBy: 'Derbyshire',
      steps: ['received', 'submitted', 'approved', 'accepted'].map((action) => ({ action })),
    });
    expect(await inUse()).toEqual(['12']);
  });

  test('says beforehand whether its approval brings it into use, to its own organisation', async () => {
    const fields = 'id version status revision approvalBringsIntoUse';
    const { id, ...seenOnce } = await submitted(app, demandFiles(12), { fields });
    expect(seenOnce['approvalBringsIntoUse']).toBe(false);

    await app.db.query('delete from agreement_item');

    const asked = await app.as<{ return: object }>(
      'approver.derby',
      'query ($id: ID!) { return(id: $id) { approvalBringsIntoUse } }',
      { id },
    );
    expect(asked.data?.return).toEqual({ approvalBringsIntoUse: true });
  });

  test('comes into use with its approval where it is older than what the hub sees', async () => {
    await app.db.query('update agreement_item set history_months = 1');

    const old = await approved(app, demandFiles(12, '2026-04'), { period: '2026-04' });

    expect(old.status).toBe('ACCEPTED');
    expect((await approved(app, demandFiles(12))).status).toBe('APPROVED');
  });

  test('is replaced by a later version, whose figures take over at its acceptance', async () => {
    const first = await accepted(app, demandFiles(12));
    const before = clock.now();
    clock.pass({ minutes: 5 });
    await changed(app, 'approver.derby', 'reopenReturn', {
      ...seen(first),
      reason: 'Two were missing.',
    });
    await approved(app, demandFiles(14));
    expect(await inUse()).toEqual(['12']);

    const second = await changed(app, 'hub-manager.d2n2', 'acceptReturn', {
      ...seen((await latest()) as never),
      fields: `version status changes { indicator { key } now { text } before { text } change }
        versions { version status }`,
    });

    expect(second).toMatchObject({
      version: 2,
      status: 'ACCEPTED',
      versions: [
        { version: 2, status: 'ACCEPTED' },
        { version: 1, status: 'SUPERSEDED' },
      ],
    });
    expect(second['changes']).toContainEqual({
      indicator: { key: 'placement-requests-month' },
      now: { text: '14' },
      before: { text: '12' },
      change: 2,
    });
    expect(await inUse()).toEqual(['14']);
    expect(await inUse(before)).toEqual(['12']);
  });

  test('that was withdrawn is out of use, and cannot be brought back', async () => {
    const done = await accepted(app, demandFiles(12));
    clock.pass({ minutes: 1 });

    const gone = await changed(app, 'approver.derby', 'withdrawReturn', {
      ...seen(done),
      reason: 'Wrong month.',
    });

    expect(gone.status).toBe('WITHDRAWN');
    expect(await inUse()).toEqual([]);
    expect(await refused('approver.derby', 'reopenReturn', { ...seen(gone), reason: 'r' })).toBe(
      'CONFLICT: A return that is withdrawn cannot be reopened.',
    );
    expect((await submitted(app, demandFiles(12))).version).toBe(2);
  });

  test('is sent back by the hub with a reason, and can be submitted again', async () => {
    const sent = await approved(app, demandFiles(12));

    const back = await changed(app, 'hub-analyst.d2n2', 'reopenReturn', {
      ...seen(sent),
      reason: 'Please look at notice again.',
    });

    expect(back.status).toBe('READY');
    const again = await changed(app, 'commissioner.derby', 'confirmReturn', seen(back));
    expect(again.status).toBe('SUBMITTED');
  });

  test('gives way to a version that is sent before it is approved', async () => {
    await submitted(app, demandFiles(12));
    await submitted(app, demandFiles(13));

    expect(await statusesOf(app)).toEqual(['1 SUPERSEDED', '2 SUBMITTED']);
  });
});
