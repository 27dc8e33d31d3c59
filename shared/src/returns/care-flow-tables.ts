import {
  categoriesOfNeed,
  placementChangeReasons,
  reasonsCareCeased,
} from './code-lists/child-codes.ts';
import { countColumn } from './column.ts';
import { breakdown } from './shared-columns.ts';
import type { ReturnTable } from './table.ts';
import { table } from './table.ts';

const starters = table({
  name: 'starters-by-need',
  title: 'Children who started to be looked after, by category of need',
  description: 'Children who started to be looked after in the month, by category of need.',
  basis: 'calendar month',
  columns: [
    breakdown(categoriesOfNeed, {
      name: 'category_of_need',
      description: 'SSDA903 item CIN.',
      aliases: ['cin', 'need'],
    }),
    countColumn({
      name: 'starters',
      title: 'Children who started',
      description: 'Number of children who started to be looked after in the month.',
      aliases: ['children', 'number', 'count', 'started'],
      unit: 'children',
    }),
  ],
  key: ['category_of_need'],
});

const leavers = table({
  name: 'leavers-by-reason',
  title: 'Children who ceased to be looked after, by reason',
  description:
    'Children who ceased to be looked after in the month, by the reason their care ended.',
  basis: 'calendar month',
  columns: [
    breakdown(reasonsCareCeased, {
      name: 'reason',
      description: 'SSDA903 item REC.',
      aliases: ['rec', 'reason episode ceased'],
    }),
    countColumn({
      name: 'leavers',
      title: 'Children who left',
      description: 'Number of children who ceased to be looked after in the month.',
      aliases: ['children', 'number', 'count', 'ceased'],
      unit: 'children',
    }),
  ],
  key: ['reason'],
});

const moves = table({
  name: 'moves-by-reason',
  title: 'Placement moves by reason',
  description: 'Moves of children from one placement to another in the month, by reason.',
  basis: 'calendar month',
  columns: [
    breakdown(placementChangeReasons, {
      name: 'reason',
      description: 'SSDA903 item REASON_PLACE_CHANGE.',
      aliases: ['reason_place_change', 'reason for change'],
    }),
    countColumn({
      name: 'moves',
      title: 'Moves',
      description: 'Number of moves in the month; a child who moved twice counts twice.',
      aliases: ['placement moves', 'number', 'count'],
      unit: 'moves',
    }),
  ],
  key: ['reason'],
});

/** Who started and who ceased to be looked after in the month, and who moved. */
export const careFlowTables: readonly ReturnTable[] = [starters, leavers, moves];
