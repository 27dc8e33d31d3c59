import { noticeBands, requestOutcomes, typesSecured } from './code-lists/bed-and-demand-codes.ts';
import { placementGroups } from './code-lists/placement-codes.ts';
import { collectionYear } from './collection-year.ts';
import type { ReturnColumn } from './column.ts';
import { countColumn } from './column.ts';
import { breakdown } from './shared-columns.ts';
import type { ReturnFormat, ReturnTable } from './table.ts';
import { table } from './table.ts';

const requests = countColumn({
  name: 'requests',
  title: 'Requests',
  description: 'Number of requests for a placement that were made in the month.',
  aliases: ['placement requests', 'referrals', 'searches', 'number', 'count'],
  unit: 'requests',
});

const typeWanted = breakdown(placementGroups, {
  name: 'type_wanted',
  description: 'The type of placement that was asked for.',
  aliases: ['type requested', 'placement type wanted', 'requested'],
});

const typeSecured = breakdown(typesSecured, {
  name: 'type_secured',
  description: 'The type of placement that was found.',
  aliases: ['type found', 'placement type secured', 'secured'],
});

const requestsBy = (
  name: string,
  words: string,
  ...columns: readonly ReturnColumn[]
): ReturnTable =>
  table({
    name,
    title: `Placement requests by ${words}`,
    description: `Requests for a placement that were made in the month, by ${words}.`,
    basis: 'calendar month',
    columns: [...columns, requests],
    key: columns.map((column) => column.name),
  });

/** What an authority says each month about the placements it looked for. */
export const demandFormat: ReturnFormat = {
  dataset: 'demand',
  collectionYear,
  version: 1,
  title: 'Placement requests',
  tables: [
    requestsBy('requests-by-type', 'type wanted and type secured', typeWanted, typeSecured),
    requestsBy(
      'requests-by-notice',
      'notice',
      breakdown(noticeBands, {
        name: 'notice',
        description: 'Days between the request and the day the placement is needed.',
        aliases: ['notice band', 'notice period'],
      }),
    ),
    requestsBy(
      'requests-by-outcome',
      'outcome',
      breakdown(requestOutcomes, {
        name: 'outcome',
        description: 'How the request stood at the end of the month.',
        aliases: ['result', 'status'],
      }),
    ),
  ],
};
