import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import { snapshotAt31March } from '@sufficiency/shared/indicators/period.ts';
import { z } from 'zod';
import { readCsvRows } from '../../platform/csv-reader.ts';
import { claAreaColumns } from './cla-area.ts';
import type { ShareRule } from './cla-shares.ts';
import { sharesOf } from './cla-shares.ts';
import { publishedNumber } from './published-number.ts';
import type { FigureReading } from './reference-figure.ts';

const placementRow = z
  .object({
    ...claAreaColumns,
    cla_group: z.string(),
    characteristic: z.string(),
    number: publishedNumber,
    percentage: publishedNumber,
  })
  .transform(({ cla_group, characteristic, ...row }) => ({
    ...row,
    group: cla_group,
    part: characteristic,
  }));

const onThirtyFirstMarch = { total: 'Total', period: snapshotAt31March };

const rules: readonly ShareRule[] = [
  {
    ...onThirtyFirstMarch,
    indicator: 'cla-foster-share',
    group: 'Placement',
    part: 'Foster placements',
  },
  {
    ...onThirtyFirstMarch,
    indicator: 'cla-residential-share',
    group: 'Placement',
    part: "Secure homes and children's homes",
  },
  {
    ...onThirtyFirstMarch,
    indicator: 'cla-outside-authority-share',
    group: 'Locality of placement',
    part: 'Placed outside the local authority boundary',
  },
  {
    ...onThirtyFirstMarch,
    indicator: 'cla-over-20-miles-share',
    group: 'Distance between home and placement',
    part: 'Placed more than 20 miles from home',
  },
];

/** Foster, residential, outside-authority and over-20-miles shares on 31 March. Text in UTF-8. */
export function readClaPlacements(csv: string, directory: AuthorityDirectory): FigureReading {
  const { rows, issues } = readCsvRows(csv, placementRow);
  const shares = sharesOf(rows, rules, directory);

  return { figures: shares.figures, issues: [...issues, ...shares.issues] };
}
