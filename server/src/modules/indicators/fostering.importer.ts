import { england } from '@sufficiency/shared/authorities/authority.ts';
import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import type { Period } from '@sufficiency/shared/indicators/period.ts';
import { financialYear } from '@sufficiency/shared/indicators/period.ts';
import type { RowIssue } from '@sufficiency/shared/row-issue.ts';
import { readCsvLines } from '../../platform/csv-reader.ts';
import { whyNoFosteringFigure } from './joint-fostering-services.ts';
import type { FigureReading, Measurement, ReferenceFigure } from './reference-figure.ts';
import { count, missing } from './reference-figure.ts';

/** How each measure's line begins; footnote marks follow. */
const measures: ReadonlyMap<string, string> = new Map([
  ['fostering-enquiries', 'Number of initial enquiries from new prospective fostering households'],
  [
    'fostering-applications',
    'Total number of applications received from prospective fostering households',
  ],
  ['fostering-approvals', 'Total number of households approved in year'],
  ['fostering-deregistrations', 'Total households deregistered between'],
]);

/** The label of a measure stands in the third column. */
const labelColumn = 2;

/** Figures begin in the fourth. */
const firstFigure = 3;

/** Parts of London and joint services, which stand beside their members. */
const notAnArea: ReadonlySet<string> = new Set([
  '',
  'Inner London',
  'Outer London',
  'London Tri-borough',
]);

const notACount = 'must be a whole number, or “..” where it is not available';

const wholeNumber = /^(\d{1,3}(,\d{3})+|\d+)$/;

/**
 * Recruitment of foster carers from Ofsted's table, which has a column for each area and a line for each measure.
 *
 * `yearEnd` is the last day of the table's year, which the table does not tell. Text decoded from Windows-1252.
 */
export function readFostering(
  csv: string,
  directory: AuthorityDirectory,
  yearEnd: string,
): FigureReading {
  const { rows: lines, issues: unread } = readCsvLines(csv);
  const period = financialYearEnding(yearEnd);
  const { areas, issues: unknown } = areasOf(lines[0] ?? [], directory, period);
  const issues: RowIssue[] = [...unread, ...unknown];
  const figures: ReferenceFigure[] = [];

  for (const [indicator, begins] of measures) {
    const row = lines.findIndex((cells) => cells[labelColumn]?.startsWith(begins));
    const cells = lines[row];
    if (!cells) {
      issues.push({ row: 0, column: 'Data', message: `must have a line that begins “${begins}”` });
      continue;
    }
    for (const [column, area] of areas) {
      const measurement = measurementOf(cells[column] ?? '', area);
      if (measurement) figures.push({ indicator, area, period, ...measurement });
      else issues.push({ row: row + 1, column: lines[0]?.[column] ?? '', message: notACount });
    }
  }
  return { figures, issues };
}

/** A printed cell; undefined where it is neither a count nor “..”. */
function measurementOf(text: string, area: string): Measurement | undefined {
  if (text === '..') return missing('x', whyNoFosteringFigure(area));
  return wholeNumber.test(text) ? count(Number(text.replaceAll(',', ''))) : undefined;
}

function financialYearEnding(yearEnd: string): Period {
  const year = Number(yearEnd.slice(0, 4));
  return financialYear(`${year - 1}-${String(year).slice(2)}`);
}

/** Today's code for each column; columns of areas that ended since are left out. */
function areasOf(header: readonly string[], directory: AuthorityDirectory, period: Period) {
  const areas = new Map<number, string>();
  const issues: RowIssue[] = [];

  for (const [column, name] of header.entries()) {
    if (column < firstFigure || notAnArea.has(name)) continue;
    const code = codeOf(name, directory);
    const belongsToPredecessor = code && directory.reasonBefore(code, period.endsOn) !== null;
    if (code && !belongsToPredecessor) areas.set(column, code);
    if (!code && !directory.hasEnded(name)) {
      issues.push({ row: 0, column: name, message: 'must be a known area' });
    }
  }
  return { areas, issues };
}

function codeOf(name: string, directory: AuthorityDirectory): string | undefined {
  if (name === 'England') return england;
  const region = directory.regions.find((candidate) => candidate.name === name);
  return region?.code ?? directory.findByName('Ofsted', name)?.code;
}
