import type {
  ReleaseRow as CompleteRow,
  ReleaseTable as CompleteTable,
} from '@sufficiency/shared/disclosure/release-tables.ts';
import { lotFeesTable, releaseTablesOf } from '@sufficiency/shared/disclosure/release-tables.ts';
import { findIndicator } from '@sufficiency/shared/indicators/catalogue.ts';
import { figureText } from '@sufficiency/shared/indicators/figure-text.ts';
import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import { wholeConsortium } from '../access/release-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { noteRead } from '../audit/audit.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import { authoritiesAround, notShared } from './release-authorities.service.ts';
import type { ReleaseRecord, ReleaseTable, ReleaseTableCell } from './release-record.ts';
import type { ReadableAreas } from './release-sight.service.ts';
import { readableAreas } from './release-sight.service.ts';
import type { CellRow } from './release-tables.queries.ts';
import { cellsOf } from './release-tables.queries.ts';
import type { LotNameRow } from './released-fees.queries.ts';
import { lotNames } from './released-fees.queries.ts';

/** What a row and a table are called, without how figures are made. */
type ReleaseRow = Omit<CompleteRow, 'figure'>;
type TableShape = Omit<CompleteTable, 'rows'> & { readonly rows: readonly ReleaseRow[] };

const built: readonly string[] = ['READY', 'PUBLISHED', 'SUPERSEDED'];

/**
 * A release as this viewer may read it: every row that a release of its dataset has, and a column for each authority and
 * for the consortium, whether or not there is anything to read. The log is told of what was read of others.
 *
 * @param names of tables; null for all.
 * @source `release_cell`, which nothing enters without a certificate that holds.
 */
export async function readTables(
  viewer: Viewer,
  release: ReleaseRecord,
  names: readonly string[] | null,
): Promise<ReleaseTable[]> {
  if (!built.includes(release.status)) return [];
  const seen = await readableAreas(viewer, release);
  const rows = await viewer.operation.rows<CellRow>(cellsOf(release, seen.areas));
  noteReads(viewer, release, seen);
  const columns = await columnsOf(viewer, release, seen);
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  const tables = [...releaseTablesOf(release.dataset), ...(await feesOf(viewer, rows))];
  return tables
    .filter(({ name }) => names === null || names.includes(name))
    .map((table) => ({
      ...table,
      unit: table.unit ?? '',
      rows: table.rows.map((row) => ({
        codes: codesOf(table, row),
        labels: row.labels,
        unit: row.unit,
        cells: columns.map((column) => cellOf(column, row, found)),
      })),
    }));
}

/** Fees of lots, which no dataset names: of those in the release, by the names that the viewer may read. */
async function feesOf(viewer: Viewer, rows: readonly CellRow[]): Promise<TableShape[]> {
  const lots = rows.flatMap(({ table, codes }) => (table === lotFeesTable ? [codes] : []));
  if (lots.length === 0) return [];
  const names = await viewer.operation.rows<LotNameRow>(lotNames(lots));
  return [
    {
      name: lotFeesTable,
      title: 'Fees of lots',
      description:
        'Mean weekly price of all placements that members called off a lot in the month, rounded: of at least three organisations with at least three providers, where nobody can work out a provider’s price to within a tenth. Of other lots nothing is told.',
      unit: 'GBP per week',
      columns: ['Framework', 'Lot'],
      rows: names.map(({ lot, framework, number, title }) => ({
        table: lotFeesTable,
        codes: lot,
        indicator: null,
        labels: [framework, `Lot ${number}: ${title}`],
        unit: 'GBP per week',
      })),
    },
  ];
}

const keyOf = ({ table, codes, area }: Pick<CellRow, 'table' | 'codes' | 'area'>) =>
  `${table}|${codes}|${area}`;

/** An indicator's row is told by its key. */
const codesOf = ({ name }: TableShape, { table, codes }: ReleaseRow): string[] =>
  name === table ? codes.split('|') : [codes === '' ? table : `${table}|${codes}`];

/** What the log is told: each organisation whose figures were read, and by which agreement. */
function noteReads(viewer: Viewer, release: ReleaseRecord, { authorities }: ReadableAreas): void {
  for (const [code, seen] of authorities) {
    if (seen === 'own') continue;
    noteRead(viewer, {
      tenantId: seen.tenantId,
      dataset: release.dataset,
      agreement: seen.agreement,
      authorities: [code],
      indicators: [],
      periods: [release.period],
    });
  }
}

/** An area of a table: what to say of a cell that is there, and of one that is not. */
interface Column {
  readonly area: string;
  readonly subject: string;
  readonly code: string | null;
  readonly why: string;
  readonly whyNot: string;
}

async function columnsOf(
  viewer: Viewer,
  release: ReleaseRecord,
  { authorities, whole }: ReadableAreas,
): Promise<Column[]> {
  const consortium = await findConsortium(viewer, release.consortiumCode);
  const all = await authoritiesAround(viewer, release);
  const ofAuthorities = all.map((authority): Column => {
    const seen = authorities.get(authority.code);
    const why = seen === 'own' ? 'own' : (seen?.why ?? '');
    return {
      area: authority.code,
      subject: authority.name,
      code: authority.code,
      why,
      whyNot: seen ? 'not available' : notShared(authority, release),
    };
  });
  const name = consortium?.name ?? release.consortiumCode;
  return [
    ...ofAuthorities,
    {
      area: wholeConsortium,
      subject: name,
      code: null,
      why: whole ? `every member of ${name} is shared with you` : '',
      whyNot: `${name} is shown where every member’s figures are in the release and shared with you.`,
    },
  ];
}

function cellOf(
  { area, subject, code, why, whyNot }: Column,
  row: ReleaseRow,
  found: ReadonlyMap<string, CellRow>,
): ReleaseTableCell {
  const cell = found.get(keyOf({ ...row, area }));
  if (!cell) {
    const isOfAll = row.table === lotFeesTable && code !== null;
    return { subject, code, value: null, symbol: 'x', text: 'x', why: isOfAll ? ofAll : whyNot };
  }
  const { value, symbol } = cell;
  const decimals = decimalsOf(row);
  return {
    subject,
    code,
    value,
    symbol,
    text: figureText({ value, symbol, unit: row.unit, decimals }),
    why: symbol === null ? why : whySymbol[symbol],
  };
}

const ofAll = 'fees of lots are of all members together only';

/** Released percentages are whole, and counts are. */
const decimalsOf = ({ unit, indicator }: ReleaseRow): number =>
  unit.startsWith('GBP') ? (indicator && findIndicator(indicator)?.decimals) || 0 : 0;

/** One sentence for every c: what was kept back for its own sake and what for another’s looks the same. */
const whySymbol: Readonly<Record<DataSymbol, string>> = {
  c: 'kept back so that nobody can be identified, here or from other figures',
  x: 'not available: it was not returned',
  z: 'it does not apply here',
  k: 'it rounds to zero but is not zero',
  u: 'whoever returned it calls it unreliable',
};
