import type { Hono } from 'hono';
import { readRecommissioningCalendar } from '../providers/recommissioning.service.ts';
import type { Exporting } from './file.routes.ts';
import { file } from './file.routes.ts';
import { requireKnown } from './parameters.ts';

/** Files about providers. */
export function addProviderRoutes(routes: Hono, options: Exporting): void {
  routes.get(
    '/recommissioning/:consortium{[a-z0-9-]+\\.ics}',
    file(options, 'recommissioning.ics', async (viewer, parameters, part) => {
      requireKnown(parameters, []);
      const code = (part('consortium') ?? '').replace(/\.ics$/, '');
      return {
        type: 'text/calendar; charset=utf-8',
        ...(await readRecommissioningCalendar(viewer, code)),
      };
    }),
  );
}
