import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import { isDay } from '../indicators/london-day.ts';
import type { AgreementDraft, DraftText } from './agreement-draft.ts';
import type { DraftField } from './agreement-fields.ts';
import { draftFields } from './agreement-fields.ts';

/** The `id` of a field of the form. */
export const fieldId = (name: string): string => `draft-${name}`;

const problem = (name: string, message: string): FieldProblem => ({
  field: fieldId(name),
  message,
});

/** Smallest and largest number that each number field takes. */
const bounds: Partial<Record<DraftText, readonly [number, number]>> = {
  breachHours: [1, 72],
  accessReviewMonths: [1, 60],
};

const checks: Readonly<
  Record<DraftField['kind'], (field: DraftField, text: string) => string | null>
> = {
  line: () => null,
  area: () => null,
  day: ({ label }, text) => (isDay(text) ? null : `Enter a day for “${label}”`),
  number: ({ name, label }, text) => {
    const [least, most] = bounds[name] ?? [0, 1000];
    const isWithin = /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;
    return isWithin ? null : `Enter a whole number from ${least} to ${most} for “${label}”`;
  },
};

function textProblem(field: DraftField, draft: AgreementDraft): FieldProblem[] {
  const text = draft.texts[field.name].trim();
  if (text === '' && field.isOptional) return [];
  const message =
    text === '' ? `Enter something for “${field.label}”` : checks[field.kind](field, text);
  return message === null ? [] : [problem(field.name, message)];
}

function dateProblems({ texts }: AgreementDraft): FieldProblem[] {
  const { startsOn, endsOn, reviewDueOn } = texts;
  if (![startsOn, endsOn, reviewDueOn].every(isDay)) return [];
  const problems: FieldProblem[] = [];
  if (endsOn < startsOn) {
    problems.push(problem('endsOn', 'The last day must not be before the first day'));
  }
  if (reviewDueOn < startsOn || reviewDueOn > endsOn) {
    problems.push(problem('reviewDueOn', 'The review must lie between the first and the last day'));
  }
  return problems;
}

function partyProblems({ parties }: AgreementDraft): FieldProblem[] {
  const few = parties.length < 2 ? [problem('parties', 'Choose at least two parties')] : [];
  const blank = parties.flatMap(({ organisation, dpoContact, signatory }) => [
    ...(dpoContact.trim() === ''
      ? [
          problem(
            `dpoContact-${organisation}`,
            `Enter the data protection officer’s contact of each party`,
          ),
        ]
      : []),
    ...(signatory.trim() === ''
      ? [problem(`signatory-${organisation}`, 'Enter the office that signs for each party')]
      : []),
  ]);
  return [...few, ...blank];
}

/** What is still wrong with a draft, in the order of the form; the server checks it all again. */
export function draftProblems(draft: AgreementDraft): FieldProblem[] {
  const typed = draftFields.flatMap((field) => textProblem(field, draft));
  const purposes =
    draft.purposes.length === 0 ? [problem('purposes', 'Choose at least one purpose')] : [];
  const items = draft.items.every(({ level }) => level === 'NONE')
    ? [problem('items', 'Share at least one dataset with somebody')]
    : [];
  return [...partyProblems(draft), ...purposes, ...items, ...typed, ...dateProblems(draft)];
}

/** Labels of what differs between two drafts. */
export function draftDifferences(one: AgreementDraft, other: AgreementDraft): string[] {
  const differs = (first: unknown, second: unknown) =>
    JSON.stringify(first) !== JSON.stringify(second);
  return [
    ...(differs(one.parties, other.parties) ? ['Parties'] : []),
    ...(differs(one.purposes, other.purposes) ? ['Purposes'] : []),
    ...(differs(one.items, other.items) ? ['What is shared with whom'] : []),
    ...(one.containsSpecialCategory === other.containsSpecialCategory
      ? []
      : ['Special category data']),
    ...(one.containsCriminal === other.containsCriminal ? [] : ['Criminal offence data']),
    ...draftFields
      .filter(({ name }) => one.texts[name] !== other.texts[name])
      .map(({ label }) => label),
  ];
}
