import type { Hono } from 'hono';
import { readEnquiryTemplate } from '../fostering/enquiry-import.service.ts';
import { readHouseholdTemplate } from '../fostering/household-import.service.ts';
import type { Exporting } from './file.routes.ts';
import { file } from './file.routes.ts';
import { requireKnown } from './parameters.ts';

const type = 'text/csv; charset=utf-8';

/** Files about recruitment of foster carers. */
export function addFosteringRoutes(routes: Hono, options: Exporting): void {
  routes.get(
    '/enquiries-template.csv',
    file(options, 'enquiries-template.csv', async (viewer, parameters) => {
      requireKnown(parameters, []);
      return { type, ...(await readEnquiryTemplate(viewer)) };
    }),
  );
  for (const part of ['households', 'places'] as const) {
    const name = `fostering-${part}-template.csv`;
    routes.get(
      `/${name}`,
      file(options, name, (viewer, parameters) => {
        requireKnown(parameters, []);
        return Promise.resolve({ type, ...readHouseholdTemplate(viewer, part) });
      }),
    );
  }
}
