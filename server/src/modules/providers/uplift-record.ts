import type { Prisma } from '@sufficiency/prisma/client.ts';
import { dayOrNull, dayText } from '../../platform/days.ts';

/** What is read of a request for higher prices besides its own row. */
export const upliftParts = {
  framework: {
    select: {
      tenantId: true,
      leadAuthorityCode: true,
      buyers: { select: { authorityCode: true } },
    },
  },
} satisfies Prisma.UpliftRequestInclude;

type Row = Prisma.UpliftRequestGetPayload<{ include: typeof upliftParts }>;

/** A provider's request for higher prices on a framework. Days are `YYYY-MM-DD`, rises in percent. */
export interface UpliftRecord
  extends Omit<Row, 'askedOn' | 'decidedOn' | 'percent' | 'grantedPercent'> {
  readonly askedOn: string;
  readonly decidedOn: string | null;
  readonly percent: number;
  readonly grantedPercent: number | null;
}

/** A request as it was read. */
export const toUplift = (row: Row): UpliftRecord => ({
  ...row,
  askedOn: dayText(row.askedOn),
  decidedOn: dayOrNull(row.decidedOn),
  percent: row.percent.toNumber(),
  grantedPercent: row.grantedPercent?.toNumber() ?? null,
});
