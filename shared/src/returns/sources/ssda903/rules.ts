/** How much a problem matters: what it concerns is not counted, may be counted wrongly, or is only told. */
export type Severity = 'error' | 'query' | 'note';

/** One thing that may be wrong with the files of the collection. */
interface Rule {
  readonly severity: Severity;
  /** What is wrong, and what becomes of it in the counts. */
  readonly message: string;
  readonly mend: string;
}

/**
 * What is looked for, by the Department's own rule where it has one (validation rules of 2024-25).
 *
 * Only what would change a count: the Department's own check of the files is not done again here.
 */
export const rules = {
  NO_CHILD: {
    severity: 'error',
    message: 'The row names no child. It is not counted.',
    mend: 'Fill in CHILD.',
  },
  '141': {
    severity: 'error',
    message: 'The day the episode began is missing or is no day. The episode is not counted.',
    mend: 'Write DECOM as DD/MM/YYYY.',
  },
  '147': {
    severity: 'error',
    message: 'The day the episode ceased is no day. The episode is not counted.',
    mend: 'Write DEC as DD/MM/YYYY, or leave it empty while the episode is open.',
  },
  '356': {
    severity: 'error',
    message: 'The episode ceased before it began. It is not counted.',
    mend: 'Correct DECOM or DEC.',
  },
  '144': {
    severity: 'error',
    message: 'The legal status is not a code of this collection year. The episode is not counted.',
    mend: 'Correct LS.',
  },
  '142': {
    severity: 'query',
    message:
      'The episode has no end, yet a later one of the same child began. It is counted as ended on the day the later one began.',
    mend: 'Fill in DEC and REC.',
  },
  '501': {
    severity: 'query',
    message:
      'The episode began before an earlier one of the same child ended. The child is counted once, in the later episode, and as looked after all along.',
    mend: 'Correct DEC of the earlier episode or DECOM of this one.',
  },
  SAME_EPISODE: {
    severity: 'query',
    message: 'The episode stands in the file twice. It is counted once.',
    mend: 'Remove one of the two rows.',
  },
  '148': {
    severity: 'query',
    message:
      'Only one of the day and the reason the episode ceased is filled in. The day decides whether it is open.',
    mend: 'Fill in both DEC and REC, or neither.',
  },
  '149': {
    severity: 'query',
    message:
      'The reason the episode ceased is not a code of this collection year. Counted as any other reason (E8).',
    mend: 'Correct REC.',
  },
  '388': {
    severity: 'query',
    message:
      'The reason is that a new episode begins (X1), but none of the child does. Not counted as leaving care.',
    mend: 'Add the next episode, or correct REC.',
  },
  '432': {
    severity: 'query',
    message:
      'A period of care begins here, but the reason for the episode is not that care started (S). Not counted as starting.',
    mend: 'Add the earlier episodes, or correct RNE.',
  },
  '355': {
    severity: 'query',
    message: 'The episode ended on the day it began. It is not counted.',
    mend: 'Correct DECOM or DEC.',
  },
  '359': {
    severity: 'query',
    message: 'The child would be 18 or over at the end of the month. Counted as 16 and over.',
    mend: 'Fill in DEC and REC if care has ended.',
  },
  '302': {
    severity: 'query',
    message: 'The child would be born after the end of the month. The age is not known.',
    mend: 'Correct DOB in the header file.',
  },
  '146': {
    severity: 'query',
    message:
      'The placement type is not a code of this collection year. Counted as other placement (Z1).',
    mend: 'Correct PLACE.',
  },
  '178': {
    severity: 'query',
    message:
      'The placement provider is missing or is not a code, and the placement type needs one. Its sector is not known.',
    mend: 'Fill in PLACE_PROVIDER.',
  },
  INT03: {
    severity: 'error',
    message: 'The child is not in a header file. Age, gender and ethnicity are not known.',
    mend: 'Add the header file that has the child.',
  },
  '102': {
    severity: 'error',
    message: 'The date of birth is missing or is no day. The age is not known.',
    mend: 'Write DOB as DD/MM/YYYY.',
  },
  '101': {
    severity: 'query',
    message: 'The gender is not a code. Counted as not known.',
    mend: 'Write SEX as 1 or 2.',
  },
  '103': {
    severity: 'query',
    message: 'The ethnicity is missing or is not a code. Counted as not known.',
    mend: 'Correct ETHNIC.',
  },
  INT32: {
    severity: 'query',
    message: 'The child is in the header file twice. The later row is used.',
    mend: 'Remove one of the two rows.',
  },
  '104': {
    severity: 'query',
    message:
      'The day the status of unaccompanied child ceased is no day. Counted as still unaccompanied.',
    mend: 'Write DUC as DD/MM/YYYY.',
  },
  SHORT_BREAKS: {
    severity: 'note',
    message:
      'The episode is of an agreed series of short breaks (V3, V4). Children in such series are not counted.',
    mend: 'Nothing to do.',
  },
  SERIES_CHANGE: {
    severity: 'note',
    message:
      'The child changed between a series of short breaks (V3, V4) and being looked after. Counted neither as starting nor as leaving.',
    mend: 'Nothing to do.',
  },
  '145': {
    severity: 'query',
    message: 'The category of need is not a code. It is not known why care started.',
    mend: 'Correct CIN.',
  },
  '225': {
    severity: 'query',
    message:
      'The child moved to another placement and the reason is missing or not a code. Counted as other reason.',
    mend: 'Fill in REASON_PLACE_CHANGE.',
  },
  HISTORY: {
    severity: 'note',
    message:
      'The files do not reach back far enough to say how long the child has been looked after. Stability is not told.',
    mend: 'Add the episode files of earlier years.',
  },
} as const satisfies Readonly<Record<string, Rule>>;

/** Name of a rule: the Department's number, or a word of ours. */
export type RuleId = keyof typeof rules;
