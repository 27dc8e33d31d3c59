import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../testkit/app.ts';
import { clockAt } from '../testkit/clock.ts';
import { refusalOf } from '../testkit/requests.ts';
import type { Asked } from './agreement-requests.ts';
import { change, changed, draft, inForce, proposed, seen } from './agreement-requests.ts';
import { forgetAgreements } from './agreements.ts';

const app = await testApp({ clock: clockAt('2026-06-15T12:00:00Z') });

/** Everything there is about agreements, and the log. */
const everything = async (): Promise<string> => {
  const { rows } = await app.db.query<{ all: string }>(
    `select jsonb_build_object(
       'agreements', (select jsonb_agg(a order by a.id, a.version) from sharing_agreement a),
       'parties', (select jsonb_agg(p order by p.agreement_id, p.version, p.organisation_id) from agreement_party p),
       'items', (select jsonb_agg(i order by i.agreement_id, i.version, i.dataset, i.recipient) from agreement_item i),
       'log', (select count(*) from audit_event where type like 'agreement.%'))::text as all`,
  );
  return rows[0]?.all ?? '';
};

/** The refusal of a change, after which everything is as before. */
async function refusal(
  account: string,
  mutation: string,
  input: Readonly<Record<string, unknown>>,
) {
  const before = await everything();
  const answer = await change(app, account, mutation, input);
  expect(await everything()).toBe(before);
  expect(answer.data ?? null).toBeNull();
  return refusalOf(answer);
}

beforeAll(() => forgetAgreements(app.db));

const party = draft.parties[0];
const [item] = draft.items;

describe('a draft', () => {
  beforeEach(() => forgetAgreements(app.db));

  test.each([
    ['an end before its start', { endsOn: '2026-05-31' }, 'endsOn must not be before startsOn'],
    [
      'a party outside the consortium',
      { parties: [...draft.parties, { ...party, organisation: 'norfolk' }] },
      '“norfolk” cannot be a party: it is not the hub of D2N2 and answers for none of its members.',
    ],
    [
      'another consortium’s hub',
      { parties: [...draft.parties, { ...party, organisation: 'west-midlands' }] },
      '“west-midlands” cannot be a party',
    ],
    [
      'a party that does not exist',
      { parties: [...draft.parties, { ...party, organisation: 'atlantis' }] },
      '“atlantis” cannot be a party',
    ],
    [
      'one party twice',
      { parties: [...draft.parties, { ...party, organisation: 'derby' }] },
      'parties must name each organisation once',
    ],
    ['one party only', { parties: [party] }, 'parties must name at least two organisations'],
    [
      'a level above what the dataset allows',
      { items: [{ ...item, dataset: 'costs', level: 'RECORDS' }] },
      'costs can be shared at EXACT at most: it has no records',
    ],
    [
      'a level above what the recipient may have',
      { items: [{ ...item, recipient: 'REVIEWERS', level: 'EXACT' }] },
      'reviewers can be given RELEASED at most',
    ],
    [
      'exact figures that are rounded',
      { items: [{ ...item, rounding: 5 }] },
      'minimumCount must be 0 and rounding 1',
    ],
    [
      'releases of small counts',
      { items: [{ ...item, level: 'RELEASED', minimumCount: 7, rounding: 5 }] },
      'minimumCount must be 8 or more, and rounding 5 or more',
    ],
    [
      'releases that are not rounded',
      { items: [{ ...item, level: 'RELEASED', minimumCount: 8, rounding: 4 }] },
      'minimumCount must be 8 or more, and rounding 5 or more',
    ],
    [
      'an unknown dataset',
      { items: [{ ...item, dataset: 'gossip' }] },
      'dataset must be among placements, costs, providers, fostering, beds, demand',
    ],
    [
      'two levels for one recipient',
      { items: [item, { ...item, level: 'RELEASED' }] },
      'items must say one level for each dataset and recipient',
    ],
    ['an unknown purpose', { purposes: ['curiosity'] }, 'purposes must be among comparison'],
    ['no purpose', { purposes: [] }, 'purposes must name at least one purpose'],
    ['nothing to share', { items: [] }, 'items must share at least one dataset'],
    [
      'special category data without a condition',
      { containsSpecialCategory: true },
      'conditionArticle9 must be given',
    ],
    ['a blank title', { title: '  ' }, 'title must not be empty'],
    ['a review after its end', { reviewDueOn: '2027-01-01' }, 'reviewDueOn must lie between'],
    ['reviews that never come', { accessReviewMonths: 0 }, 'accessReviewMonths must be a whole'],
    ['a notice that runs a script', { privacyNoticeUrls: ['javascript:1'] }, 'privacyNoticeUrls'],
  ])('is refused with %s', async (_what, mistake, sentence) => {
    const said = await refusal('ig-lead.d2n2', 'draftAgreement', { ...draft, ...mistake });

    expect(said).toMatch(/^BAD_USER_INPUT: /);
    expect(said).toContain(sentence);
  });

  test('is refused to a consortium of others', async () => {
    const input = { ...draft, consortium: 'west-midlands' };

    expect(await refusal('ig-lead.d2n2', 'draftAgreement', input)).toBe(
      'NOT_FOUND: There is no consortium of yours “west-midlands”.',
    );
  });

  test('is refused to everybody but information-governance leads', async () => {
    expect(await refusal('commissioner.derby', 'draftAgreement', draft)).toMatch(/^FORBIDDEN/);
    expect(await refusal('reviewer.d2n2', 'draftAgreement', draft)).toMatch(/^FORBIDDEN/);
  });

  test('edited by two people keeps the first edit and tells the second', async () => {
    const drafted = await changed(app, 'ig-lead.d2n2', 'draftAgreement', draft);
    const { consortium: _consortium, ...fields } = draft;
    const edit = (title: string) => ({ ...fields, ...seen(drafted), title });
    await changed(app, 'ig-lead.d2n2', 'updateDraftAgreement', edit('The first'));

    const said = await refusal('ig-lead.d2n2', 'updateDraftAgreement', edit('The second'));

    expect(said).toBe(
      'CONFLICT: This agreement was changed meanwhile. Look at it again, then repeat your change.',
    );
  });

  test('edited by two people in the same moment keeps one edit', async () => {
    const drafted = await changed(app, 'ig-lead.d2n2', 'draftAgreement', draft);
    const { consortium: _consortium, ...fields } = draft;
    const edits = ['One', 'Two', 'Three', 'Four'].map((title) =>
      change(app, 'ig-lead.d2n2', 'updateDraftAgreement', { ...fields, ...seen(drafted), title }),
    );

    const said = (await Promise.all(edits)).map(refusalOf);

    expect(said.filter((sentence) => sentence === '')).toHaveLength(1);
    expect(said.filter((sentence) => sentence.startsWith('CONFLICT'))).toHaveLength(3);
  });

  test('without a dated DPIA is not proposed', async () => {
    const input = { ...draft, dpiaReference: null, dpiaDatedOn: null };
    const drafted = await changed(app, 'ig-lead.d2n2', 'draftAgreement', input);

    expect(await refusal('ig-lead.d2n2', 'proposeAgreement', seen(drafted))).toBe(
      'BAD_USER_INPUT: This agreement cannot be proposed. Its DPIA has no date yet. Enter it first.',
    );
  });

  test('with a reference that was proposed before is refused', async () => {
    await proposed(app, draft.reference);

    expect(await refusal('ig-lead.derby', 'draftAgreement', draft)).toBe(
      'BAD_USER_INPUT: reference D2N2/T/1 is taken by another agreement.',
    );
  });
});

describe('an agreement that was proposed', () => {
  let agreement: Asked;

  beforeEach(async () => {
    await forgetAgreements(app.db);
    agreement = await inForce(app, 'D2N2/T/2');
  });

  test('is not signed twice', async () => {
    expect(await refusal('ig-lead.derby', 'signAgreement', seen(agreement))).toBe(
      'BAD_USER_INPUT: This agreement cannot be signed. Your organisation has signed it already.',
    );
  });

  test('is not signed by an organisation that is no party to it', async () => {
    expect(await refusal('ig-lead.derbyshire', 'signAgreement', seen(agreement))).toBe(
      'BAD_USER_INPUT: This agreement cannot be signed. Your organisation is not a party to it.',
    );
  });

  test('is not signed by somebody who is not the information-governance lead', async () => {
    expect(await refusal('commissioner.nottingham', 'signAgreement', seen(agreement))).toMatch(
      /^FORBIDDEN/,
    );
  });

  test('is not signed after its end', async () => {
    await app.db.query(`update sharing_agreement set ends_on = '2026-06-14'`);

    expect(await refusal('ig-lead.nottingham', 'signAgreement', seen(agreement))).toBe(
      'BAD_USER_INPUT: This agreement cannot be signed. It ran until 14 June 2026.',
    );
  });

  test('is not signed once it was ended', async () => {
    const ended = await changed(app, 'ig-lead.derby', 'endAgreement', {
      ...seen(agreement),
      reason: 'Done.',
    });

    expect(await refusal('ig-lead.nottingham', 'signAgreement', seen(ended))).toBe(
      'BAD_USER_INPUT: This agreement cannot be signed: it is over for good.',
    );
  });

  test('is not edited', async () => {
    const { consortium: _consortium, ...fields } = draft;

    expect(
      await refusal('ig-lead.d2n2', 'updateDraftAgreement', { ...fields, ...seen(agreement) }),
    ).toBe('BAD_USER_INPUT: This agreement cannot be changed: it is in force.');
  });

  test('is not suspended without a reason', async () => {
    expect(
      await refusal('ig-lead.derby', 'suspendAgreement', { ...seen(agreement), reason: ' ' }),
    ).toBe('BAD_USER_INPUT: Give a reason of 1 to 500 characters.');
  });

  test('is not suspended or ended by a party that has not signed', async () => {
    const input = { ...seen(agreement), reason: 'No.' };

    expect(await refusal('ig-lead.nottingham', 'suspendAgreement', input)).toContain(
      'Only a party that has signed it may do this.',
    );
    expect(await refusal('ig-lead.nottingham', 'endAgreement', input)).toContain(
      'Only a party that has signed it may do this.',
    );
  });

  test('is resumed by nobody but the party that suspended it', async () => {
    const suspended = await changed(app, 'ig-lead.derby', 'suspendAgreement', {
      ...seen(agreement),
      reason: 'A breach.',
    });

    expect(await refusal('ig-lead.d2n2', 'resumeAgreement', seen(suspended))).toContain(
      'Only the organisation that suspended it may resume it.',
    );
  });

  test('is not renewed for a shorter time, nor twice at once, nor by another drafter', async () => {
    const renewal = { ...seen(agreement), endsOn: '2027-12-31', reviewDueOn: '2027-06-30' };

    expect(
      await refusal('ig-lead.d2n2', 'renewAgreement', {
        ...renewal,
        endsOn: '2026-12-31',
        reviewDueOn: '2026-10-01',
      }),
    ).toBe('BAD_USER_INPUT: endsOn must be later than it is now.');
    expect(await refusal('ig-lead.derby', 'renewAgreement', renewal)).toContain(
      'Only the organisation that drafted it may do this.',
    );
    await changed(app, 'ig-lead.d2n2', 'renewAgreement', renewal);
    expect(await refusal('ig-lead.d2n2', 'renewAgreement', renewal)).toBe(
      'CONFLICT: Version 2 is being prepared already.',
    );
  });

  test('does not exist for other consortia', async () => {
    const said = await refusal('ig-lead.coventry', 'endAgreement', {
      ...seen(agreement),
      reason: 'Mine now.',
    });

    expect(said).toMatch(/^NOT_FOUND: There is no sharing agreement/);
  });
});
