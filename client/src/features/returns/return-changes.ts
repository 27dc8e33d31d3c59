import type { TypedDocumentNode } from 'urql';
import type { ChangeWords } from '../../components/use-change-form.ts';
import type { Changed } from '../../graphql/use-change.ts';
import {
  AcceptReturnMutation,
  ConfirmReturnMutation,
  ReopenReturnMutation,
  WithdrawReturnMutation,
} from './return-mutations.ts';
import type { Return } from './return-queries.ts';

/** Names the version that is changed, as the person saw it. */
interface Seen {
  readonly id: string;
  readonly revision: number;
}

interface NamedChange extends ChangeWords {
  readonly name: string;
  readonly permission: keyof Return & `viewerCan${string}`;
  /** Said once it is done. */
  readonly done: string;
}

/** A change that needs a yes. */
interface ConfirmChange extends NamedChange {
  readonly kind: 'confirm';
  readonly document: TypedDocumentNode<Changed, { input: Seen }>;
}

/** A change that needs a reason, which everybody who reads the return sees. */
interface ReasonChange extends NamedChange {
  readonly kind: 'reason';
  /** It cannot be undone. */
  readonly isGrave: boolean;
  readonly document: TypedDocumentNode<Changed, { input: Seen & { readonly reason: string } }>;
}

/** The approval, for which an office answers. */
export interface AttestedChange extends NamedChange {
  readonly kind: 'attest';
}

export type ReturnChangeKind = ConfirmChange | ReasonChange | AttestedChange;

/** What this person may do to a version now, in the order of its buttons. */
export const possibleChanges = (record: Return): readonly ReturnChangeKind[] =>
  [
    confirm,
    approval(record),
    accept,
    sendBack,
    record.status === 'ACCEPTED' ? reopenInUse : reopenApproved,
    record.status === 'ACCEPTED' ? withdrawInUse : withdrawUnused,
  ].filter(({ permission }) => record[permission] === true);

const confirm: ConfirmChange = {
  kind: 'confirm',
  name: 'confirm',
  permission: 'viewerCanConfirm',
  button: 'Submit for approval',
  working: 'Submitting',
  title: 'Submit this return for approval?',
  text: 'A second person of your authority approves it. You can send another version until then.',
  done: 'It was submitted: a second person can now approve it.',
  document: ConfirmReturnMutation,
};

const reopening = 'Another version needs it to be reopened, with a reason.';

function approval({ approvalBringsIntoUse }: Return): AttestedChange {
  return {
    kind: 'attest',
    name: 'approve',
    permission: 'viewerCanApprove',
    button: 'Approve',
    working: 'Approving',
    title: 'Approve this return?',
    text: approvalBringsIntoUse
      ? `Your approval brings its figures into use at once, as no hub has to accept them, and locks it. ${reopening}`
      : `It is locked from now on and waits for the hub to accept it. ${reopening}`,
    done: approvalBringsIntoUse
      ? 'It was approved and is locked. Its figures are in use.'
      : 'It was approved and is locked. The hub can now accept it.',
  };
}

const accept: ConfirmChange = {
  kind: 'confirm',
  name: 'accept',
  permission: 'viewerCanAccept',
  button: 'Accept for the hub',
  working: 'Accepting',
  title: 'Accept this return for the hub?',
  text: 'Its figures come into use at once and take the place of those of an earlier version.',
  done: 'It was accepted: its figures are in use.',
  document: AcceptReturnMutation,
};

const sendBack: ReasonChange = {
  kind: 'reason',
  isGrave: false,
  name: 'sendBack',
  permission: 'viewerCanSendBack',
  button: 'Send back',
  working: 'Sending back',
  title: 'Send this return back to its authority?',
  text: 'It is unlocked, so that another version can be sent or this one submitted again.',
  done: 'It was sent back.',
  document: ReopenReturnMutation,
};

const reopen = {
  kind: 'reason',
  isGrave: false,
  name: 'reopen',
  permission: 'viewerCanReopen',
  button: 'Reopen',
  working: 'Reopening',
  title: 'Reopen this return?',
  document: ReopenReturnMutation,
} as const;

const reopenInUse: ReasonChange = {
  ...reopen,
  text: 'A new version can then be sent. The figures of this one stay in use until that one takes its place.',
  done: 'It was reopened: a new version can be sent.',
};

const reopenApproved: ReasonChange = {
  ...reopen,
  text: 'It is unlocked: it can be submitted again as it is, or a new version sent.',
  done: 'It was reopened: it can be submitted again, or a new version sent.',
};

const withdraw = {
  kind: 'reason',
  isGrave: true,
  name: 'withdraw',
  permission: 'viewerCanWithdraw',
  button: 'Withdraw',
  working: 'Withdrawing',
  title: 'Withdraw this return for good?',
  document: WithdrawReturnMutation,
} as const;

const withdrawInUse: ReasonChange = {
  ...withdraw,
  text: 'Its figures go out of use, and those before them do not come back.',
  done: 'It was withdrawn: nothing of it is in use.',
};

const withdrawUnused: ReasonChange = {
  ...withdraw,
  text: 'It was never in use, so no figure changes. It can still be read, with your reason.',
  done: 'It was withdrawn. It was never in use, so no figure changed.',
};
