import type { AuditDetails, AuditType } from '@sufficiency/shared/audit/audit-event.ts';

/** The agreement that allowed something. */
export interface AgreementVersion {
  readonly id: string;
  readonly version: number;
}

/** Something that happened, as whoever did it tells the log. */
export interface NewAuditEvent {
  /** Organisations in whose logs it belongs: whose data or agreement it concerns. */
  readonly tenantIds: readonly string[];
  readonly type: AuditType;
  readonly details: AuditDetails;
  /** Absent where none was needed. */
  readonly agreement?: AgreementVersion | undefined;
}

/** Part of another organisation's data that an operation read. */
export interface ForeignRead {
  /** Whose data it is. */
  readonly tenantId: string;
  readonly dataset: string;
  /** The agreement that allowed it; absent where the organisation itself names the reader, as a framework its buyers. */
  readonly agreement?: AgreementVersion | undefined;
  /** GSS codes. */
  readonly authorities: readonly string[];
  /** Keys of indicators. */
  readonly indicators: readonly string[];
  /** Labels of periods. */
  readonly periods: readonly string[];
}

const keyOf = ({ tenantId, dataset, agreement }: ForeignRead) =>
  [tenantId, dataset, agreement?.id, agreement?.version].join(' ');

const union = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())].sort();

/** One event for each organisation, dataset and agreement, however many fields of an operation read from it. */
export function readEvents(
  reads: readonly ForeignRead[],
  type: 'figures.read' | 'figures.exported',
): NewAuditEvent[] {
  return [...Map.groupBy(reads, keyOf).values()].map((alike) => {
    const [{ tenantId, dataset, agreement }] = alike as [ForeignRead, ...ForeignRead[]];
    return {
      tenantIds: [tenantId],
      type,
      agreement,
      details: {
        dataset,
        authorities: union(alike.map((read) => read.authorities)),
        indicators: union(alike.map((read) => read.indicators)),
        periods: union(alike.map((read) => read.periods)),
      },
    };
  });
}
