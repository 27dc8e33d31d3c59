import type { Statement } from '../../platform/database.ts';

/** Takes a query that is still open for oneself until this transaction ends; no row where somebody has answered it. */
export const lockQuery = (id: string): Statement => ({
  name: 'fostering_query_lock',
  text: 'select id from fostering_query where id = $1 and answer is null for update',
  values: [id],
});
