import type { Prisma } from '@sufficiency/prisma/client.ts';
import type { ExtensionRight } from '@sufficiency/shared/providers/framework-terms.ts';
import { dayOrNull, dayText } from '../../platform/days.ts';

/** What is read of a block contract besides its own row. */
export const contractParts = {
  provider: { select: { key: true, name: true } },
  services: { select: { urn: true }, orderBy: { urn: 'asc' } },
  extensions: { orderBy: { nth: 'asc' } },
} satisfies Prisma.BlockContractInclude;

type Row = Prisma.BlockContractGetPayload<{ include: typeof contractParts }>;

/** Beds that an authority has to itself. Days are `YYYY-MM-DD`. */
export interface ContractRecord extends Omit<Row, 'startsOn' | 'endsOn' | 'extensions'> {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly extensions: readonly ExtensionRight[];
}

/** A block contract as it was read. */
export const toContract = ({ extensions, ...row }: Row): ContractRecord => ({
  ...row,
  startsOn: dayText(row.startsOn),
  endsOn: dayText(row.endsOn),
  extensions: extensions.map((right) => ({ ...right, takenOn: dayOrNull(right.takenOn) })),
});
