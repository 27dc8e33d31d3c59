import type { AuthorityDirectory } from '@sufficiency/shared/authorities/directory.ts';
import { keptBack } from '@sufficiency/shared/providers/provision-types.ts';
import {
  registerColumns,
  registerHeaderLine,
} from '@sufficiency/shared/providers/register-file.ts';
import { isUrn } from '@sufficiency/shared/providers/urn.ts';
import type { RowIssue } from '@sufficiency/shared/row-issue.ts';
import { z } from 'zod';
import type { CsvReading } from '../../platform/csv-reader.ts';
import { readCsvRows } from '../../platform/csv-reader.ts';
import {
  amount,
  day,
  inspectionKind,
  judgement,
  optionalDay,
  provisionType,
  sector,
  text,
} from './register-cells.ts';
import type { Inspection, RegisteredService } from './registered-service.ts';

/** A service on Ofsted's register. Street, town and constituency are not read at all. */
const registerRow = z.object({
  URN: text.refine(isUrn, 'must be SC and six digits, or seven digits'),
  'Provision type': provisionType,
  'Registration date': day,
  'Registration status': z.enum(['Active', 'Suspended'], 'must be Active or Suspended'),
  Name: text,
  Postcode: text,
  'Government Office Region': text,
  'Local authority': text.min(1, 'must be an authority'),
  Sector: sector,
  Places: amount,
  'Supported accommodation premises': amount,
  "Short-break-only children's home": text,
  "Multi Building Children's Home": text,
  [registerColumns.owner]: z.string(),
  'Latest Full inspection event type': inspectionKind,
  'Latest full inspection date': optionalDay,
  'Latest full inspection publication date': optionalDay,
  [registerColumns.overall]: judgement,
  'How well children and young people are helped and protected': judgement,
  'The effectiveness of leaders and managers': judgement,
  'Supported Accommodation outcome': judgement,
});

type RegisterRow = z.infer<typeof registerRow>;

/**
 * Services on Ofsted's register, of all England, with their latest full inspection. Text in UTF-8.
 *
 * Of addresses nothing is taken but the first half of the postcode, and nothing at all of children's homes, even where a
 * file were to have it.
 *
 * @source Ofsted, children's social care in England, provider level.
 */
export function readRegister(
  csv: string,
  directory: AuthorityDirectory,
): CsvReading<RegisteredService> {
  const { rows, issues: unread } = readCsvRows(csv, registerRow, {
    headerLine: registerHeaderLine,
  });
  const issues: RowIssue[] = [...unread];
  const services = new Map<string, RegisteredService>();

  for (const [index, row] of rows.entries()) {
    const authority = directory.findByName('Ofsted', row['Local authority']);
    const problem = (column: string, message: string) =>
      issues.push({ row: index + 1, column, message });
    if (!authority && row['Government Office Region'] !== 'Wales') {
      problem('Local authority', 'must be an authority in England');
    }
    if (services.has(row.URN)) problem('URN', `must not be there twice: ${row.URN}`);
    services.set(row.URN, serviceOf(row, authority?.code ?? null));
  }
  return { rows: [...services.values()], issues };
}

function serviceOf(row: RegisterRow, authorityCode: string | null): RegisteredService {
  const isKeptBack = keptBack.has(row['Provision type']);
  return {
    urn: row.URN,
    owner: row[registerColumns.owner].trim() === '' ? null : row[registerColumns.owner],
    provisionType: row['Provision type'],
    sector: row.Sector,
    status: row['Registration status'] === 'Active' ? 'ACTIVE' : 'SUSPENDED',
    authorityCode,
    areaText: row['Local authority'],
    name: isKeptBack ? null : unlessRedacted(row.Name),
    postcodeDistrict: isKeptBack ? null : districtOf(row.Postcode),
    registeredOn: row['Registration date'],
    places: row.Places,
    ageFrom: null,
    ageTo: null,
    needs: [],
    shortBreaksOnly: row["Short-break-only children's home"] !== '',
    multiBuilding: row["Multi Building Children's Home"] === 'Y',
    premises: row['Supported accommodation premises'],
    inspection: inspectionOf(row),
  };
}

function inspectionOf(row: RegisterRow): Inspection | null {
  const kind = row['Latest Full inspection event type'];
  const inspectedOn = row['Latest full inspection date'];
  if (kind === null || inspectedOn === null) return null;

  return {
    urn: row.URN,
    inspectedOn,
    kind,
    publishedOn: row['Latest full inspection publication date'],
    overall: row[registerColumns.overall] ?? row['Supported Accommodation outcome'],
    protection: row['How well children and young people are helped and protected'],
    leadership: row['The effectiveness of leaders and managers'],
  };
}

const unlessRedacted = (name: string): string | null =>
  name === '' || name === 'REDACTED' ? null : name;

/** `DE1` of `DE1 2AB`; null where there is no whole postcode. */
const districtOf = (postcode: string): string | null =>
  /^([A-Z]{1,2}\d[A-Z\d]?) ?\d[A-Z]{2}$/.exec(postcode.toUpperCase())?.[1] ?? null;
