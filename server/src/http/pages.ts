import { relative } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Context, Hono, Next } from 'hono';
import { compress } from 'hono/compress';

/** Files with a hash in their name never change under it. */
const forever = 'public, max-age=31536000, immutable';
/** The page itself names those files, so it is asked for each time. */
const askAgain = 'no-cache';

const cached = (control: string) => async (context: Context, next: Next) => {
  await next();
  if (context.res.ok) context.res.headers.set('cache-control', control);
};

/** Serves the built client from `folder`: its files, and its one page for every address that is not a file. */
export function servePages(app: Hono, folder: string): void {
  const root = relative(process.cwd(), folder) || '.';
  // By `path`, not by rewriting: an address with a percent sign in it (an id) is rewritten for nobody.
  const page = serveStatic({ root, path: 'index.html' });

  app.use('/assets/*', cached(forever), compress(), serveStatic({ root }));
  app.on(
    ['GET', 'HEAD'],
    '*',
    cached(askAgain),
    compress(),
    serveStatic({ root }),
    async (context, next) =>
      context.req.path.startsWith('/assets/') ? await next() : await page(context, next),
  );
}
