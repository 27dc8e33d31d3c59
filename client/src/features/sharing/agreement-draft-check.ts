import { weakestRelease } from '@sufficiency/shared/sharing/sharing-lists.ts';
import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import { isDay } from '../indicators/london-day.ts';
import type { AgreementDraft, DraftItem, DraftText, ItemNumber } from './agreement-draft.ts';
import type { DraftField } from './agreement-fields.ts';
import { draftFields } from './agreement-fields.ts';
import { datasetHeading, recipientWords } from './sharing-words.ts';

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

const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

const checks: Readonly<
  Record<DraftField['kind'], (field: DraftField, text: string) => string | null>
> = {
  line: () => null,
  area: () => null,
  day: ({ label }, text) => (isDay(text) ? null : `Enter a day for “${label}”`),
  number: ({ name, label }, text) => {
    const [least, most] = bounds[name] ?? [0, 1000];
    return isWhole(text, least, most)
      ? null
      : `Enter a whole number from ${least} to ${most} for “${label}”`;
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

/** Smallest and largest number that each number of an item takes; what is shared exactly has no choice. */
export const itemBounds: Readonly<Record<ItemNumber, readonly [number, number]>> = {
  minimumCount: [weakestRelease.minimumCount, 100],
  rounding: [weakestRelease.rounding, 100],
  historyMonths: [0, 240],
};

const itemLabel: Readonly<Record<ItemNumber, string>> = {
  minimumCount: 'the smallest count shown',
  rounding: 'the rounding',
  historyMonths: 'the months back',
};

/** The `id` of a field of an item. */
export const itemFieldId = (
  field: ItemNumber | 'granularity',
  { dataset, recipient }: Pick<DraftItem, 'dataset' | 'recipient'>,
): string => fieldId(`${field}-${dataset}-${recipient}`);

/** Numbers of an item that are typed: how counts are protected only where they are. */
export const itemNumbers = ({ level }: Pick<DraftItem, 'level'>): readonly ItemNumber[] =>
  level === 'RELEASED' ? ['minimumCount', 'rounding', 'historyMonths'] : ['historyMonths'];

function itemProblems(item: DraftItem): FieldProblem[] {
  const whose = `${datasetHeading(item.dataset)} for ${recipientWords[item.recipient]}`;
  return itemNumbers(item).flatMap((name) => {
    const [least, most] = itemBounds[name];
    if (isWhole(item[name], least, most)) return [];
    const message = `${whose}: enter a whole number from ${least} to ${most} for ${itemLabel[name]}`;
    return [{ field: itemFieldId(name, item), message }];
  });
}

/** What is still wrong with a draft, in the order of the form; the server checks it all again. */
export function draftProblems(draft: AgreementDraft): FieldProblem[] {
  const typed = draftFields.flatMap((field) => textProblem(field, draft));
  const purposes =
    draft.purposes.length === 0 ? [problem('purposes', 'Choose at least one purpose')] : [];
  const items = draft.items.every(({ level }) => level === 'NONE')
    ? [problem('items', 'Share at least one dataset with somebody')]
    : [];
  return [
    ...partyProblems(draft),
    ...purposes,
    ...items,
    ...draft.items.flatMap(itemProblems),
    ...typed,
    ...dateProblems(draft),
  ];
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
