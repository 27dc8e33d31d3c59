import type { AgreementState } from '@sufficiency/shared/sharing/agreement-states.ts';
import { agreementActions, refusalOf } from '@sufficiency/shared/sharing/agreement-states.ts';
import { agreementStatuses } from '@sufficiency/shared/sharing/sharing-lists.ts';
import { expect, test } from 'vitest';

const today = '2026-06-15';

/** Who asks: what they are to the agreement. */
const principals = {
  drafter: { drafted: true, party: false, signed: false, suspended: false },
  'drafter and signed party': { drafted: true, party: true, signed: true, suspended: false },
  'signed party': { drafted: false, party: true, signed: true, suspended: false },
  'signed party that suspended it': { drafted: false, party: true, signed: true, suspended: true },
  'party that has not signed': { drafted: false, party: true, signed: false, suspended: false },
  outsider: { drafted: false, party: false, signed: false, suspended: false },
} as const;

const ends = { later: '2026-12-31', today, before: '2026-06-14' } as const;
const dpias = { before: '2026-01-01', today, later: '2026-06-16', never: null } as const;
const starts = { before: '2026-02-01', later: '2026-07-01' } as const;

type Case = {
  readonly action: (typeof agreementActions)[number];
  readonly status: (typeof agreementStatuses)[number];
  readonly who: keyof typeof principals;
  readonly ends: keyof typeof ends;
  readonly dpia: keyof typeof dpias;
  readonly starts: keyof typeof starts;
  readonly version: 1 | 2;
};

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>) =>
  Object.keys(record) as Key[];

const table: Case[] = agreementActions.flatMap((action) =>
  agreementStatuses.flatMap((status) =>
    keysOf(principals).flatMap((who) =>
      keysOf(ends).flatMap((end) =>
        keysOf(dpias).flatMap((dpia) =>
          keysOf(starts).flatMap((start) =>
            ([1, 2] as const).map((version) => ({
              action,
              status,
              who,
              ends: end,
              dpia,
              starts: start,
              version,
            })),
          ),
        ),
      ),
    ),
  ),
);

/** The rules as the issue has them, one line each. */
const allowed: Readonly<Record<Case['action'], (row: Case) => boolean>> = {
  edit: ({ status, who }) => status === 'DRAFT' && who.startsWith('drafter'),
  delete: ({ status, who }) => status === 'DRAFT' && who.startsWith('drafter'),
  propose: (row) =>
    row.status === 'DRAFT' &&
    row.who.startsWith('drafter') &&
    row.ends !== 'before' &&
    (row.dpia === 'before' || row.dpia === 'today') &&
    (row.version === 1 || row.starts === 'before'),
  sign: ({ status, who, ends: end }) =>
    ['PROPOSED', 'ACTIVE'].includes(status) &&
    who === 'party that has not signed' &&
    end !== 'before',
  suspend: ({ status, who }) => status === 'ACTIVE' && who.includes('signed party'),
  resume: ({ status, who }) => status === 'SUSPENDED' && who === 'signed party that suspended it',
  end: ({ status, who }) =>
    (status === 'PROPOSED' && who.startsWith('drafter')) ||
    (['ACTIVE', 'SUSPENDED'].includes(status) && who.includes('signed party')),
  renew: ({ status, who }) => ['ACTIVE', 'SUSPENDED'].includes(status) && who.startsWith('drafter'),
  recordAccessReview: ({ status, who }) =>
    ['ACTIVE', 'SUSPENDED'].includes(status) && who.includes('signed party'),
};

const stateIn = (row: Case): AgreementState => {
  const { drafted, party, signed, suspended } = principals[row.who];
  return {
    version: row.version,
    status: row.status,
    draftedById: drafted ? 'me' : 'other',
    suspendedById: suspended ? 'me' : 'other',
    startsOn: starts[row.starts],
    endsOn: ends[row.ends],
    dpiaDatedOn: dpias[row.dpia],
    accessReviewMonths: 12,
    accessReviewedOn: null,
    parties: [
      { organisationId: 'other', signed: true },
      ...(party ? [{ organisationId: 'me', signed }] : []),
    ],
  };
};

test('an agreement goes where its state, its days and the asking party allow, and nowhere else', () => {
  const decided = table.map((row) => ({
    ...row,
    allowed: refusalOf(row.action, stateIn(row), { organisationId: 'me', today }) === null,
  }));

  const expected = table.map((row) => ({ ...row, allowed: allowed[row.action](row) }));

  expect(table.length).toBeGreaterThanOrEqual(500);
  expect(decided).toEqual(expected);
});

test('every refusal is a sentence about the agreement', () => {
  const refusals = table.flatMap(
    (row) => refusalOf(row.action, stateIn(row), { organisationId: 'me', today }) ?? [],
  );

  expect(refusals.filter((sentence) => !/^This agreement cannot be .+\.$/.test(sentence))).toEqual(
    [],
  );
});
