import type { CellReading } from '../returns/cell-reading.ts';
import { enquirySources, withdrawalReasons } from '../returns/code-lists/fostering-codes.ts';
import { readDay } from '../returns/day-texts.ts';
import { codeReader } from '../returns/name-texts.ts';
import { enquiryHouseholdTypes, withdrawnByCodes } from './enquiry-codes.ts';
import { areaProblem, campaignProblem, referenceProblem } from './enquiry-reference.ts';
import type { Stage } from './stages.ts';

/** A column of a file of enquiries, as a CRM exports it: one enquiry a row. */
export interface EnquiryColumn {
  /** As the header writes it, for example `received`. */
  readonly name: string;
  readonly description: string;
  /** A cell as it could be. */
  readonly example: string;
  readonly required: boolean;
  /** Kind of the event whose day it holds; null for what is no event. */
  readonly event: string | null;
  /** Canonical text of a cell that is not blank, or what is wrong with it. */
  readonly read: (text: string) => CellReading;
}

const checked =
  (problemOf: (text: string) => string | null) =>
  (text: string): CellReading => {
    const problem = problemOf(text);
    return problem === null ? { text } : { problem };
  };

const yes = new Set(['yes', 'y', 'true', '1']);
const no = new Set(['no', 'n', 'false', '0']);

function readYesOrNo(text: string): CellReading {
  const said = text.toLowerCase();
  if (yes.has(said)) return { text: 'yes' };
  return no.has(said) ? { text: '' } : { problem: 'must be yes or no' };
}

const fact = (
  name: string,
  description: string,
  example: string,
  read: EnquiryColumn['read'],
): EnquiryColumn => ({ name, description, example, read, required: false, event: null });

const facts: readonly EnquiryColumn[] = [
  {
    ...fact(
      'reference',
      'Your system’s reference, the same in every file: never a name.',
      'F-0012',
      checked(referenceProblem),
    ),
    required: true,
  },
  fact(
    'authority',
    'The authority it is attributed to, by GSS code or name; blank where a hub does not know yet.',
    'E06000015',
    (text) => ({ text }),
  ),
  {
    ...fact(
      'household_type',
      'MAINSTREAM, FAMILY-FRIENDS, SHORT-BREAKS or SUPPORTED-LODGINGS.',
      'MAINSTREAM',
      codeReader(enquiryHouseholdTypes.codes, { withTotal: false }),
    ),
    required: true,
  },
  fact(
    'source',
    'How the household heard of fostering: WEB, SOCIAL, CARER, EVENT, HUB, CHILD; NK, or blank, where it is not known.',
    'WEB',
    codeReader(enquirySources.codes, { withTotal: false }),
  ),
  fact('campaign', 'Your code of a campaign.', 'FORTNIGHT-2026', checked(campaignProblem)),
  fact('area', 'Postcode district; no more of an address.', 'NG7', (text) =>
    checked(areaProblem)(text.toUpperCase()),
  ),
  fact(
    'back_loaded',
    'yes where it is entered long after it happened: it is kept out of how long things take.',
    'no',
    readYesOrNo,
  ),
];

const ending: readonly EnquiryColumn[] = [
  fact(
    'withdrawal_reason',
    'With withdrawn: AW0 to AW5, by Ofsted’s codes.',
    'AW3',
    codeReader(withdrawalReasons.codes, { withTotal: false }),
  ),
  fact(
    'withdrawn_by',
    'With withdrawn: HOUSEHOLD or SERVICE.',
    'HOUSEHOLD',
    codeReader(withdrawnByCodes.codes, { withTotal: false }),
  ),
];

const dayOf = (event: string, title: string): EnquiryColumn => ({
  name: columnOf(event),
  description: `${title}: the day, for example 30/09/2026; blank where it has not happened.`,
  example: '',
  required: event === 'RECEIVED',
  event,
  read: readDay,
});

/** The column that holds the day of an event: `stage1_start`. */
export const columnOf = (event: string): string => event.toLowerCase().replaceAll('-', '_');

/** Columns of a file of enquiries where these stages are in force, in the order of the template. */
export const enquiryColumns = (stages: readonly Stage[]): readonly EnquiryColumn[] => [
  ...facts,
  ...stages
    .filter(({ used }) => used)
    .map(({ code, title }) => ({
      ...dayOf(code, title),
      example: exampleDays[code] ?? '',
    })),
  dayOf('WITHDRAWN', 'Withdrawn'),
  ...ending,
  dayOf('NOT-APPROVED', 'Not approved'),
  dayOf('ON-HOLD', 'On hold, the last time'),
  dayOf('RESUMED', 'Resumed, the last time'),
];

const exampleDays: Readonly<Record<string, string>> = {
  RECEIVED: '05/01/2026',
  'FIRST-RESPONSE': '06/01/2026',
  'INITIAL-VISIT': '20/01/2026',
};

/** The reference of the example row, which is left out when a file is read. */
export const exampleReference = 'EXAMPLE-0';

/** Header and example row of a file of enquiries. */
export const enquiryTemplate = (stages: readonly Stage[]): readonly (readonly string[])[] => {
  const columns = enquiryColumns(stages);
  return [
    columns.map(({ name }) => name),
    columns.map(({ name, example }) => (name === 'reference' ? exampleReference : example)),
  ];
};
