import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import type { VariablesOf } from '../../graphql/graphql.ts';
import type { AddContractMutation, ChangeContractMutation, Contract } from './contract-queries.ts';
import type { FormField } from './refusal.ts';
import { typedNumber, typedWhole } from './refusal.ts';

/** A block contract as it stands on a form: all texts, as they were typed. */
export interface ContractDraft {
  readonly reference: string;
  readonly beds: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly noticeMonths: string;
  readonly decisionLeadMonths: string;
  /** URNs, separated by commas or spaces. */
  readonly services: string;
  readonly weeklyPrice: string;
  readonly spotWeeklyPrice: string;
}

export type ContractField = keyof ContractDraft;

/** The fields of the form, as the server names them. */
export const contractFields: readonly FormField[] = [
  { path: 'reference', id: 'contract-reference', label: 'Reference' },
  { path: 'authority', id: 'contract-authority', label: 'Authority' },
  { path: 'provider', id: 'contract-provider', label: 'Provider' },
  { path: 'beds', id: 'contract-beds', label: 'Beds' },
  { path: 'startsOn', id: 'contract-startsOn', label: 'First day' },
  { path: 'endsOn', id: 'contract-endsOn', label: 'Last day' },
  { path: 'noticeMonths', id: 'contract-noticeMonths', label: 'Notice' },
  { path: 'decisionLeadMonths', id: 'contract-decisionLeadMonths', label: 'Lead time' },
  { path: 'weeklyPrice', id: 'contract-weeklyPrice', label: 'Price of a bed' },
  { path: 'spotWeeklyPrice', id: 'contract-spotWeeklyPrice', label: 'Price by spot' },
  { path: 'extensionTaken.nth', id: 'contract-extension', label: 'The extension' },
  ...Array.from({ length: 20 }, (_, index) => ({
    path: `services[${index}]`,
    id: 'contract-services',
    label: 'Homes:',
  })),
];

const text = (value: number | null) => (value === null ? '' : String(value));

/** The form as a contract stands; empty for a new one. */
export const contractDraft = (contract: Contract | null): ContractDraft => ({
  reference: contract?.reference ?? '',
  beds: text(contract?.beds ?? null),
  startsOn: contract?.startsOn ?? '',
  endsOn: contract?.endsOn ?? '',
  noticeMonths: text(contract?.noticeMonths ?? null),
  decisionLeadMonths: text(contract?.decisionLeadMonths ?? null),
  services: contract?.services.map(({ urn }) => urn).join(', ') ?? '',
  weeklyPrice: text(contract?.weeklyPrice ?? null),
  spotWeeklyPrice: text(contract?.spotWeeklyPrice ?? null),
});

/** What is missing from the form, or is no number. */
export function missingOf(draft: ContractDraft): FieldProblem[] {
  const needed: readonly [ContractField, string][] = [
    ['reference', 'Enter a reference, for example BLOCK-03'],
    ['beds', 'Enter how many beds'],
    ['startsOn', 'Enter the first day'],
    ['endsOn', 'Enter the last day'],
  ];
  const numbers: readonly [ContractField, number | null, string][] = [
    ['beds', typedWhole(draft.beds), 'Beds must be a whole number'],
    ['noticeMonths', typedWhole(draft.noticeMonths), 'Notice must be a whole number of months'],
    [
      'decisionLeadMonths',
      typedWhole(draft.decisionLeadMonths),
      'Lead time must be a whole number of months',
    ],
    ['weeklyPrice', typedNumber(draft.weeklyPrice), 'Price of a bed must be an amount in pounds'],
    [
      'spotWeeklyPrice',
      typedNumber(draft.spotWeeklyPrice),
      'Price by spot must be an amount in pounds',
    ],
  ];
  return [
    ...needed
      .filter(([field]) => draft[field].trim() === '')
      .map(([field, message]) => ({ field: `contract-${field}`, message })),
    ...numbers
      .filter(([, value]) => Number.isNaN(value))
      .map(([field, , message]) => ({ field: `contract-${field}`, message })),
  ];
}

const urnsOf = (services: string) => services.split(/[\s,;]+/).filter((urn) => urn !== '');

/** What is sent for a new contract. */
export const addInput = (
  draft: ContractDraft,
  of: { readonly authority: string; readonly provider: string },
): VariablesOf<typeof AddContractMutation>['input'] => ({
  ...of,
  reference: draft.reference.trim(),
  beds: typedWhole(draft.beds) ?? 0,
  startsOn: draft.startsOn,
  endsOn: draft.endsOn,
  noticeMonths: typedWhole(draft.noticeMonths),
  decisionLeadMonths: typedWhole(draft.decisionLeadMonths),
  services: urnsOf(draft.services),
  weeklyPrice: typedNumber(draft.weeklyPrice),
  spotWeeklyPrice: typedNumber(draft.spotWeeklyPrice),
});

/** What is sent for a change: only what differs from what the form began with, and the version that was seen. */
export function changeInput(
  draft: ContractDraft,
  before: ContractDraft,
  of: { readonly id: string; readonly version: number },
): VariablesOf<typeof ChangeContractMutation>['input'] {
  const differs = (field: ContractField) => draft[field] !== before[field];
  return {
    ...of,
    ...(differs('reference') && { reference: draft.reference.trim() }),
    ...(differs('beds') && { beds: typedWhole(draft.beds) }),
    ...(differs('startsOn') && { startsOn: draft.startsOn }),
    ...(differs('endsOn') && { endsOn: draft.endsOn }),
    ...(differs('noticeMonths') && { noticeMonths: typedWhole(draft.noticeMonths) }),
    ...(differs('decisionLeadMonths') && {
      decisionLeadMonths: typedWhole(draft.decisionLeadMonths),
    }),
    ...(differs('services') && { services: urnsOf(draft.services) }),
    ...(differs('weeklyPrice') && { weeklyPrice: typedNumber(draft.weeklyPrice) }),
    ...(differs('spotWeeklyPrice') && { spotWeeklyPrice: typedNumber(draft.spotWeeklyPrice) }),
  };
}
