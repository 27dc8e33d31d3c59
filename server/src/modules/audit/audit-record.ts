import type { AuditDetail } from '@sufficiency/shared/audit/audit-event.ts';
import type { AuditRow } from './audit.queries.ts';

/** An event of one's own log, in words. */
export interface AuditRecord extends AuditRow {
  readonly sentence: string;
  /** What it was about, one line each. */
  readonly lines: readonly string[];
  /** The same part by part, in words. */
  readonly about: ReadonlyMap<AuditDetail, readonly string[]>;
}
