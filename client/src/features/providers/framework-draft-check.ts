import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import type { FrameworkDraft, LotDraft } from './framework-draft.ts';
import { changedRows } from './framework-draft.ts';
import { fieldsOf, missingFrom } from './market-draft.ts';
import type { FormField } from './refusal.ts';
import { isTyped, typedNumber, typedWhole } from './refusal.ts';

const labels = {
  reference: 'Reference',
  title: 'Title',
  leadText: 'Who leads it',
  lead: 'The lead',
  services: 'What it buys',
  buyers: 'Who may call off:',
  startsOn: 'First day',
  endsOn: 'Last day',
  noticeMonths: 'Notice',
  decisionLeadMonths: 'Lead time',
  value: 'Value',
  condition: 'Conditions',
  printedProviders: 'Providers, as printed,',
  printedMemberships: 'Memberships, as printed,',
  printedHomes: 'Homes, as printed,',
  ocid: 'Open Contracting id',
  source: 'Source',
  sourceUrl: 'Address of the source',
  published: 'Publishing it',
};

const lotLabels = {
  number: 'Number of the lot',
  title: 'Title of the lot',
  service: 'Service of the lot',
  need: 'Need',
  maximumWeeklyPrice: 'Published maximum',
  printedMemberships: 'Memberships, as printed,',
  tiers: 'Tiers of the lot:',
};

const tierLabels = {
  number: 'Number of the tier',
  title: 'Title of the tier',
  hoursToRespond: 'Hours to respond',
};

/**
 * The fields of the form, as the server names them. It counts only the rows that are sent, those that differ from `before`,
 * so that its third lot may be the first on the form.
 */
export function frameworkFields(
  id: string,
  draft: FrameworkDraft,
  before: FrameworkDraft,
): readonly FormField[] {
  const rows = <Name extends 'lots' | 'dates' | 'extensions'>(
    name: Name,
    fields: (at: string, path: string, row: FrameworkDraft[Name][number]) => readonly FormField[],
  ) =>
    changedRows<FrameworkDraft[Name][number]>(draft[name], before[name]).flatMap((row, index) => {
      const at = draft[name].findIndex((one) => one.row === row.row);
      return fields(`${id}${name}[${at}].`, `${name}[${index}].`, row);
    });
  return [
    ...fieldsOf(id, labels),
    ...fieldsOf(id, { lots: 'The lot', extensions: 'The right to extend' }, 'removed.'),
    ...rows('lots', (at, path, row) => [
      ...tierFields(at, path, row),
      ...fieldsOf(at, lotLabels, path),
    ]),
    ...rows('dates', (at, path) => fieldsOf(at, { note: 'Note' }, path)),
    ...rows('extensions', (at, path) =>
      fieldsOf(at, { months: 'Length', decideByMonths: 'Decision' }, path),
    ),
  ];
}

const tierFields = (at: string, path: string, { tiers }: LotDraft) =>
  tiers.flatMap((_, index) =>
    fieldsOf(`${at}tiers[${index}].`, tierLabels, `${path}tiers[${index}].`),
  );

const noWhole = (typed: string) => Number.isNaN(typedWhole(typed));
const noNumber = (typed: string) => Number.isNaN(typedNumber(typed));

/** What is missing from the form, or is no number. */
export function missingOfFramework(id: string, draft: FrameworkDraft): readonly FieldProblem[] {
  return [
    ...missingFrom(id, {
      reference: draft.reference.trim() === '' && 'Enter a reference, for example CCS034',
      title: draft.title.trim() === '' && 'Enter what it is called',
      leadText: draft.leadText.trim() === '' && 'Enter who leads it',
      services: draft.services.length === 0 && 'Choose what it buys',
      noticeMonths: noWhole(draft.noticeMonths) && 'Notice must be a whole number of months',
      decisionLeadMonths:
        noWhole(draft.decisionLeadMonths) && 'Lead time must be a whole number of months',
      value: noNumber(draft.value) && 'Value must be an amount in pounds',
      printedProviders: noWhole(draft.printedProviders) && 'Providers must be a whole number',
      printedMemberships: noWhole(draft.printedMemberships) && 'Memberships must be a whole number',
      printedHomes: noWhole(draft.printedHomes) && 'Homes must be a whole number',
      source: draft.source.trim() === '' && 'Enter where these facts are from',
    }),
    ...draft.lots.flatMap((lot, index) => missingOfLot(`${id}lots[${index}].`, lot)),
    ...draft.dates.flatMap(({ on }, index) =>
      missingFrom(`${id}dates[${index}].`, { on: on === '' && 'Enter the day' }),
    ),
    ...draft.extensions.flatMap(({ months, decideByMonths }, index) =>
      missingFrom(`${id}extensions[${index}].`, {
        months: !isTyped(typedWhole(months)) && 'Enter by how many months it can be extended',
        decideByMonths: noWhole(decideByMonths) && 'Decision must be a whole number of months',
      }),
    ),
  ];
}

const missingOfLot = (id: string, lot: LotDraft) => [
  ...missingFrom(id, {
    number: lot.number.trim() === '' && 'Enter the number of the lot, for example 1 or 2a',
    title: lot.title.trim() === '' && 'Enter what the lot is called',
    maximumWeeklyPrice:
      noNumber(lot.maximumWeeklyPrice) && 'Published maximum must be an amount in pounds',
    printedMemberships:
      noWhole(lot.printedMemberships) && 'Memberships of the lot must be a whole number',
  }),
  ...lot.tiers.flatMap(({ number, title, hoursToRespond }, index) =>
    missingFrom(`${id}tiers[${index}].`, {
      number: !isTyped(typedWhole(number)) && 'Enter the number of the tier; 1 is asked first',
      title: title.trim() === '' && 'Enter what the tier is called',
      hoursToRespond: noWhole(hoursToRespond) && 'Hours to respond must be a whole number',
    }),
  ),
];
