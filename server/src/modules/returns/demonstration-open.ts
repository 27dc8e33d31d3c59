import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { formatOf } from '@sufficiency/shared/returns/formats.ts';
import type { Problem } from '@sufficiency/shared/returns/reading/problem.ts';
import { problem } from '@sufficiency/shared/returns/reading/problem.ts';
import type { ReturnContents } from '@sufficiency/shared/returns/table.ts';

/** Where a return of the demonstration stands. */
export type Standing = 'PROBLEMS' | 'READY' | 'SUBMITTED' | 'APPROVED' | 'ACCEPTED';

/** Returns of the latest month that are still on their way, in each consortium one of each; all others are in use. */
const onTheirWay: Readonly<Record<string, Standing>> = {
  'E10000007 demand': 'PROBLEMS',
  'E10000024 fostering': 'READY',
  'E06000015 providers': 'SUBMITTED',
  'E06000018 beds': 'APPROVED',
  'E08000030 demand': 'PROBLEMS',
  'E08000027 fostering': 'READY',
  'E08000025 providers': 'SUBMITTED',
  'E08000026 beds': 'APPROVED',
};

/** Where the return of a place stands in the latest month. */
export const standingOf = (place: {
  readonly authorityCode: string;
  readonly dataset: Dataset;
}): Standing => onTheirWay[`${place.authorityCode} ${place.dataset}`] ?? 'ACCEPTED';

/** What is kept of a return as far as it has come, and what checking found in it. */
export interface OnItsWay {
  readonly tables: ReturnContents;
  readonly problems: readonly Problem[];
}

/** Of a file with errors no rows are kept; one that waits for an explanation came without its last table. */
export function onItsWay(
  { dataset, standing }: { readonly dataset: Dataset; readonly standing: Standing },
  made: ReturnContents,
): OnItsWay {
  if (standing === 'PROBLEMS') return { tables: new Map(), problems: mistakes };
  const last = formatOf(dataset).tables.at(-1);
  if (standing !== 'READY' || !last) return { tables: made, problems: [] };
  const tables = new Map([...made].filter(([name]) => name !== last.name));
  const message = `Tables that are missing: ${last.title}.`;
  return { tables, problems: [problem('returns/table-missing', message)] };
}

const inNotices = { table: 'requests-by-notice', sheet: 'requests-by-notice.csv' };
const requests = { letter: 'D', name: 'requests' };

/** What people get wrong in a table of demand. */
const mistakes: readonly Problem[] = [
  problem('returns/whole-number', 'Requests is not a whole number.', {
    ...inNotices,
    row: 3,
    column: requests,
    value: 'twelve',
  }),
  problem('returns/blank-cell', 'Requests is blank.', { ...inNotices, row: 4, column: requests }),
  problem('returns/code-list', 'Notice is not a code of the list.', {
    ...inNotices,
    row: 5,
    column: { letter: 'C', name: 'notice' },
    value: 'SAME DAY',
  }),
];
