import type { Deadline } from '@sufficiency/shared/calendar-file.ts';
import { calendarFile } from '@sufficiency/shared/calendar-file.ts';
import { badInput, notFound } from '@sufficiency/shared/errors.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import { collectionWindow } from '@sufficiency/shared/returns/collection-calendar.ts';
import { dataPackage } from '@sufficiency/shared/returns/datapackage.ts';
import { formatOf, returnFormats } from '@sufficiency/shared/returns/formats.ts';
import { placementsByProvider } from '@sufficiency/shared/returns/provider-use-table.ts';
import type { ReturnTable } from '@sufficiency/shared/returns/table.ts';
import {
  templateCsv,
  templateWorkbook,
} from '@sufficiency/shared/returns/writing/template-files.ts';
import { today } from '../../platform/clock.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { noteOwn } from '../audit/audit.service.ts';
import { findConsortium } from '../authorities/authorities.service.ts';
import { monthsEnded } from './return-calendar.ts';
import { checkedDataset } from './return-input.ts';

/** A guide to sending returns, as a file. */
export interface Guide {
  readonly name: string;
  readonly content: Buffer;
}

/**
 * A workbook to fill in: all tables of a dataset.
 *
 * @throws DomainError BAD_USER_INPUT no such dataset.
 */
export async function readWorkbookTemplate(viewer: Viewer, asked: string): Promise<Guide> {
  const dataset = allowed(viewer, asked);
  const content = Buffer.from(await templateWorkbook(formatOf(dataset)));
  noteOwn(viewer, { type: 'return.templateDownloaded', details: { dataset, file: 'xlsx' } });
  return { name: `${dataset}-template.xlsx`, content };
}

/** Tables that no return has: they are sent by themselves. */
const sentByThemselves: Readonly<Partial<Record<Dataset, readonly ReturnTable[]>>> = {
  providers: [placementsByProvider],
};

/**
 * A CSV file to fill in: one table of a dataset, the first unless another is named.
 *
 * @throws DomainError BAD_USER_INPUT no such dataset or table.
 */
export function readCsvTemplate(viewer: Viewer, asked: string, name: string | null): Guide {
  const dataset = allowed(viewer, asked);
  const tables = [...formatOf(dataset).tables, ...(sentByThemselves[dataset] ?? [])];
  const table = name === null ? tables[0] : tables.find((one) => one.name === name);
  if (!table) {
    throw badInput(`The tables of ${dataset} are ${tables.map((one) => one.name).join(', ')}.`);
  }
  noteOwn(viewer, { type: 'return.templateDownloaded', details: { dataset, file: 'csv' } });
  return { name: `${table.name}.csv`, content: Buffer.from(templateCsv(table)) };
}

function allowed(viewer: Viewer, dataset: string): Dataset {
  requirePermission(viewer.actor, 'return:read');
  return checkedDataset(dataset);
}

/** Every format in force as one Frictionless Data Package. */
export function readDataPackage(viewer: Viewer): Guide {
  requirePermission(viewer.actor, 'return:read');
  noteOwn(viewer, { type: 'return.templateDownloaded', details: { file: 'datapackage' } });
  const content = Buffer.from(JSON.stringify(dataPackage(returnFormats), null, 2));
  return { name: 'datapackage.json', content };
}

/** Months before today’s, and from it on, whose deadlines a calendar has. */
const [monthsBack, monthsAhead] = [1, 12];

/**
 * By when returns are due, as an iCalendar file: the last month that has ended, and the next twelve.
 *
 * @throws DomainError NOT_FOUND no such consortium.
 */
export async function readDeadlines(viewer: Viewer, code: string): Promise<Guide> {
  requirePermission(viewer.actor, 'return:read');
  const consortium = await findConsortium(viewer, code);
  if (!consortium) throw notFound('consortium', code);
  const title = `Returns of ${consortium.name}`;
  const deadlines = datasets.flatMap((dataset) =>
    monthsAround(today(viewer.clock)).map((period) => deadline(dataset, period, code)),
  );
  noteOwn(viewer, {
    type: 'return.calendarDownloaded',
    details: { consortium: code, file: 'ics' },
  });
  const content = Buffer.from(calendarFile(title, deadlines, viewer.clock.now()));
  return { name: `returns-${code}.ics`, content };
}

function monthsAround(day: string): string[] {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const ahead = new Date(Date.UTC(year, month - 1 + monthsAhead, 1)).toISOString().slice(0, 10);
  return monthsEnded(ahead, monthsBack + monthsAhead);
}

const monthInWords = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

function deadline(dataset: Dataset, period: string, code: string): Deadline {
  const { opensOn, dueOn } = collectionWindow(dataset, period);
  const month = monthInWords.format(new Date(`${period}-01`));
  return {
    id: `${code}-${dataset}-${period}@sufficiency-exchange`,
    day: dueOn,
    title: `${formatOf(dataset).title}: the return for ${month} is due`,
    description: `It can be sent from ${opensOn}.`,
  };
}
