import type { Prisma } from '@sufficiency/prisma/client.ts';
import { dayOrNull, dayText } from '../../platform/days.ts';

/** What is read of a membership besides its own row. */
export const awardParts = {
  framework: {
    select: {
      id: true,
      tenantId: true,
      title: true,
      reference: true,
      leadAuthorityCode: true,
      published: true,
      buyers: { select: { authorityCode: true } },
    },
  },
  lot: { select: { number: true, maximumWeeklyPrice: true } },
  tier: { select: { number: true } },
  provider: { select: { key: true, name: true } },
  offers: { select: { urn: true }, orderBy: { urn: 'asc' } },
} satisfies Prisma.FrameworkAwardInclude;

type Row = Prisma.FrameworkAwardGetPayload<{ include: typeof awardParts }>;

/** A provider's membership of a lot. Days are `YYYY-MM-DD`. */
export interface AwardRecord extends Omit<Row, 'startsOn' | 'endsOn' | 'lot'> {
  readonly startsOn: string;
  /** Null: as long as the framework. */
  readonly endsOn: string | null;
  readonly lotNumber: string;
  /** Published maximum of its lot. Unit: GBP a week. */
  readonly maximumWeeklyPrice: number | null;
}

/** A membership as it was read. */
export const toAward = ({ lot, ...row }: Row): AwardRecord => ({
  ...row,
  startsOn: dayText(row.startsOn),
  endsOn: dayOrNull(row.endsOn),
  lotNumber: lot.number,
  maximumWeeklyPrice: lot.maximumWeeklyPrice?.toNumber() ?? null,
});
