import { registerColumns } from '@sufficiency/shared/providers/register-file.ts';
import { isUrn } from '@sufficiency/shared/providers/urn.ts';
import { z } from 'zod';
import type { CsvReading } from '../../platform/csv-reader.ts';
import { readCsvRows } from '../../platform/csv-reader.ts';
import { inspectionKind, judgement, optionalDay, text } from './register-cells.ts';
import type { Inspection } from './registered-service.ts';

/** An inspection in a year, and the full inspection before it. */
const inspectionRow = z.object({
  URN: text.refine(isUrn, 'must be SC and six digits, or seven digits'),
  'Inspection event type': inspectionKind,
  'Inspection date': optionalDay,
  'Inspection publication date': optionalDay,
  [registerColumns.overall]: judgement,
  'How well children and young people are helped and protected': judgement,
  'The effectiveness of leaders and managers': judgement,
  'Previous Event type': inspectionKind,
  'Previous inspection Date': optionalDay,
  'Previous publication date': optionalDay,
  'Previous overall experiences and progress of children and young people': judgement,
  'Previous how well children and young people are helped and protected': judgement,
  'Previous effectiveness of leaders and managers': judgement,
});

type InspectionRow = z.infer<typeof inspectionRow>;

/**
 * Inspections of a year, each once, with those before them. Names, addresses and owners in the file are not read.
 *
 * @source Ofsted, inspections in the year, provider level.
 */
export function readInspections(csv: string): CsvReading<Inspection> {
  const { rows, issues } = readCsvRows(csv, inspectionRow);
  const inspections = rows
    .flatMap((row) => [previousOf(row), inspectionOf(row)])
    .filter((inspection) => inspection !== null);
  const byKey = new Map(
    inspections.map((inspection) => [
      `${inspection.urn} ${inspection.inspectedOn} ${inspection.kind}`,
      inspection,
    ]),
  );
  return { rows: [...byKey.values()], issues };
}

function inspectionOf(row: InspectionRow): Inspection | null {
  const kind = row['Inspection event type'];
  const inspectedOn = row['Inspection date'];
  if (kind === null || inspectedOn === null) return null;

  return {
    urn: row.URN,
    inspectedOn,
    kind,
    publishedOn: row['Inspection publication date'],
    overall: row[registerColumns.overall],
    protection: row['How well children and young people are helped and protected'],
    leadership: row['The effectiveness of leaders and managers'],
  };
}

function previousOf(row: InspectionRow): Inspection | null {
  const kind = row['Previous Event type'];
  const inspectedOn = row['Previous inspection Date'];
  if (kind === null || inspectedOn === null) return null;

  return {
    urn: row.URN,
    inspectedOn,
    kind,
    publishedOn: row['Previous publication date'],
    overall: row['Previous overall experiences and progress of children and young people'],
    protection: row['Previous how well children and young people are helped and protected'],
    leadership: row['Previous effectiveness of leaders and managers'],
  };
}
