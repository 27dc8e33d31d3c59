/** Where a version of a return stands, in the order it moves on. */
export const returnStatuses = [
  'PROBLEMS',
  'READY',
  'SUBMITTED',
  'APPROVED',
  'ACCEPTED',
  'WITHDRAWN',
  'SUPERSEDED',
] as const;

export type ReturnStatus = (typeof returnStatuses)[number];

/** What a return says: a file's rows, nothing happened, nothing changed, or made up for a demonstration. */
export type ReturnKind = 'FILE' | 'NIL' | 'NO_CHANGE' | 'GENERATED';

/** Statuses as a sentence names them. */
const statusInWords: Readonly<Record<ReturnStatus, string>> = {
  PROBLEMS: 'returned with problems',
  READY: 'ready to submit',
  SUBMITTED: 'waiting for approval',
  APPROVED: 'approved and waiting for the hub',
  ACCEPTED: 'in use',
  WITHDRAWN: 'withdrawn',
  SUPERSEDED: 'replaced by a later version',
};

/** Everything a person can do to a version that was received. */
export const returnActions = [
  'explain',
  'confirm',
  'approve',
  'accept',
  'sendBack',
  'reopen',
  'withdraw',
] as const;

export type ReturnAction = (typeof returnActions)[number];

/** What decides where a return can go from here. */
export interface ReturnState {
  readonly status: ReturnStatus;
  readonly tenantId: string;
  readonly receivedById: string | null;
  readonly submittedById: string | null;
  readonly reopenedAt: Date | null;
  /** Queries that nobody has explained. */
  readonly unexplained: number;
  /** True where a hub sees this dataset of its authority exactly: then it is the hub that accepts. */
  readonly hubAccepts: boolean;
}

/** Who asks. */
export interface AskingForReturn {
  readonly organisationId: string;
  readonly accountId: string;
  /** True for a hub that may accept it. */
  readonly mayAccept: boolean;
}

const possible: Readonly<
  Record<ReturnAction, { readonly from: readonly ReturnStatus[]; readonly verb: string }>
> = {
  explain: { from: ['PROBLEMS', 'READY'], verb: 'explained' },
  confirm: { from: ['READY'], verb: 'submitted' },
  approve: { from: ['SUBMITTED'], verb: 'approved' },
  accept: { from: ['APPROVED'], verb: 'accepted' },
  sendBack: { from: ['APPROVED'], verb: 'sent back' },
  reopen: { from: ['APPROVED', 'ACCEPTED'], verb: 'reopened' },
  withdraw: {
    from: ['PROBLEMS', 'READY', 'SUBMITTED', 'APPROVED', 'ACCEPTED'],
    verb: 'withdrawn',
  },
};

const byHub: ReadonlySet<ReturnAction> = new Set(['accept', 'sendBack']);

/**
 * Why this person cannot do this to a return now, as a sentence; null where they can. What their role allows is asked
 * elsewhere.
 */
export function whyNotReturn(
  action: ReturnAction,
  state: ReturnState,
  asking: AskingForReturn,
): string | null {
  const { from, verb } = possible[action];
  if (!from.includes(state.status)) {
    return `A return that is ${statusInWords[state.status]} cannot be ${verb}.`;
  }
  if (byHub.has(action)) {
    return asking.mayAccept ? null : `It is ${verb} by the hub that sees these figures exactly.`;
  }
  if (state.tenantId !== asking.organisationId) {
    return `Only the organisation that sent it may have it ${verb}.`;
  }
  return whyNotOwn(action, state, asking);
}

function whyNotOwn(
  action: ReturnAction,
  state: ReturnState,
  asking: AskingForReturn,
): string | null {
  if (action === 'confirm' && state.unexplained > 0) {
    return `Explain ${state.unexplained === 1 ? 'the query' : `the ${state.unexplained} queries`} first.`;
  }
  if (action === 'approve') return whyNotSecondPerson(state, asking);
  if (action === 'reopen' && state.reopenedAt !== null) return 'It has been reopened already.';
  return null;
}

/** Four eyes: nobody vouches for what they brought in themselves, whoever submitted it. */
function whyNotSecondPerson(
  { receivedById, submittedById }: ReturnState,
  { accountId }: AskingForReturn,
): string | null {
  if (submittedById === accountId) {
    return 'Whoever submitted a return cannot approve it: ask a second person.';
  }
  return receivedById === accountId
    ? 'Whoever sent a return cannot approve it: ask a second person.'
    : null;
}
