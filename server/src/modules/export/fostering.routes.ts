import type { Hono } from 'hono';
import { readEnquiryTemplate } from '../fostering/enquiry-import.service.ts';
import type { Exporting } from './file.routes.ts';
import { file } from './file.routes.ts';
import { requireKnown } from './parameters.ts';

/** Files about recruitment of foster carers. */
export function addFosteringRoutes(routes: Hono, options: Exporting): void {
  routes.get(
    '/enquiries-template.csv',
    file(options, 'enquiries-template.csv', async (viewer, parameters) => {
      requireKnown(parameters, []);
      return { type: 'text/csv; charset=utf-8', ...(await readEnquiryTemplate(viewer)) };
    }),
  );
}
