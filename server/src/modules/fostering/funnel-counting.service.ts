import type { Viewer } from '../access/viewer.ts';
import type { AuthorityRecord } from '../authorities/authorities.service.ts';
import { authoritiesOf } from '../authorities/authorities.service.ts';
import type { FosteringScope } from './fostering-scope.ts';
import { seesNothing } from './fostering-scope.ts';
import type { CountingRow, TransfersRow } from './funnel-counting.queries.ts';
import { countingWanted, transfersWanted } from './funnel-counting.queries.ts';

/** How enquiries that were received in the months were counted. */
export interface FunnelCounting {
  readonly enquiries: number;
  readonly reapplications: number;
  readonly backLoaded: number;
  readonly onHold: number;
  readonly duplicates: number;
  readonly queries: number;
  readonly enquiriesWithQueries: number;
}

/**
 * Of the enquiries received in the months that this viewer sees: which are linked, kept out of clocks, or wait for an answer.
 *
 * @unit enquiries, and events that wait. @source enquiries as they were recorded.
 */
export async function readCounting(
  viewer: Viewer,
  scope: FosteringScope,
): Promise<FunnelCounting | null> {
  if (seesNothing(scope)) return null;
  const [row] = await viewer.operation.rows<CountingRow>(countingWanted(scope.wanted));
  if (!row) throw new Error('Counting answered nothing.');
  return {
    enquiries: row.enquiries,
    reapplications: row.reapplications,
    backLoaded: row.back_loaded,
    onHold: row.on_hold,
    duplicates: row.duplicates,
    queries: row.queries,
    enquiriesWithQueries: row.enquiries_with_queries,
  };
}

/** Enquiries that passed from one authority to another in some months. */
export interface AuthorityTransfers {
  /** Null: attributed to none before. */
  readonly from: AuthorityRecord | null;
  /** Null: attributed to none since. */
  readonly to: AuthorityRecord | null;
  readonly enquiries: number;
}

/**
 * Enquiries that passed from authority to authority in the months, those attributed for the first time among them, as far as
 * this viewer may see it.
 *
 * @unit enquiries; one that passed twice counts twice. @source transfers as their holders recorded them.
 */
export async function readTransfers(
  viewer: Viewer,
  scope: FosteringScope,
): Promise<readonly AuthorityTransfers[]> {
  if (seesNothing(scope)) return [];
  const rows = await viewer.operation.rows<TransfersRow>(transfersWanted(scope.wanted));
  const codes = rows.flatMap((row) => [row.from_authority_code ?? [], row.to_authority_code ?? []]);
  const known = new Map(
    (await authoritiesOf(viewer, codes.flat())).map((authority) => [authority.code, authority]),
  );
  return rows.map(({ from_authority_code, to_authority_code, enquiries }) => ({
    from: known.get(from_authority_code ?? '') ?? null,
    to: known.get(to_authority_code ?? '') ?? null,
    enquiries,
  }));
}
