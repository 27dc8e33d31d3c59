import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';
import { EnquiryFragment } from './enquiry-queries.ts';

/** Records an enquiry. */
export const RecordEnquiryMutation = graphql(`
  mutation RecordEnquiry($input: RecordEnquiryInput!) {
    recordEnquiry(input: $input) {
      id
      reference
    }
  }
`);

/** Records what happened to one. */
export const RecordEventsMutation = graphql(
  `
    mutation RecordEnquiryEvents($input: RecordEnquiryEventsInput!) {
      recordEnquiryEvents(input: $input) {
        kind
        on
        outcome
        question
        enquiry {
          ...WholeEnquiry
        }
      }
    }
  `,
  [EnquiryFragment],
);

/** Takes back what was recorded by mistake. */
export const RetractEventMutation = graphql(
  `
    mutation RetractEnquiryEvent($input: RetractEnquiryEventInput!) {
      retractEnquiryEvent(input: $input) {
        ...WholeEnquiry
      }
    }
  `,
  [EnquiryFragment],
);

/** Answers what is asked about an event. */
export const AnswerQueryMutation = graphql(
  `
    mutation AnswerEnquiryQuery($input: AnswerEnquiryQueryInput!) {
      answerEnquiryQuery(input: $input) {
        ...WholeEnquiry
      }
    }
  `,
  [EnquiryFragment],
);

/** Puts right what is said of it besides its events. */
export const ChangeEnquiryMutation = graphql(
  `
    mutation ChangeEnquiry($input: ChangeEnquiryInput!) {
      changeEnquiry(input: $input) {
        ...WholeEnquiry
      }
    }
  `,
  [EnquiryFragment],
);

/** Attributes an enquiry that nobody’s authority had. */
export const AttributeEnquiryMutation = graphql(
  `
    mutation AttributeEnquiry($input: AttributeEnquiryInput!) {
      attributeEnquiry(input: $input) {
        ...WholeEnquiry
      }
    }
  `,
  [EnquiryFragment],
);

/** Passes an enquiry on to another authority. */
export const TransferEnquiryMutation = graphql(
  `
    mutation TransferEnquiry($input: TransferEnquiryInput!) {
      transferEnquiry(input: $input) {
        ...WholeEnquiry
      }
    }
  `,
  [EnquiryFragment],
);

/** Says that an enquiry repeats another. */
export const LinkDuplicateMutation = graphql(
  `
    mutation LinkDuplicateEnquiry($input: LinkEnquiryInput!) {
      linked: linkDuplicateEnquiry(input: $input) {
        ...WholeEnquiry
      }
    }
  `,
  [EnquiryFragment],
);

/** Says that a household had enquired before. */
export const LinkReapplicationMutation = graphql(
  `
    mutation LinkReapplication($input: LinkEnquiryInput!) {
      linked: linkReapplication(input: $input) {
        ...WholeEnquiry
      }
    }
  `,
  [EnquiryFragment],
);

/** Changes the stages from a day on. */
export const ChangeStagesMutation = graphql(`
  mutation ChangeFosteringStages($input: ChangeFosteringStagesInput!) {
    changeFosteringStages(input: $input) {
      consortium
    }
  }
`);

const ImportFragment = graphql(`
  fragment FoundEnquiries on EnquiryImport @_unmask {
    applied
    items {
      row
      reference
      outcome
      recorded
      questions
    }
    problems {
      row
      column
      message
    }
    moreProblems
  }
`);

/** Looks at a file of enquiries, or takes them over. */
export const ImportEnquiriesMutation = graphql(
  `
    mutation ImportEnquiries($input: ImportEnquiriesInput!) {
      found: importEnquiries(input: $input) {
        ...FoundEnquiries
      }
    }
  `,
  [ImportFragment],
);

/** The same of an accepted return. */
export const TakeEnquiriesMutation = graphql(
  `
    mutation TakeEnquiriesFromReturn($input: TakeEnquiriesFromReturnInput!) {
      found: takeEnquiriesFromReturn(input: $input) {
        ...FoundEnquiries
      }
    }
  `,
  [ImportFragment],
);

export type EnquiryImport = ResultOf<typeof ImportFragment>;
