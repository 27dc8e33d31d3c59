import { badInput } from '@sufficiency/shared/errors.ts';
import { Hono } from 'hono';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database.ts';
import type { Actor } from '../access/actor.ts';
import { unauthenticated } from '../access/sign-in.service.ts';
import { createViewer } from '../access/viewer.service.ts';
import type { ComparisonSheet } from './comparison-file.ts';
import { comparisonCsv, comparisonXlsx } from './comparison-file.ts';
import { exportComparison } from './export.service.ts';

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

interface Services {
  readonly clock: Clock;
  readonly database: Database;
}

/** Files of what a page shows: the same parameters as its address. */
export function exportRoutes(options: {
  services: Services;
  authenticate(request: Request): Promise<Actor | null>;
}): Hono {
  const routes = new Hono();
  const answer = (kind: keyof typeof kinds) => async (context: { req: { raw: Request } }) => {
    const actor = await options.authenticate(context.req.raw);
    if (!actor) throw unauthenticated('Sign in first.');
    const sheet = await readSheet(options.services, actor, context.req.raw);
    const { type, write } = kinds[kind];
    return new Response(new Uint8Array(await write(sheet)), {
      headers: {
        'content-type': type,
        'content-disposition': `attachment; filename="${fileName(sheet.title)}.${kind}"`,
        'cache-control': 'no-store',
      },
    });
  };
  routes.get('/comparison.csv', answer('csv'));
  routes.get('/comparison.xlsx', answer('xlsx'));
  return routes;
}

async function readSheet(
  services: Services,
  actor: Actor,
  request: Request,
): Promise<ComparisonSheet> {
  const viewer = createViewer(services, actor, 'read');
  try {
    const sheet = await exportComparison(viewer, inputOf(new URL(request.url).searchParams));
    await viewer.operation.commit();
    return sheet;
  } catch (error) {
    await viewer.operation.rollback();
    throw error;
  }
}

const names = [
  'consortium',
  'indicators',
  'authorities',
  'period',
  'periods',
  'comparators',
  'asAt',
] as const;

/** @throws DomainError BAD_USER_INPUT a parameter that would be passed over: unknown, or given twice. */
function requireKnown(parameters: URLSearchParams): void {
  for (const name of parameters.keys()) {
    if (!names.some((known) => known === name)) {
      throw badInput(
        `There is no parameter “${name.slice(0, 100)}”. The parameters are ${names.join(', ')}.`,
      );
    }
    if (parameters.getAll(name).length > 1) throw badInput(`Give “${name}” once.`);
  }
}

/** The comparison a query string asks for; lists are separated by commas. What is absent stays absent. */
function inputOf(parameters: URLSearchParams): Record<string, unknown> {
  requireKnown(parameters);
  const list = (name: (typeof names)[number]) => parameters.get(name)?.split(',').filter(Boolean);
  const text = (name: (typeof names)[number]) => parameters.get(name) || undefined;
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
