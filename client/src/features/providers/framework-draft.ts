import type { VariablesOf } from '../../graphql/graphql.ts';
import type { AddFrameworkMutation, ChangeFrameworkMutation } from './framework-mutations.ts';
import type { Framework } from './framework-queries.ts';
import { differing } from './market-draft.ts';
import { typedNumber, typedWhole } from './refusal.ts';

type AddInput = VariablesOf<typeof AddFrameworkMutation>['input'];
type ChangeInput = VariablesOf<typeof ChangeFrameworkMutation>['input'];
export type FrameworkDate = Framework['dates'][number];

/** A framework as it stands on a form: texts as they were typed, lists row by row. */
export interface FrameworkDraft {
  readonly reference: string;
  readonly title: string;
  readonly leadText: string;
  /** GSS code; empty where none of one’s own leads. */
  readonly lead: string;
  readonly services: readonly string[];
  readonly buyers: readonly string[];
  readonly startsOn: string;
  readonly endsOn: string;
  readonly openToNew: Answer;
  readonly noticeMonths: string;
  readonly decisionLeadMonths: string;
  readonly value: string;
  readonly conditionJudgement: NonNullable<Framework['conditionJudgement']> | '';
  readonly condition: string;
  readonly printedProviders: string;
  readonly printedMemberships: string;
  readonly printedHomes: string;
  readonly ocid: string;
  readonly source: string;
  readonly sourceUrl: string;
  readonly published: Answer;
  readonly lots: readonly LotDraft[];
  readonly dates: readonly DateDraft[];
  /** Rights that were not taken up. */
  readonly extensions: readonly ExtensionDraft[];
}

type Answer = 'yes' | 'no';

/** A row of a list; `row` tells it from the others while the form is open. */
interface Row {
  readonly row: string;
}

export interface LotDraft extends Row {
  readonly number: string;
  readonly title: string;
  readonly service: string;
  readonly need: string;
  readonly maximumWeeklyPrice: string;
  readonly printedMemberships: string;
  readonly tiers: readonly TierDraft[];
}

export interface TierDraft extends Row {
  readonly number: string;
  readonly title: string;
  readonly hoursToRespond: string;
}

export interface DateDraft extends Row {
  readonly kind: FrameworkDate['kind'];
  readonly on: string;
  readonly note: string;
}

export interface ExtensionDraft extends Row {
  /** Which it is among those there are; null for a new one. */
  readonly nth: number | null;
  readonly months: string;
  readonly decideByMonths: string;
}

const text = (value: string | number | null | undefined) => (value == null ? '' : String(value));
const answer = (value: boolean): Answer => (value ? 'yes' : 'no');
const orNull = (typed: string) => typed.trim() || null;

/** A new framework of whoever leads by `lead`, or keeps it as the hub. */
export const newFramework = (lead: {
  readonly code: string;
  readonly name: string;
}): FrameworkDraft => ({
  ...{ reference: '', title: '', leadText: lead.name, lead: lead.code },
  ...{ services: [], buyers: lead.code === '' ? [] : [lead.code] },
  ...{ startsOn: '', endsOn: '', openToNew: 'no', noticeMonths: '', decisionLeadMonths: '' },
  ...{ value: '', conditionJudgement: '', condition: '', ocid: '', source: '', sourceUrl: '' },
  ...{ printedProviders: '', printedMemberships: '', printedHomes: '' },
  ...{ published: 'yes', lots: [], dates: [], extensions: [] },
});

/** The form as a framework stands. */
export const frameworkDraft = (framework: Framework): FrameworkDraft => ({
  reference: framework.reference,
  title: framework.title,
  leadText: framework.leadText,
  lead: text(framework.lead?.code),
  services: framework.services,
  buyers: framework.buyers.map(({ code }) => code),
  startsOn: text(framework.startsOn),
  endsOn: text(framework.endsOn),
  openToNew: answer(framework.openToNew),
  noticeMonths: text(framework.noticeMonths),
  decisionLeadMonths: text(framework.decisionLeadMonths),
  value: text(framework.value),
  conditionJudgement: framework.conditionJudgement ?? '',
  condition: text(framework.condition),
  printedProviders: text(framework.providers.printed),
  printedMemberships: text(framework.lotMemberships.printed),
  printedHomes: text(framework.printedHomes),
  ocid: text(framework.ocid),
  source: framework.source,
  sourceUrl: text(framework.sourceUrl),
  published: answer(framework.published),
  lots: framework.lots.map((lot) => ({
    ...{ row: lot.number, number: lot.number, title: lot.title },
    service: text(lot.service),
    need: text(lot.need),
    maximumWeeklyPrice: text(lot.maximumWeeklyPrice),
    printedMemberships: text(lot.memberships.printed),
    tiers: lot.tiers.map(({ number, title, hoursToRespond }) => ({
      ...{ row: String(number), number: String(number), title },
      hoursToRespond: text(hoursToRespond),
    })),
  })),
  dates: framework.dates.map(({ kind, on, note }) => ({
    ...{ row: `${kind} ${on}`, kind, on },
    note: text(note),
  })),
  extensions: framework.extensions
    .filter(({ takenOn }) => takenOn === null)
    .map(({ nth, months, decideByMonths }) => ({
      ...{ row: String(nth), nth, months: String(months) },
      decideByMonths: text(decideByMonths),
    })),
});

const termsOf = (draft: FrameworkDraft) => ({
  reference: draft.reference.trim(),
  title: draft.title.trim(),
  leadText: draft.leadText.trim(),
  lead: orNull(draft.lead),
  services: [...draft.services],
  buyers: [...draft.buyers].sort(),
  startsOn: orNull(draft.startsOn),
  endsOn: orNull(draft.endsOn),
  openToNew: draft.openToNew === 'yes',
  noticeMonths: typedWhole(draft.noticeMonths),
  decisionLeadMonths: typedWhole(draft.decisionLeadMonths),
  value: typedNumber(draft.value),
  conditionJudgement: draft.conditionJudgement || null,
  condition: orNull(draft.condition),
  printedProviders: typedWhole(draft.printedProviders),
  printedMemberships: typedWhole(draft.printedMemberships),
  printedHomes: typedWhole(draft.printedHomes),
  ocid: orNull(draft.ocid),
  source: draft.source.trim(),
  sourceUrl: orNull(draft.sourceUrl),
  published: draft.published === 'yes',
});

const lotInput = (lot: LotDraft) => ({
  number: lot.number.trim(),
  title: lot.title.trim(),
  service: orNull(lot.service),
  need: orNull(lot.need),
  maximumWeeklyPrice: typedNumber(lot.maximumWeeklyPrice),
  printedMemberships: typedWhole(lot.printedMemberships),
  tiers: lot.tiers.map(({ number, title, hoursToRespond }) => ({
    number: typedWhole(number) ?? 0,
    title: title.trim(),
    hoursToRespond: typedWhole(hoursToRespond),
  })),
});

const dateInput = ({ kind, on, note }: DateDraft) => ({ kind, on, note: orNull(note) });

const extensionInput = ({ months, decideByMonths }: ExtensionDraft) => ({
  months: typedWhole(months) ?? 0,
  decideByMonths: typedWhole(decideByMonths),
});

/** What is sent for a new framework. */
export const addFrameworkInput = (draft: FrameworkDraft): AddInput => ({
  ...termsOf(draft),
  lots: draft.lots.map(lotInput),
  dates: draft.dates.map(dateInput),
  extensions: draft.extensions.map(extensionInput),
});

/** Rows that are new or no longer what they were: only these are sent. */
export function changedRows<One extends Row>(now: readonly One[], before: readonly One[]) {
  const was = new Set(before.map((row) => JSON.stringify(row)));
  return now.filter((row) => !was.has(JSON.stringify(row)));
}

/** What is sent for a change: what differs from what the form began with, and the version that was seen. */
export function changeFrameworkInput(
  draft: FrameworkDraft,
  before: FrameworkDraft,
  { id, version }: { readonly id: string; readonly version: number },
): ChangeInput {
  const kept = new Set(draft.lots.map(({ number }) => number.trim()));
  return {
    ...{ id, version },
    ...differing(termsOf(draft), termsOf(before)),
    lots: changedRows(draft.lots, before.lots).map(lotInput),
    dates: changedRows(draft.dates, before.dates).map(dateInput),
    extensions: changedRows(draft.extensions, before.extensions).map(extensionInput),
    removed: {
      lots: before.lots.map(({ number }) => number).filter((number) => !kept.has(number)),
      dates: changedRows(before.dates, draft.dates).map(({ kind, on }) => ({ kind, on })),
      extensions: changedRows(before.extensions, draft.extensions).flatMap(({ nth }) => nth ?? []),
    },
  };
}
