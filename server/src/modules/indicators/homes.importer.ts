import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import type { Period } from '@sufficiency/shared/indicators/period.ts';
import { snapshotAt31March } from '@sufficiency/shared/indicators/period.ts';
import { roundTo } from '@sufficiency/shared/indicators/rounding.ts';
import {
  registerColumns,
  registerHeaderLine,
} from '@sufficiency/shared/providers/register-file.ts';
import type { RowIssue } from '@sufficiency/shared/row-issue.ts';
import { z } from 'zod';
import { readCsvRows } from '../../platform/csv-reader.ts';
import type { FigureReading, Measurement, ReferenceFigure } from './reference-figure.ts';
import { count, missing } from './reference-figure.ts';

/** One service on Ofsted's register. Only children's homes must have places: Ofsted leaves others blank. */
const providerRow = z.object({
  'Provision type': z.string().trim(),
  'Local authority': z.string().trim(),
  Places: z.string().trim(),
  [registerColumns.owner]: z.string().trim(),
  [registerColumns.overall]: z.string().trim(),
});

interface Home {
  readonly places: number;
  /** Empty where Ofsted names none. */
  readonly owner: string;
  /** Empty until the first full inspection. */
  readonly judgement: string;
}

const asAt = /as at 31 March (\d{4})/;

const goodOrOutstanding: ReadonlySet<string> = new Set(['Good', 'Outstanding']);

const indicators = {
  homes: 'homes-in-area',
  places: 'home-places-in-area',
  good: 'homes-good-or-outstanding-share',
  owners: 'home-providers-in-area',
} as const;

/**
 * Children's homes on Ofsted's register by the authority they stand in: homes, places, judgements, owners.
 *
 * The register is complete, so an authority that is not in it has no home: a true zero. Text in UTF-8.
 */
export function readHomes(csv: string, directory: AuthorityDirectory): FigureReading {
  const { homes, issues } = homesByAuthority(csv, directory);
  const year = asAt.exec(csv)?.[1];
  if (!year) {
    const message = 'must say “as at 31 March” and a year in its title';
    return { figures: [], issues: [...issues, { row: 0, column: 'title', message }] };
  }

  const period = snapshotAt31March(year);
  const figures = directory.authorities.flatMap(({ code }) =>
    figuresOf(code, period, homes.get(code) ?? []),
  );
  const owners = new Map(
    directory.authorities.map(({ code }) => [code, ownersOf(homes.get(code) ?? [])]),
  );
  return { figures, issues, distinct: new Map([[indicators.owners, owners]]) };
}

function homesByAuthority(csv: string, directory: AuthorityDirectory) {
  const { rows, issues: unread } = readCsvRows(csv, providerRow, {
    headerLine: registerHeaderLine,
  });
  const issues: RowIssue[] = [...unread];
  const homes = new Map<string, Home[]>();

  for (const [index, row] of rows.entries()) {
    // Ofsted writes “Children's home” and “Children's Home”.
    if (row['Provision type'].toLowerCase() !== "children's home") continue;
    const authority = directory.findByName('Ofsted', row['Local authority']);
    if (!authority) {
      const message = 'must be an authority in England';
      issues.push({ row: index + 1, column: 'Local authority', message });
      continue;
    }
    if (!/^\d+$/.test(row.Places)) {
      issues.push({ row: index + 1, column: 'Places', message: 'must be a whole number' });
      continue;
    }
    const known = homes.get(authority.code) ?? [];
    known.push({
      places: Number(row.Places),
      owner: row[registerColumns.owner],
      judgement: row[registerColumns.overall],
    });
    homes.set(authority.code, known);
  }
  return { homes, issues };
}

/** Owners by name. Somebody owns the homes for which Ofsted names nobody: together they count as one more. */
function ownersOf(homes: readonly Home[]): ReadonlySet<string> {
  return new Set(homes.map(({ owner }) => owner));
}

function figuresOf(area: string, period: Period, homes: readonly Home[]): ReferenceFigure[] {
  const places = homes.reduce((total, home) => total + home.places, 0);
  const counted = (value: number, formula: string) => ({ ...count(value), formula });

  return [
    { indicator: indicators.homes, ...counted(homes.length, 'homes on the register, counted') },
    {
      indicator: indicators.places,
      ...counted(places, `registered places of ${homes.length} homes, added up`),
    },
    { indicator: indicators.good, ...goodShare(homes) },
    {
      indicator: indicators.owners,
      ...counted(ownersOf(homes).size, `different owners of ${homes.length} homes, counted`),
    },
  ].map((measurement) => ({ area, period, ...measurement }));
}

function goodShare(homes: readonly Home[]): Measurement {
  const judgements = homes.map(({ judgement }) => judgement).filter((text) => text !== '');
  const denominator = judgements.length;
  const numerator = judgements.filter((text) => goodOrOutstanding.has(text)).length;
  if (denominator === 0) {
    const reason =
      homes.length === 0
        ? 'There is no children’s home in the area.'
        : 'No children’s home in the area has a judgement yet.';
    return { ...missing('z', reason), numerator, denominator };
  }

  return {
    value: roundTo((numerator / denominator) * 100, 1),
    symbol: null,
    numerator,
    denominator,
    formula: `${numerator} ÷ ${denominator} × 100`,
    reason: null,
  };
}
