import { judgementOf } from '@sufficiency/shared/providers/judgements.ts';
import { provisionTypeOf } from '@sufficiency/shared/providers/provision-types.ts';
import { sectorOf } from '@sufficiency/shared/providers/sectors.ts';
import { z } from 'zod';
import type { InspectionKind } from './registered-service.ts';

/** Cells of Ofsted's files. Nothing is written as an empty cell or as `NULL`. */
export const text = z.string().trim();

const isNothing = (cell: string) => cell === '' || cell === 'NULL';

/** A cell that is nothing, or what `read` makes of it; `message` where that is nothing too. */
const optional = <Value>(read: (cell: string) => Value | null, message: string) =>
  text.transform((cell, context): Value | null => {
    if (isNothing(cell)) return null;
    const value = read(cell);
    if (value === null) context.addIssue({ code: 'custom', message });
    return value;
  });

const required = <Value>(read: (cell: string) => Value | null, message: string) =>
  text.transform((cell, context): Value => {
    const value = read(cell);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const writtenDay = /^(\d{2})\/(\d{2})\/(\d{4})$/;

/** `31/03/2025` as `2025-03-31`; null for anything else, and for days the calendar does not have. */
function dayOf(cell: string): string | null {
  const iso = cell.replace(writtenDay, '$3-$2-$1');
  return z.iso.date().safeParse(iso).success ? iso : null;
}

const kinds: Readonly<Record<string, InspectionKind>> = {
  'Full inspection': 'FULL',
  'Assurance visit': 'ASSURANCE',
  'Monitoring inspection': 'MONITORING',
  'SC – Emergency inspection': 'EMERGENCY',
};

export const day = required(dayOf, 'must be a day, DD/MM/YYYY');
export const optionalDay = optional(dayOf, 'must be a day, DD/MM/YYYY, or empty');
export const amount = optional(
  (cell) => (/^\d{1,6}$/.test(cell) ? Number(cell) : null),
  'must be a whole number or empty',
);
export const judgement = optional(judgementOf, 'must be a judgement of Ofsted’s or empty');
export const inspectionKind = optional(
  (cell) => kinds[cell] ?? null,
  'must be a kind of inspection or empty',
);
export const sector = optional(sectorOf, 'must be a sector of Ofsted’s');
export const provisionType = required(provisionTypeOf, 'must be a provision type of Ofsted’s');
