import type { CodeList } from '../returns/code-lists/code-list.ts';
import { householdTypes } from '../returns/code-lists/fostering-codes.ts';

/** What a household that enquires could become: those of returns, and supported lodgings, which no return counts. */
export const enquiryHouseholdTypes: CodeList = {
  name: 'enquiry-household-type',
  title: householdTypes.title,
  source: `${householdTypes.source}; supported lodgings are ours`,
  codes: [...householdTypes.codes, { code: 'SUPPORTED-LODGINGS', label: 'Supported lodgings' }],
};

/** Who withdrew an enquiry. */
export const withdrawnByCodes: CodeList = {
  name: 'withdrawn-by',
  title: 'Who withdrew',
  source: 'Ours',
  codes: [
    { code: 'HOUSEHOLD', label: 'The household' },
    { code: 'SERVICE', label: 'The fostering service' },
  ],
};

/** Why an enquiry passed from one authority to another. */
export const transferReasons: CodeList = {
  name: 'transfer-reason',
  title: 'Reason for the transfer',
  source: 'Ours',
  codes: [
    { code: 'ATTRIBUTED', label: 'It was attributed to none until then' },
    { code: 'MOVED', label: 'The household lives, or moves, there' },
    { code: 'CAPACITY', label: 'The other can assess it sooner' },
    { code: 'CHOICE', label: 'The household asked for it' },
    { code: 'MISTAKE', label: 'It was attributed by mistake' },
    { code: 'OTHER', label: 'Another reason' },
  ],
};

/** Why something odd is right all the same. */
export const explanations: CodeList = {
  name: 'event-explanation',
  title: 'Why it is right all the same',
  source: 'Ours',
  codes: [
    { code: 'AS-HAPPENED', label: 'It happened in this order' },
    { code: 'EARLIER-NOT-RECORDED', label: 'What came before was not recorded' },
    { code: 'FROM-ELSEWHERE', label: 'The household came from another service part-way' },
    { code: 'DIRECT-APPLICATION', label: 'The household applied without an enquiry' },
  ],
};

/** True for a code of a list. */
export const isCodeOf = ({ codes }: CodeList, code: string): boolean =>
  codes.some((one) => one.code === code);

/** What a code is called; the code itself where it is none of the list. */
export const labelIn = ({ codes }: CodeList, code: string): string =>
  codes.find((one) => one.code === code)?.label ?? code;

/** The codes of a list, as a refusal names them. */
export const codesInWords = ({ codes }: CodeList): string =>
  codes.map(({ code }) => code).join(', ');
