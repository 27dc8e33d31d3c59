import type { TypedDocumentNode } from 'urql';
import {
  AcceptReturnMutation,
  ConfirmReturnMutation,
  ReopenReturnMutation,
  WithdrawReturnMutation,
} from './return-mutations.ts';
import type { Return } from './return-queries.ts';
import type { Changed } from './use-return-change.ts';

/** Names the version that is changed, as the person saw it. */
interface Seen {
  readonly id: string;
  readonly revision: number;
}

interface ChangeWords {
  readonly name: string;
  readonly permission: keyof Return & `viewerCan${string}`;
  readonly button: string;
  readonly working: string;
  readonly title: string;
  readonly text: string;
  /** Said once it is done. */
  readonly done: string;
}

/** A change that needs a yes. */
export interface ConfirmChange extends ChangeWords {
  readonly kind: 'confirm';
  readonly document: TypedDocumentNode<Changed, { input: Seen }>;
}

/** A change that needs a reason, which everybody who reads the return sees. */
export interface ReasonChange extends ChangeWords {
  readonly kind: 'reason';
  readonly document: TypedDocumentNode<Changed, { input: Seen & { readonly reason: string } }>;
}

/** The approval, for which an office answers. */
interface AttestedChange extends ChangeWords {
  readonly kind: 'attest';
}

export type ReturnChangeKind = ConfirmChange | ReasonChange | AttestedChange;

/** Everything that can be done to a version, in the order of its buttons. */
const returnChanges: readonly ReturnChangeKind[] = [
  {
    kind: 'confirm',
    name: 'confirm',
    permission: 'viewerCanConfirm',
    button: 'Submit for approval',
    working: 'Submitting',
    title: 'Submit this return for approval?',
    text: 'A second person of your authority approves it. You can send another version until then.',
    done: 'It was submitted: a second person can now approve it.',
    document: ConfirmReturnMutation,
  },
  {
    kind: 'attest',
    name: 'approve',
    permission: 'viewerCanApprove',
    button: 'Approve',
    working: 'Approving',
    title: 'Approve this return?',
    text: 'It is locked from now on: another version needs it to be reopened, with a reason.',
    done: 'It was approved and is locked.',
  },
  {
    kind: 'confirm',
    name: 'accept',
    permission: 'viewerCanAccept',
    button: 'Accept for the hub',
    working: 'Accepting',
    title: 'Accept this return for the hub?',
    text: 'Its figures come into use at once and take the place of those of an earlier version.',
    done: 'It was accepted: its figures are in use.',
    document: AcceptReturnMutation,
  },
  {
    kind: 'reason',
    name: 'sendBack',
    permission: 'viewerCanSendBack',
    button: 'Send back',
    working: 'Sending back',
    title: 'Send this return back to its authority?',
    text: 'It is unlocked, so that another version can be sent or this one submitted again.',
    done: 'It was sent back.',
    document: ReopenReturnMutation,
  },
  {
    kind: 'reason',
    name: 'reopen',
    permission: 'viewerCanReopen',
    button: 'Reopen',
    working: 'Reopening',
    title: 'Reopen this return?',
    text: 'Another version can be sent. Figures that are in use stay so until it is accepted.',
    done: 'It was reopened.',
    document: ReopenReturnMutation,
  },
  {
    kind: 'reason',
    name: 'withdraw',
    permission: 'viewerCanWithdraw',
    button: 'Withdraw',
    working: 'Withdrawing',
    title: 'Withdraw this return for good?',
    text: 'Figures that it brought into use go out of use, and those before it do not come back.',
    done: 'It was withdrawn: nothing of it is in use.',
    document: WithdrawReturnMutation,
  },
];

/** What this person may do to it now. */
export const possibleChanges = (record: Return): readonly ReturnChangeKind[] =>
  returnChanges.filter(({ permission }) => record[permission] === true);

/** What a dialog that changes a return is given. */
export interface ReturnDialog {
  readonly record: Return;
  /** Called when somebody else changed it meanwhile. */
  readonly onStale: () => void;
  readonly onClose: () => void;
  /** Called with a sentence that says what was done. */
  readonly onDone: (sentence: string) => void;
}
