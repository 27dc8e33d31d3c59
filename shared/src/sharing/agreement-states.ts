import { dayInWords } from '../days.ts';
import type { AccessReview } from './agreement-dates.ts';
import { accessReviewDueOn } from './agreement-dates.ts';
import type { AgreementStatus } from './sharing-lists.ts';

/** A party as the state machine sees it. */
export interface SigningParty {
  readonly organisationId: string;
  readonly signed: boolean;
}

/** What decides where an agreement can go from here. Days are `YYYY-MM-DD`, in England. */
export interface AgreementState extends AccessReview {
  readonly version: number;
  readonly status: AgreementStatus;
  readonly draftedById: string;
  /** Who suspended it; null unless it is suspended. */
  readonly suspendedById: string | null;
  readonly endsOn: string;
  readonly dpiaDatedOn: string | null;
  readonly parties: readonly SigningParty[];
}

/** Who asks, and which day it is in England. */
export interface Asking {
  readonly organisationId: string;
  readonly today: string;
}

/** Everything that can happen to a version of an agreement. */
export const agreementActions = [
  'edit',
  'delete',
  'propose',
  'sign',
  'suspend',
  'resume',
  'end',
  'renew',
  'recordAccessReview',
] as const;

export type AgreementAction = (typeof agreementActions)[number];

const inWords: Readonly<Record<AgreementStatus, string>> = {
  DRAFT: 'still a draft',
  PROPOSED: 'proposed and awaits signatures',
  ACTIVE: 'in force',
  SUSPENDED: 'suspended',
  ENDED: 'over for good',
  SUPERSEDED: 'replaced by a later version',
};

/** From where each action is possible, and how a refusal names it. */
const possible: Readonly<
  Record<AgreementAction, { readonly from: readonly AgreementStatus[]; readonly verb: string }>
> = {
  edit: { from: ['DRAFT'], verb: 'changed' },
  delete: { from: ['DRAFT'], verb: 'deleted' },
  propose: { from: ['DRAFT'], verb: 'proposed' },
  sign: { from: ['PROPOSED', 'ACTIVE'], verb: 'signed' },
  suspend: { from: ['ACTIVE'], verb: 'suspended' },
  resume: { from: ['SUSPENDED'], verb: 'resumed' },
  end: { from: ['PROPOSED', 'ACTIVE', 'SUSPENDED'], verb: 'ended' },
  renew: { from: ['ACTIVE', 'SUSPENDED'], verb: 'renewed' },
  recordAccessReview: { from: ['ACTIVE', 'SUSPENDED'], verb: 'reviewed' },
};

const partyOf = ({ parties }: AgreementState, { organisationId }: Asking) =>
  parties.find((party) => party.organisationId === organisationId);

type Guard = (agreement: AgreementState, asking: Asking) => string | null;

const requireDrafter: Guard = ({ draftedById }, { organisationId }) =>
  draftedById === organisationId ? null : 'Only the organisation that drafted it may do this.';

const requireSignedParty: Guard = (agreement, asking) =>
  partyOf(agreement, asking)?.signed ? null : 'Only a party that has signed it may do this.';

const requireNotOver: Guard = ({ endsOn }, { today }) =>
  today <= endsOn ? null : `It ran until ${dayInWords(endsOn)}.`;

const requireDpia: Guard = ({ dpiaDatedOn }, { today }) => {
  if (dpiaDatedOn === null) return 'Its DPIA has no date yet. Enter it first.';
  return dpiaDatedOn <= today
    ? null
    : `Its DPIA is dated ${dayInWords(dpiaDatedOn)}, later than today.`;
};

/** A version that starts later would leave a gap: the one before ends when it comes into force. */
const requireStarted: Guard = ({ version, startsOn }, { today }) =>
  version === 1 || startsOn <= today
    ? null
    : `A version that replaces another must start today or earlier, and this one starts on ${dayInWords(startsOn)}.`;

const requireUnsignedParty: Guard = (agreement, asking) => {
  const party = partyOf(agreement, asking);
  if (!party) return 'Your organisation is not a party to it.';
  return party.signed ? 'Your organisation has signed it already.' : null;
};

const requireSuspender: Guard = ({ suspendedById }, { organisationId }) =>
  suspendedById === organisationId
    ? null
    : 'Only the organisation that suspended it may resume it.';

/** A proposal is withdrawn by whoever made it; what is in force is ended by any party that signed it. */
const requireMayEnd: Guard = (agreement, asking) =>
  agreement.status === 'PROPOSED'
    ? requireDrafter(agreement, asking)
    : requireSignedParty(agreement, asking);

const guards: Readonly<Record<AgreementAction, readonly Guard[]>> = {
  edit: [requireDrafter],
  delete: [requireDrafter],
  propose: [requireDrafter, requireNotOver, requireDpia, requireStarted],
  sign: [requireUnsignedParty, requireNotOver],
  suspend: [requireSignedParty],
  resume: [requireSignedParty, requireSuspender],
  end: [requireMayEnd],
  renew: [requireDrafter],
  recordAccessReview: [requireSignedParty],
};

/** Why an organisation may not do something with an agreement today, in a sentence or two; null where it may. */
export function refusalOf(
  action: AgreementAction,
  agreement: AgreementState,
  asking: Asking,
): string | null {
  const { from, verb } = possible[action];
  if (!from.includes(agreement.status)) {
    return `This agreement cannot be ${verb}: it is ${inWords[agreement.status]}.`;
  }
  for (const guard of guards[action]) {
    const refusal = guard(agreement, asking);
    if (refusal !== null) return `This agreement cannot be ${verb}. ${refusal}`;
  }
  return null;
}

/**
 * Whether a proposed version comes into force with the signatures it has: the first version with two, a later one when
 * in addition everybody has signed it who signed the one it replaces, so that nobody loses sight by another's signature.
 *
 * @param before parties of the version in force; empty where there is none.
 */
export function comesIntoForce(
  parties: readonly SigningParty[],
  before: readonly SigningParty[],
): boolean {
  const signed = new Set(
    parties.filter((party) => party.signed).map(({ organisationId }) => organisationId),
  );
  const named = new Set(parties.map(({ organisationId }) => organisationId));
  return (
    signed.size >= 2 &&
    before.every(
      (party) =>
        !party.signed || !named.has(party.organisationId) || signed.has(party.organisationId),
    )
  );
}

/** Why an agreement gives nobody sight today, one sentence each; none where it is in force for two parties or more. */
export function obstacles(agreement: AgreementState, today: string): string[] {
  const { status, startsOn, endsOn, dpiaDatedOn, parties } = agreement;
  if (status !== 'ACTIVE') return [`It is ${inWords[status]}.`];
  const due = accessReviewDueOn(agreement);
  const unsigned = parties.filter(({ signed }) => signed).length < 2;
  const found: [boolean, string][] = [
    [unsigned, 'Fewer than two parties have signed it.'],
    [dpiaDatedOn === null, 'Its DPIA has no date.'],
    [
      dpiaDatedOn !== null && dpiaDatedOn > today,
      `Its DPIA is dated ${dayInWords(dpiaDatedOn ?? today)}, later than today.`,
    ],
    [today < startsOn, `It starts on ${dayInWords(startsOn)}.`],
    [today > endsOn, `It ran until ${dayInWords(endsOn)}.`],
    [
      today > due,
      `Its access review was due by ${dayInWords(due)}: sight is closed until it is recorded.`,
    ],
  ];
  return found.flatMap(([stands, sentence]) => (stands ? [sentence] : []));
}
