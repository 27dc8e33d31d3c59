import type { TypedDocumentNode } from 'urql';
import type { ChangeWords } from '../../components/use-change-form.ts';
import type { Changed } from '../../graphql/use-change.ts';
import {
  DeleteDraftAgreementMutation,
  EndAgreementMutation,
  ProposeAgreementMutation,
  RecordAccessReviewMutation,
  ResumeAgreementMutation,
  SuspendAgreementMutation,
} from './agreement-mutations.ts';
import type { Agreement } from './sharing-queries.ts';

/** Names the version that is changed, as the person saw it. */
interface Seen {
  readonly id: string;
  readonly revision: number;
}

/** A step that needs a yes. */
interface ConfirmStep extends ChangeWords {
  readonly kind: 'confirm';
  readonly name: string;
  readonly permission:
    | 'viewerCanPropose'
    | 'viewerCanDelete'
    | 'viewerCanResume'
    | 'viewerCanRecordAccessReview';
  readonly isMain: boolean;
  readonly done: string;
  readonly document: TypedDocumentNode<Changed, { input: Seen }>;
}

/** A step that needs a reason, which everybody who reads the agreement sees. */
interface ReasonStep extends ChangeWords {
  readonly kind: 'reason';
  readonly name: string;
  readonly permission: 'viewerCanSuspend' | 'viewerCanEnd';
  /** Whether it is for what was proposed, or for what was in force; absent where the permission tells. */
  readonly ofProposal?: boolean;
  readonly isGrave: true;
  readonly done: string;
  readonly document: TypedDocumentNode<Changed, { input: Seen & { readonly reason: string } }>;
}

interface RenewStep {
  readonly kind: 'renew';
  readonly name: string;
  readonly permission: 'viewerCanRenew';
  readonly button: string;
}

export type AgreementStep = ConfirmStep | ReasonStep | RenewStep;

export function isPossible(step: AgreementStep, agreement: Agreement): boolean {
  const ofProposal = step.kind === 'reason' ? step.ofProposal : undefined;
  const fits = ofProposal === undefined || ofProposal === (agreement.status === 'PROPOSED');
  return fits && agreement[step.permission];
}

/** Everything that can be done with an agreement in a dialog, in the order of its buttons. */
export const steps: readonly AgreementStep[] = [
  {
    kind: 'confirm',
    name: 'propose',
    permission: 'viewerCanPropose',
    isMain: true,
    button: 'Propose to the parties',
    working: 'Proposing',
    title: 'Propose this agreement?',
    text: 'Every party can read it and sign it from now on. It can no longer be edited: a change would be a new version.',
    done: 'The agreement was proposed. Each party can now sign it.',
    document: ProposeAgreementMutation,
  },
  {
    kind: 'confirm',
    name: 'delete',
    permission: 'viewerCanDelete',
    isMain: false,
    button: 'Delete the draft',
    working: 'Deleting',
    title: 'Delete this draft?',
    text: 'Nobody else has seen it, and it cannot be brought back. The log keeps that there was one.',
    done: 'The draft was deleted.',
    document: DeleteDraftAgreementMutation,
  },
  {
    kind: 'confirm',
    name: 'review',
    permission: 'viewerCanRecordAccessReview',
    isMain: false,
    button: 'Record an access review',
    working: 'Recording',
    title: 'Record that access was reviewed today?',
    text: 'You say that your organisation has looked at who uses this agreement and that each of them still needs to. The next one is counted from today. While a review is overdue, the agreement gives no sight.',
    done: 'The access review of today was recorded.',
    document: RecordAccessReviewMutation,
  },
  { kind: 'renew', name: 'renew', permission: 'viewerCanRenew', button: 'Renew' },
  {
    kind: 'confirm',
    name: 'resume',
    permission: 'viewerCanResume',
    isMain: true,
    button: 'Resume',
    working: 'Resuming',
    title: 'Resume this agreement?',
    text: 'Parties that have signed see again what it grants, within seconds.',
    done: 'The agreement was resumed.',
    document: ResumeAgreementMutation,
  },
  {
    kind: 'reason',
    isGrave: true,
    name: 'suspend',
    permission: 'viewerCanSuspend',
    button: 'Suspend',
    working: 'Suspending',
    title: 'Suspend this agreement?',
    text: 'What it grants is closed at once for every party, until it is resumed.',
    done: 'The agreement was suspended: nobody sees anything by it until it is resumed.',
    document: SuspendAgreementMutation,
  },
  {
    kind: 'reason',
    isGrave: true,
    name: 'withdraw',
    permission: 'viewerCanEnd',
    ofProposal: true,
    button: 'Withdraw the proposal',
    working: 'Withdrawing',
    title: 'Withdraw this proposal?',
    text: 'Nobody can sign it any more. Its parties still read it, and why it was withdrawn. It cannot be proposed again: draft another instead.',
    done: 'The proposal was withdrawn. Nobody can sign it any more.',
    document: EndAgreementMutation,
  },
  {
    kind: 'reason',
    isGrave: true,
    name: 'end',
    permission: 'viewerCanEnd',
    ofProposal: false,
    button: 'End',
    working: 'Ending',
    title: 'End this agreement for good?',
    text: 'What it grants is closed at once for every party. It cannot be resumed: sharing again needs a new version, signed by all.',
    done: 'The agreement was ended: nobody sees anything by it any more.',
    document: EndAgreementMutation,
  },
];
