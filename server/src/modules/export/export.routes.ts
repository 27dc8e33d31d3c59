import { Hono } from 'hono';
import type { AskedFilter } from '../audit/audit-log.service.ts';
import { exportAuditEvents } from '../audit/audit-log.service.ts';
import { exportComparison, exportRelease } from './export.service.ts';
import type { Exporting, PathPart } from './file.routes.ts';
import { file } from './file.routes.ts';
import { addFosteringRoutes } from './fostering.routes.ts';
import { requireKnown } from './parameters.ts';
import { addProviderRoutes } from './provider.routes.ts';
import { addReturnRoutes } from './return.routes.ts';
import type { SheetKind } from './sheet-file.ts';
import { sheetFile } from './sheet-file.ts';

/** Files of what a page shows: the same parameters as its address. */
export function exportRoutes(options: Exporting): Hono {
  const routes = new Hono();
  const comparison = (kind: SheetKind) =>
    file(options, `comparison.${kind}`, async (viewer, parameters) =>
      sheetFile(await exportComparison(viewer, inputOf(parameters), kind), kind),
    );
  const release = (kind: SheetKind) =>
    file(options, `release.${kind}`, async (viewer, parameters, part) => {
      requireKnown(parameters, []);
      return sheetFile(await exportRelease(viewer, keyIn(part), kind), kind);
    });
  routes.get('/comparison.csv', comparison('csv'));
  routes.get('/comparison.xlsx', comparison('xlsx'));
  for (const kind of ['csv', 'xlsx'] as const) {
    routes.get(releasePath(kind), release(kind));
  }
  routes.get(
    '/audit.csv',
    file(options, 'audit.csv', async (viewer, parameters) => ({
      type: 'text/csv; charset=utf-8',
      name: `log-${viewer.actor.organisationSlug}.csv`,
      content: await exportAuditEvents(viewer, filterOf(parameters)),
    })),
  );
  addReturnRoutes(routes, options);
  addProviderRoutes(routes, options);
  addFosteringRoutes(routes, options);
  return routes;
}

const keyParts = ['consortium', 'dataset', 'period', 'audience'] as const;

/** As the key of a release, then the kind of file. */
const releasePath = (kind: SheetKind) =>
  `/releases/${keyParts.map((part) => `:${part}`).join('/')}/:version{[0-9]+\\.${kind}}`;

const keyIn = (part: PathPart): string =>
  [...keyParts, 'version'].map((name) => part(name)?.replace(/\.(csv|xlsx)$/, '')).join('/');

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
