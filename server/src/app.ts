import { randomUUID } from 'node:crypto';
import { relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { DomainError } from '@sufficiency/shared/errors.ts';
import type { Context as HttpContext } from 'hono';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Services } from './graphql/context.ts';
import { createSchema } from './graphql/schema.ts';
import { createGraphql } from './graphql/yoga.ts';
import { credentialOf, sessionCookie, sessionSecretOf } from './http/credentials.ts';
import { requireCsrfHeader, requireLoopback, withLimitedBody } from './http/guards.ts';
import { errorResponse } from './http/json-error.ts';
import { RateLimit, rateLimited } from './http/rate-limit.ts';
import { SignIn } from './modules/access/sign-in.service.ts';
import { exportRoutes } from './modules/export/export.routes.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/database.ts';
import { isReady } from './platform/database.ts';
import type { Log } from './platform/log.ts';

export interface AppDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly demonstration: boolean;
  /** For each token or session. */
  readonly rateLimitPerMinute: number;
  /** The built pages; null serves the API only. */
  readonly clientFolder: string | null;
}

export interface App {
  fetch(request: Request): Promise<Response>;
}

/** The whole server but its port: API, exports, health, pages. */
export function createApp(dependencies: AppDependencies): App {
  const { database, clock, log, demonstration } = dependencies;
  const signIn = new SignIn({ pool: database.pool, clock, demonstration });
  const services: Services = { clock, signIn, database, demonstration };
  const authenticate = async (request: Request) => {
    const credential = credentialOf(request);
    return credential && (await signIn.actorOf(credential));
  };
  const answers = new WeakMap<Request, string>();
  const graphql = createGraphql({
    schema: createSchema(),
    services,
    authenticate,
    cookieOf: (request) => ({
      secret: sessionSecretOf(request),
      set: (session) => void answers.set(request, sessionCookie(request, session)),
    }),
    log,
  });
  const rateLimit = new RateLimit(dependencies.rateLimitPerMinute);

  const app = new Hono();
  app.use(securityHeaders);
  app.use(async (context, next) => {
    if (demonstration) requireLoopback(context.req.raw);
    await next();
  });
  app.use('/graphql', limitRate(rateLimit));
  app.use('/graphql', limitBody);
  app.use('/exports/*', limitRate(rateLimit));

  app.get('/health', (context) => context.json({ status: 'alive' }));
  app.get('/ready', async (context) => {
    const ready = await isReady(database);
    return context.json({ status: ready ? 'ready' : 'not ready' }, ready ? 200 : 503);
  });
  app.all('/graphql', async (context) => {
    requireCsrfHeader(context.req.raw);
    const response = await graphql.fetch(context.req.raw);
    const cookie = answers.get(context.req.raw);
    if (!cookie) return response;
    const headers = new Headers(response.headers);
    headers.append('set-cookie', cookie);
    return new Response(response.body, { status: response.status, headers });
  });
  app.route('/exports', exportRoutes({ services, authenticate }));
  app.all('/graphql/*', nothingThere);
  app.all('/exports/*', nothingThere);
  if (dependencies.clientFolder !== null) servePages(app, dependencies.clientFolder);

  app.notFound(nothingThere);
  app.onError((error) => refusal(error, log));

  return { fetch: async (request) => await app.fetch(request) };
}

/** What pages may load and do: their own files and API, nothing else. */
const securityHeaders = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
  crossOriginResourcePolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
});

const limitRate = (limit: RateLimit) => async (context: HttpContext, next: () => Promise<void>) => {
  const seconds = await limit.waitFor(context.req.raw);
  if (seconds !== null) {
    return errorResponse(rateLimited(seconds), { 'retry-after': String(seconds) });
  }
  await next();
  return undefined;
};

const limitBody = async (context: HttpContext, next: () => Promise<void>) => {
  const limited = await withLimitedBody(context.req.raw);
  if (!limited) return tooLarge();
  context.req.raw = limited;
  await next();
  return undefined;
};

const tooLarge = () =>
  Response.json(
    {
      errors: [
        {
          message: 'A request may have 1 MB at most. Ask for less at a time.',
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ],
    },
    { status: 413 },
  );

const nothingThere = (context: HttpContext) =>
  errorResponse(
    new DomainError('NOT_FOUND', `There is nothing at ${context.req.path.slice(0, 200)}.`),
  );

function refusal(error: unknown, log: Log): Response {
  if (error instanceof DomainError) return errorResponse(error);
  const reference = randomUUID();
  log.error({ err: error, reference }, 'unforeseen');
  return errorResponse(
    new DomainError(
      'INTERNAL',
      `Something failed on our side. Quote this reference: ${reference}.`,
      {
        details: { reference },
      },
    ),
  );
}

/** The built client: files with a hash in their name for a year, the page itself never from a cache. */
function servePages(app: Hono, folder: string): void {
  const root = relative(process.cwd(), folder) || '.';
  const forever = 'public, max-age=31536000, immutable';
  app.use(
    '/assets/*',
    serveStatic({
      root,
      precompressed: true,
      onFound: (_path, context) => context.header('cache-control', forever),
    }),
  );
  app.use(
    '*',
    serveStatic({ root, onFound: (_path, context) => context.header('cache-control', 'no-cache') }),
  );
  app.get('*', async (context, next) => {
    if (context.req.path.startsWith('/assets/')) return await next();
    return await serveStatic({
      root,
      rewriteRequestPath: () => '/index.html',
      onFound: (_path, found) => found.header('cache-control', 'no-cache'),
    })(context, next);
  });
}
