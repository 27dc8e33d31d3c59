import { writtenDay } from '../indicators/london-day.ts';
import type { Return } from './return-queries.ts';
import { counted } from './return-words.ts';

/** Where a version stands and what happens next, in a sentence or two. */
export function returnSentence(record: Return): string {
  return sentences[record.status](record);
}

const sentences: Readonly<Record<Return['status'], (record: Return) => string>> = {
  PROBLEMS: ({ problemCounts }) => {
    const errors = problemCounts?.errors ?? 0;
    return `It was checked and has ${counted(errors, 'error')}, so nothing of it was taken over. Mend ${errors === 1 ? 'it' : 'them'} in your files and send it again.`;
  },
  READY: (record) => {
    const open = record.problemCounts?.unexplained ?? 0;
    if (open > 0) {
      const queries = counted(open, 'query', 'queries');
      const next = record.viewerCanExplain
        ? `Explain ${queries}`
        : `Its sender has to explain ${queries}`;
      return `It was checked and has no errors. ${next}, then it can be submitted for approval.`;
    }
    return `It was checked and nothing stands against it. ${
      record.viewerCanConfirm
        ? 'Look at what is in it, then submit it for approval.'
        : 'Its sender can submit it for approval.'
    }`;
  },
  SUBMITTED: (record) =>
    record.viewerCanApprove
      ? `${record.submittedBy ?? 'Its sender'} submitted it. It waits for you to approve it.`
      : `${record.submittedBy ?? 'Its sender'} submitted it. It waits for a second person of ${record.authority.name} to approve it.`,
  APPROVED: (record) => {
    const by = `It was approved by ${record.approvedBy ?? 'a second person'}${on(record.approvedAt)} and is locked.`;
    return `${by} ${record.viewerCanAccept ? 'It waits for you to accept it for the hub.' : 'It waits for the hub to accept it.'}`;
  },
  ACCEPTED: (record) => {
    const inUse = `Its figures have been in use since ${day(record.acceptedAt)}.`;
    if (record.reopenedAt === null) return inUse;
    return `${inUse} It was reopened on ${day(record.reopenedAt)}: they stay in use until a new version takes its place.`;
  },
  WITHDRAWN: (record) => `It was withdrawn${on(record.endedAt)}: nothing of it is in use.`,
  SUPERSEDED: (record) => `A later version took its place${on(record.endedAt)}.`,
};

const day = (instant: string | null) => (instant === null ? 'an unknown day' : writtenDay(instant));
const on = (instant: string | null) => (instant === null ? '' : ` on ${writtenDay(instant)}`);

const did: Readonly<Record<string, string>> = {
  received: 'Received and checked',
  explained: 'Queries explained',
  submitted: 'Submitted for approval',
  approved: 'Approved and locked',
  accepted: 'Accepted: in use',
  reopened: 'Reopened',
  withdrawn: 'Withdrawn',
  superseded: 'Replaced by a later version',
};

/** A step as a heading; one that is new to this page keeps its own name. */
export const stepTitle = (action: string): string => did[action] ?? action;
