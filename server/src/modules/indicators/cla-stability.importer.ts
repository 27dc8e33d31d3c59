import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import { snapshotAt31March, yearEnding31March } from '@sufficiency/shared/indicators/period.ts';
import { z } from 'zod';
import { readCsvRows } from '../../platform/csv-reader.ts';
import { claAreaColumns } from './cla-area.ts';
import type { ShareRule } from './cla-shares.ts';
import { sharesOf } from './cla-shares.ts';
import { publishedNumber } from './published-number.ts';
import type { FigureReading } from './reference-figure.ts';

const stabilityRow = z
  .object({
    ...claAreaColumns,
    cla_group: z.string(),
    placement_stability: z.string(),
    children_count: publishedNumber,
    children_percent: publishedNumber,
  })
  .transform(({ cla_group, placement_stability, children_count, children_percent, ...row }) => ({
    ...row,
    group: cla_group,
    part: placement_stability,
    number: children_count,
    percentage: children_percent,
  }));

const rules: readonly ShareRule[] = [
  {
    indicator: 'three-or-more-placements-share',
    group: 'CLA on 31 March',
    part: 'With 3 or more placements during the year',
    total: 'Total children',
    period: yearEnding31March,
  },
  {
    indicator: 'same-placement-two-years-share',
    group:
      'Children looked after continuously for at least 2.5 years on 31 March aged under 16 years',
    part: 'Living with the same carer for at least 2 years',
    total: 'Total children',
    period: snapshotAt31March,
  },
];

/** Placement stability of children looked after on 31 March. Text in UTF-8. */
export function readClaStability(csv: string, directory: AuthorityDirectory): FigureReading {
  const { rows, issues } = readCsvRows(csv, stabilityRow);
  const shares = sharesOf(rows, rules, directory);

  return { figures: shares.figures, issues: [...issues, ...shares.issues] };
}
