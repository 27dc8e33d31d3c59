import type { RowIssue } from '@sufficiency/shared/row-issue.ts';
import type { PoolClient } from 'pg';
import type { ReferenceFile } from '../../platform/reference-folder.ts';
import { readPublishedRecruitment } from './published-recruitment.importer.ts';
import { insertPublished } from './published-recruitment.queries.ts';

/** Whose recruitment the paper prints: Staffordshire's. Its table does not say so. */
const authority = 'E10000028';

/**
 * Keeps the months of recruitment that a reference file prints; of others nothing is taken. A file with a problem is not
 * kept.
 *
 * @param client in a transaction, as the loader.
 */
export async function keepPublishedRecruitment(
  client: PoolClient,
  { contents, text }: ReferenceFile,
  sourceId: number,
): Promise<readonly RowIssue[]> {
  if (contents !== 'published-recruitment') return [];
  const reading = readPublishedRecruitment(text);
  if (reading.issues.length === 0) await insertPublished(client, reading, { sourceId, authority });
  return reading.issues;
}
