import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import type { Period } from '@sufficiency/shared/indicators/period.ts';
import type { RowIssue } from '@sufficiency/shared/row-issue.ts';
import { claAreaOf } from './cla-area.ts';
import { publishedRatio } from './cla-figures.ts';
import type { PublishedNumber } from './published-number.ts';
import type { FigureReading, ReferenceFigure } from './reference-figure.ts';

/** A row of a file on children looked after that gives one part of a group, or the group's total. */
export interface ShareRow {
  readonly time_period: string;
  readonly geographic_level: 'National' | 'Regional' | 'Local authority';
  readonly region_code: string;
  readonly new_la_code: string;
  readonly group: string;
  readonly part: string;
  readonly number: PublishedNumber;
  readonly percentage: PublishedNumber;
}

/** Which part of which group an indicator is. */
export interface ShareRule {
  readonly indicator: string;
  readonly group: string;
  readonly part: string;
  /** The part that holds the whole group, for the denominator. */
  readonly total: string;
  readonly period: (year: string) => Period;
}

const keyOf = (year: string, area: string, group: string, part: string) =>
  [year, area, group, part].join('|');

/** A row with the area it is about. */
interface ShareCell {
  readonly area: string;
  readonly row: ShareRow;
}

/** Percentages as published, with the part as numerator and the group's total as denominator. */
export function sharesOf(
  rows: readonly ShareRow[],
  rules: readonly ShareRule[],
  directory: AuthorityDirectory,
): FigureReading {
  const { cells, issues } = cellsOf(rows, rules, directory);

  return {
    figures: rules.flatMap((rule) =>
      [...cells.values()]
        .filter(({ row }) => row.group === rule.group && row.part === rule.part)
        .map((cell) => shareOf(cell, rule, cells, directory)),
    ),
    issues,
  };
}

/** The rows that the rules speak of, by year, area, group and part. */
function cellsOf(
  rows: readonly ShareRow[],
  rules: readonly ShareRule[],
  directory: AuthorityDirectory,
) {
  const wanted = new Set(rules.flatMap(({ group, part, total }) => [group + part, group + total]));
  const issues: RowIssue[] = [];
  const cells = new Map<string, ShareCell>();

  for (const [index, row] of rows.entries()) {
    if (!wanted.has(row.group + row.part)) continue;
    const area = claAreaOf(row, directory);
    if (area === undefined) {
      issues.push({ row: index + 1, column: 'new_la_code', message: 'must be a known area' });
    }
    if (area) cells.set(keyOf(row.time_period, area, row.group, row.part), { area, row });
  }
  return { cells, issues };
}

function shareOf(
  { area, row }: ShareCell,
  { indicator, group, total, period: periodOf }: ShareRule,
  cells: ReadonlyMap<string, ShareCell>,
  directory: AuthorityDirectory,
): ReferenceFigure {
  const whole = cells.get(keyOf(row.time_period, area, group, total));
  const place = { area, period: periodOf(row.time_period) };
  const ratio = { value: row.percentage, numerator: row.number, denominator: whole?.row.number };

  return { indicator, ...place, ...publishedRatio(ratio, place, directory) };
}
