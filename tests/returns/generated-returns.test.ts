import { beforeAll, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { refusalOf } from '../testkit/requests.ts';
import type { SeenReturn } from './returns.ts';
import {
  arrangeHubSight,
  changed,
  demandFiles,
  derby,
  office,
  seen,
  submit,
  submitted,
} from './returns.ts';

const app = await testApp();

beforeAll(() => arrangeHubSight(app));

/** The latest return of Derby’s demand that the demonstration made up and brought into use. */
async function generated(): Promise<SeenReturn & { readonly period: string }> {
  const answer = await app.as<{
    returns: { edges: { node: SeenReturn & { period: string } }[] };
  }>(
    'approver.derby',
    `{ returns(filter: { authority: "${derby}", dataset: "demand", status: ACCEPTED }, first: 1) {
      edges { node { id version status revision period kind locked viewerCanReopen } } } }`,
  );
  const [latest] = answer.data?.returns.edges ?? [];
  if (!latest) throw new Error(refusalOf(answer));
  return latest.node;
}

describe('a return that the demonstration made up', () => {
  test('is reopened and replaced like any other', async () => {
    const made = await generated();
    const { period } = made;
    expect(made).toMatchObject({ kind: 'GENERATED', locked: true, viewerCanReopen: true });
    const files = demandFiles(500, period);
    expect(refusalOf(await submit(app, 'commissioner.derby', files, { period }))).toMatch(
      /^CONFLICT: The return of .* is approved, and so locked/,
    );

    const reopened = await changed(app, 'approver.derby', 'reopenReturn', {
      ...seen(made),
      reason: 'It was made up.',
      fields: 'id status locked reopenedAt viewerCanReopen steps { action account note }',
    });

    expect(reopened).toMatchObject({
      status: 'ACCEPTED',
      locked: false,
      reopenedAt: expect.any(String),
      viewerCanReopen: false,
      steps: [{ action: 'reopened', account: 'approver.derby', note: 'It was made up.' }],
    });

    const sent = await submitted(app, files, {
      period,
      fields:
        'id version status revision synthetic problems(severity: QUERY) { edges { node { nth } } }',
    });
    expect(sent).toMatchObject({ version: made.version + 1, status: 'READY', synthetic: false });
    const { edges } = sent['problems'] as { edges: { node: { nth: number } }[] };
    const problems = edges.map(({ node }) => ({ nth: node.nth, explanation: 'These are real.' }));
    const commissioner = 'commissioner.derby';
    const said = await changed(app, commissioner, 'explainReturnProblems', {
      ...seen(sent),
      problems,
    });
    const confirmed = await changed(app, commissioner, 'confirmReturn', seen(said));
    const approved = await changed(app, 'approver.derby', 'approveReturn', {
      ...seen(confirmed),
      ...office,
    });
    await changed(app, 'hub-analyst.d2n2', 'acceptReturn', seen(approved));

    const { rows } = await app.db.query(
      `select r.version, r.status, o.value, o.synthetic, o.superseded_at is null as used
       from "return" r join observation o on o.return_id = r.id join indicator i on i.id = o.indicator_id
       where r.authority_code = $1 and r.dataset = 'demand' and r.period = $2 and i."key" = 'placement-requests-month'
       order by r.version`,
      [derby, period],
    );
    expect(rows).toEqual([
      {
        version: made.version,
        status: 'SUPERSEDED',
        value: expect.any(Number),
        synthetic: true,
        used: false,
      },
      { version: sent.version, status: 'ACCEPTED', value: 500, synthetic: false, used: true },
    ]);
  });
});
