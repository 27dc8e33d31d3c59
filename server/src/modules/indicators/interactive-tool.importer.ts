import { england } from '@sufficiency/shared/authorities/authority.ts';
import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import type { Period } from '@sufficiency/shared/indicators/period.ts';
import { financialYear, snapshotAt31March } from '@sufficiency/shared/indicators/period.ts';
import { roundTo } from '@sufficiency/shared/indicators/rounding.ts';
import type { RowIssue } from '@sufficiency/shared/row-issue.ts';
import { z } from 'zod';
import { readCsvRows } from '../../platform/csv-reader.ts';
import { whyNoFosterPlaces } from './joint-fostering-services.ts';
import type { FigureReading, Measurement, ReferenceFigure } from './reference-figure.ts';
import { count, missing } from './reference-figure.ts';

const toolRow = z.object({
  'Short Desc': z.string(),
  Years: z.string(),
  'LA Number': z.string(),
  Values: z.string(),
});

type ToolRow = z.infer<typeof toolRow>;

const approved = 'foster-places-approved';
const filled = 'foster-places-filled';

const indicatorOf: ReadonlyMap<string, string> = new Map([
  ['Number_Foster_Places(New)', approved],
  ['Number_Foster_Places_Filled(New)', filled],
  ['RescareFinance', 'residential-weekly-cost'],
  ['FosteringFinance', 'fostering-weekly-cost'],
]);

/** Foster places changed their definition in 2022; costs are kept for the same years. */
const firstPeriodEnd = '2022-03-31';

/** The tool's own numbers for England and the regions. 987 and 988, Inner and Outer London, lie within 986. */
const wholes: ReadonlyMap<string, string | null> = new Map([
  ['970', england],
  ['980', 'E12000001'],
  ['981', 'E12000002'],
  ['982', 'E12000003'],
  ['983', 'E12000004'],
  ['984', 'E12000005'],
  ['985', 'E12000006'],
  ['986', 'E12000007'],
  ['987', null],
  ['988', null],
  ['989', 'E12000008'],
  ['990', 'E12000009'],
]);

const oneSign =
  'The Local Authority Interactive Tool prints “-”, its one sign for every kind of missing figure.';

/**
 * Approved and filled foster places, and weekly unit costs, from the Local Authority Interactive Tool.
 *
 * The share of filled places is worked out from the two counts. Text in UTF-8.
 */
export function readInteractiveTool(csv: string, directory: AuthorityDirectory): FigureReading {
  const { rows, issues: unread } = readCsvRows(csv, toolRow);
  const issues: RowIssue[] = [...unread];
  const figures: ReferenceFigure[] = [];

  for (const [index, row] of rows.entries()) {
    const indicator = indicatorOf.get(row['Short Desc']);
    if (!indicator) continue;
    const { figure, issue } = figureOf(row, indicator, directory);
    if (issue) issues.push({ row: index + 1, ...issue });
    if (figure && figure.period.endsOn >= firstPeriodEnd) figures.push(figure);
  }
  return { figures: withFilledShare(figures), issues };
}

/** The figure of one row, or what is wrong with it; neither for an area we keep no figures of. */
function figureOf(row: ToolRow, indicator: string, directory: AuthorityDirectory) {
  const area = areaOf(row['LA Number'], directory);
  const period = periodOf(row.Years);
  if (area === undefined) {
    return { issue: { column: 'LA Number', message: 'must be a known area' } };
  }
  if (!period) {
    return {
      issue: {
        column: 'Years',
        message: 'must be a year, or a financial year with “(OT)” for outturn',
      },
    };
  }
  if (area === null) return {};
  if (row.Values === '-') {
    const reason = reasonFor(indicator, area, period, directory);
    return { figure: { indicator, area, period, ...missing('x', reason) } };
  }
  return /^\d+(\.\d+)?$/.test(row.Values)
    ? { figure: { indicator, area, period, ...count(Number(row.Values)) } }
    : { issue: { column: 'Values', message: 'must be a number, or “-” where there is none' } };
}

function areaOf(number: string, directory: AuthorityDirectory): string | null | undefined {
  if (wholes.has(number)) return wholes.get(number);
  return directory.hasEnded(number) ? null : directory.findByDfeCode(number)?.code;
}

function periodOf(years: string): Period | undefined {
  if (/^\d{4}$/.test(years)) return snapshotAt31March(years);
  const outturn = /^(\d{4}-\d{2}) \(OT\)$/.exec(years)?.[1];
  return outturn ? financialYear(outturn) : undefined;
}

function reasonFor(
  indicator: string,
  area: string,
  period: Period,
  directory: AuthorityDirectory,
): string {
  const joint = indicator === approved || indicator === filled ? whyNoFosterPlaces(area) : null;
  return directory.reasonBefore(area, period.endsOn) ?? joint ?? oneSign;
}

/** Puts the share in the place of the count of filled places. */
function withFilledShare(figures: readonly ReferenceFigure[]): ReferenceFigure[] {
  const placeOf = ({ area, period }: ReferenceFigure) => `${area} ${period.endsOn}`;
  const filledAt = new Map(
    figures
      .filter(({ indicator }) => indicator === filled)
      .map((figure) => [placeOf(figure), figure]),
  );
  const counts = figures.filter(({ indicator }) => indicator !== filled);
  const shares = counts
    .filter(({ indicator }) => indicator === approved)
    .map((figure) => ({
      indicator: 'foster-places-filled-share',
      area: figure.area,
      period: figure.period,
      ...filledShare(filledAt.get(placeOf(figure)), figure),
    }));
  return [...counts, ...shares];
}

function filledShare(part: ReferenceFigure | undefined, whole: ReferenceFigure): Measurement {
  const numerator = part?.value ?? null;
  const denominator = whole.value;
  if (numerator === null || denominator === null) {
    return missing('x', whole.reason ?? part?.reason ?? oneSign);
  }
  if (denominator === 0) {
    return { ...missing('z', 'The service has no approved foster place.'), numerator, denominator };
  }
  return {
    value: roundTo((numerator / denominator) * 100, 0),
    symbol: null,
    numerator,
    denominator,
    formula: `${numerator} ÷ ${denominator} × 100`,
    reason: null,
  };
}
