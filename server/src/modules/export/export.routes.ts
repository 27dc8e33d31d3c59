import { Hono } from 'hono';
import type { AskedFilter } from '../audit/audit-log.service.ts';
import { exportAuditEvents } from '../audit/audit-log.service.ts';
import type { ComparisonSheet } from './comparison-file.ts';
import { comparisonCsv, comparisonXlsx } from './comparison-file.ts';
import { exportComparison } from './export.service.ts';
import type { Exporting } from './file.routes.ts';
import { file } from './file.routes.ts';
import { requireKnown } from './parameters.ts';
import { addReturnRoutes } from './return.routes.ts';

const kinds = {
  csv: { type: 'text/csv; charset=utf-8', write: comparisonCsv },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: comparisonXlsx,
  },
} as const satisfies Record<
  string,
  { type: string; write(sheet: ComparisonSheet): Buffer | Promise<Buffer> }
>;

/** Files of what a page shows: the same parameters as its address. */
export function exportRoutes(options: Exporting): Hono {
  const routes = new Hono();
  const comparison = (kind: keyof typeof kinds) =>
    file(options, `comparison.${kind}`, async (viewer, parameters) => {
      const sheet = await exportComparison(viewer, inputOf(parameters), kind);
      const { type, write } = kinds[kind];
      return { type, name: `${fileName(sheet.title)}.${kind}`, content: await write(sheet) };
    });
  routes.get('/comparison.csv', comparison('csv'));
  routes.get('/comparison.xlsx', comparison('xlsx'));
  routes.get(
    '/audit.csv',
    file(options, 'audit.csv', async (viewer, parameters) => ({
      type: kinds.csv.type,
      name: `log-${viewer.actor.organisationSlug}.csv`,
      content: await exportAuditEvents(viewer, filterOf(parameters)),
    })),
  );
  addReturnRoutes(routes, options);
  return routes;
}

const comparisonNames = [
  'consortium',
  'indicators',
  'authorities',
  'period',
  'periods',
  'comparators',
  'asAt',
] as const;

const auditNames = ['type', 'organisation', 'from', 'to'] as const;

/** What narrows a log, as a query string asks for it. */
function filterOf(parameters: URLSearchParams): AskedFilter {
  requireKnown(parameters, auditNames);
  return Object.fromEntries(auditNames.map((name) => [name, parameters.get(name) || null]));
}

/** The comparison a query string asks for; lists are separated by commas. What is absent stays absent. */
function inputOf(parameters: URLSearchParams): Record<string, unknown> {
  requireKnown(parameters, comparisonNames);
  const list = (name: (typeof comparisonNames)[number]) =>
    parameters.get(name)?.split(',').filter(Boolean);
  const text = (name: (typeof comparisonNames)[number]) => parameters.get(name) || undefined;
  const given = {
    consortium: text('consortium') ?? '',
    indicators: list('indicators') ?? [],
    authorities: nonEmpty(list('authorities')),
    period: text('period'),
    periods: wholeNumber(text('periods')),
    comparators: nonEmpty(list('comparators')),
    asAt: text('asAt'),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** Text that is no whole number becomes one that nothing accepts. */
const wholeNumber = (text: string | undefined) =>
  text && (/^-?\d+$/.test(text) ? Number(text) : Number.NaN);

const nonEmpty = (list: string[] | undefined) => (list && list.length > 0 ? list : undefined);

/** The title as a file's name: letters, digits and hyphens. */
const fileName = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 100);
