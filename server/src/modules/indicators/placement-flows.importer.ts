import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import { snapshotAt31March } from '@sufficiency/shared/indicators/period.ts';
import type { RowIssue } from '@sufficiency/shared/row-issue.ts';
import { z } from 'zod';
import { readCsvRows } from '../../platform/csv-reader.ts';
import { claAreaColumns, claAreaOf } from './cla-area.ts';
import { publishedCount } from './cla-figures.ts';
import type { PublishedNumber } from './published-number.ts';
import { publishedNumber } from './published-number.ts';
import type { FigureReading, ReferenceFigure } from './reference-figure.ts';

const flowRow = z.object({
  ...claAreaColumns,
  characteristic: z.string(),
  number: publishedNumber,
});

/** The three rows of an area, by how each begins. */
const indicatorOf: Readonly<Record<string, string>> = {
  '1. Children who are the responsibility of other LAs placed within this LA boundary':
    'children-placed-in-by-others',
  '2. Children who are the responsibility of this LA placed outside the LA boundary':
    'children-placed-outside',
  'Net gain of children by responsible LA': 'net-placements-in',
};

/** A row with what it says, and of whom. */
interface Flow {
  readonly indicator: string;
  readonly area: string;
  readonly year: string;
  readonly number: PublishedNumber;
}

/**
 * Children placed across authorities' boundaries, in and out and net, from the Department for Education's 2024 release.
 * Text in UTF-8.
 */
export function readPlacementFlows(csv: string, directory: AuthorityDirectory): FigureReading {
  const { rows, issues: unread } = readCsvRows(csv, flowRow);
  const issues: RowIssue[] = [...unread];
  const flows: Flow[] = [];

  for (const [index, row] of rows.entries()) {
    const indicator = indicatorOf[row.characteristic];
    const area = claAreaOf(row, directory);
    if (area === undefined) {
      issues.push({ row: index + 1, column: 'new_la_code', message: 'must be a known area' });
    }
    if (!indicator || !area) continue;
    flows.push({ indicator, area, year: row.time_period, number: row.number });
  }
  const threes = Map.groupBy(flows, ({ area, year }) => `${area} ${year}`);
  const figures = [...threes.values()].flatMap((three) =>
    withoutRemainder(three).map((flow) => figureOf(flow, directory)),
  );
  return { figures, issues };
}

const suppressed: PublishedNumber = { value: null, symbol: 'c' };

/** Where one of the three alone is confidential, none is told: the two others would tell it. */
function withoutRemainder(three: readonly Flow[]): readonly Flow[] {
  const confidential = three.filter(({ number }) => number.symbol === 'c').length;
  return confidential === 1 ? three.map((flow) => ({ ...flow, number: suppressed })) : three;
}

function figureOf({ indicator, area, year, number }: Flow, directory: AuthorityDirectory) {
  const place = { area, period: snapshotAt31March(year) };
  return {
    indicator,
    ...place,
    ...publishedCount(number, place, directory),
  } satisfies ReferenceFigure;
}
