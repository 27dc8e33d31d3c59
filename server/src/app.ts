import { randomUUID } from 'node:crypto';
import { DomainError } from '@sufficiency/shared/errors.ts';
import type { Context as HttpContext } from 'hono';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Services } from './graphql/context.ts';
import { retryAfter, unavailable } from './graphql/errors.ts';
import { isOfWatcher } from './graphql/event-stream.ts';
import { createSchema } from './graphql/schema.ts';
import { createGraphql } from './graphql/yoga.ts';
import { admitFiles } from './http/admit-files.ts';
import type { Connection } from './http/body-time.ts';
import { credentialOf, sessionCookie, sessionSecretOf } from './http/credentials.ts';
import { requireCsrfHeader, requireLoopback, withLimitedBody } from './http/guards.ts';
import { errorResponse } from './http/json-error.ts';
import { isMultipart } from './http/multipart.ts';
import { servePages } from './http/pages.ts';
import { RateLimit, rateLimited } from './http/rate-limit.ts';
import { SignIn } from './modules/access/sign-in.service.ts';
import { exportRoutes } from './modules/export/export.routes.ts';
import type { Clock } from './platform/clock.ts';
import type { Database } from './platform/database.ts';
import { isReady } from './platform/database.ts';
import type { Live } from './platform/live.ts';
import type { Log } from './platform/log.ts';
import { isOverload } from './platform/overload.ts';

export interface AppDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** What happens in any server process. */
  readonly live: Live;
  readonly demonstration: boolean;
  /** For each token or session. */
  readonly rateLimitPerMinute: number;
  /** The built pages; null serves the API only. */
  readonly clientFolder: string | null;
}

export interface App {
  /** @param connection by which it came; absent where there is none. */
  fetch(request: Request, connection?: Connection): Promise<Response>;
}

/** The whole server but its port: API, exports, health, pages. */
export function createApp(dependencies: AppDependencies): App {
  const { database, clock, log, live, demonstration } = dependencies;
  const signIn = new SignIn({ database, clock, demonstration });
  const services: Services = { clock, signIn, database, live, demonstration };
  const authenticate = async (request: Request) => {
    const credential = credentialOf(request);
    return credential && (await signIn.actorOf(credential));
  };
  const answers = new WeakMap<Request, string>();
  const graphql = createGraphql({
    schema: createSchema(),
    services,
    authenticate,
    authenticateAll: (requests) =>
      signIn.actorsOf(requests.map((request) => credentialOf(request))),
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
  app.use('/graphql', limitBody(admitFiles({ services, authenticate })));
  app.use('/exports/*', limitRate(rateLimit));

  app.get('/health', (context) => context.json({ status: 'alive' }));
  app.get('/ready', async (context) => {
    const ready = await isReady(database);
    context.header('cache-control', 'no-store');
    return context.json({ status: ready ? 'ready' : 'not ready' }, ready ? 200 : 503);
  });
  app.all('/graphql', async (context) => {
    requireCsrfHeader(context.req.raw);
    const response = withSentence(await graphql.fetch(context.req.raw));
    return await inOnePiece(response, answers.get(context.req.raw));
  });
  app.route('/exports', exportRoutes({ services, authenticate }));
  app.all('/graphql/*', nothingThere);
  app.all('/exports/*', nothingThere);
  if (dependencies.clientFolder !== null) servePages(app, dependencies.clientFolder);

  app.notFound(nothingThere);
  app.onError((error) => refusal(error, log));

  return { fetch: async (request, connection) => await app.fetch(request, connection) };
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

/** What `fetch` was given beside the request. */
const connectionOf = ({ env }: HttpContext) => env as Connection | undefined;

/** Files are read by whom they are for; everything else is small. */
const limitBody =
  (admit: (request: Request, read: () => Promise<void>) => Promise<void>) =>
  async (context: HttpContext, next: () => Promise<void>) => {
    if (isMultipart(context.req.raw)) {
      await admit(context.req.raw, async () => {
        connectionOf(context)?.allowLongBody();
        await next();
      });
      return undefined;
    }
    const limited = await withLimitedBody(context.req.raw);
    if (!limited) return tooLarge();
    context.req.raw = limited;
    await next();
    return undefined;
  };

const tooLarge = () => refused(413, 'A request may have 1 MB at most. Ask for less at a time.');

const refused = (status: number, message: string) =>
  Response.json({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] }, { status });

const contentTypes: Readonly<Record<number, string>> = {
  406: 'Accept application/json, application/graphql-response+json or text/event-stream.',
  415: 'Send the request as application/json.',
};

/** Refusals of content types come without a word: they get one. */
function withSentence(response: Response): Response {
  const sentence = contentTypes[response.status];
  if (sentence === undefined || response.body) return response;
  return refused(response.status, sentence);
}

/** An answer that is there is sent as text, which costs a fraction of sending it as a stream. Events stay a stream. */
async function inOnePiece(response: Response, cookie: string | undefined): Promise<Response> {
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  const headers = new Headers([...response.headers]);
  headers.set('cache-control', 'no-store');
  if (cookie) headers.set('set-cookie', cookie);
  const body = isStream && response.body ? begun(response.body) : (await response.text()) || null;
  return new Response(body, { status: response.status, headers });
}

/** A stream of events that has begun: Yoga’s fails, with nobody to hear it, when it is left before its first event. */
function begun(events: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  if (isOfWatcher(events)) return events;
  const reader = events.getReader();
  let next = reader.read();
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await next;
      if (done) return controller.close();
      controller.enqueue(value);
      next = reader.read();
    },
    cancel: (reason) => reader.cancel(reason),
  });
}

const nothingThere = (context: HttpContext) =>
  errorResponse(
    new DomainError('NOT_FOUND', `There is nothing at ${context.req.path.slice(0, 200)}.`),
  );

function refusal(error: unknown, log: Log): Response {
  if (error instanceof DomainError) return errorResponse(error);
  if (isOverload(error)) return errorResponse(unavailable(), retryAfter);
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
