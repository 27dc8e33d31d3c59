import { Hono } from 'hono';
import type { Services } from '../../graphql/context.ts';
import { createViewer } from '../../graphql/context.ts';
import type { Actor } from '../access/actor.ts';
import { unauthenticated } from '../access/sign-in.service.ts';
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

/** The comparison a query string asks for; lists are separated by commas. What is absent stays absent. */
function inputOf(parameters: URLSearchParams): Record<string, unknown> {
  const list = (name: string) => parameters.get(name)?.split(',').filter(Boolean);
  const text = (name: string) => parameters.get(name) || undefined;
  const periods = text('periods');
  const given = {
    consortium: text('consortium') ?? '',
    indicators: list('indicators') ?? [],
    authorities: nonEmpty(list('authorities')),
    period: text('period'),
    periods: periods === undefined ? undefined : Number(periods),
    comparators: nonEmpty(list('comparators')),
    asAt: text('asAt'),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

const nonEmpty = (list: string[] | undefined) => (list && list.length > 0 ? list : undefined);

/** The title as a file's name: letters, digits and hyphens. */
const fileName = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 100);
