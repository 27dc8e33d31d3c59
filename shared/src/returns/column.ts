import { z } from 'zod';
import type { CellReader, CellReading } from './cell-reading.ts';
import type { CodeList } from './code-lists/code-list.ts';
import { codesIn } from './code-lists/code-list.ts';
import { readDay, readMonth } from './day-texts.ts';
import { codeReader, readAuthority, readReference, readText, readUrn } from './name-texts.ts';
import { readCount, readMoney } from './number-texts.ts';

export const columnKinds = [
  'authority',
  'period',
  'code',
  'count',
  'money',
  'day',
  'urn',
  'reference',
  'text',
] as const;

export type ColumnKind = (typeof columnKinds)[number];

/** What a column is called, what it means and what may stand in it. */
export interface ReturnColumn {
  /** As the header writes it, for example `placement_type`. */
  readonly name: string;
  readonly title: string;
  /** Other headers it is known by, as people write them; case, spaces and line breaks never matter. */
  readonly aliases: readonly string[];
  readonly description: string;
  readonly kind: ColumnKind;
  /** What it counts or is paid in; null where it is no number. */
  readonly unit: string | null;
  /** The codes that may stand in it in this collection year; null where it holds none. */
  readonly codes: CodeList | null;
  /** True where the breakdown may carry a total, under the code `TOTAL`. */
  readonly total: boolean;
  /** True where the cell may be left blank: its canonical text is then empty. */
  readonly optional: boolean;
  /** A cell as it could be. */
  readonly example: string;
  /** Canonical text of a cell, or what is wrong with it. The schema calls this; a reader of long files may, too. */
  readonly read: CellReader;
  /** From raw to canonical text: days `2026-09-30`, months `2026-09`, counts `12`, symbols `c`. */
  readonly schema: z.ZodType<string, string>;
}

/** Column kinds that hold a number or a symbol in its place. */
export const isMeasure = ({ kind }: { readonly kind: ColumnKind }): boolean =>
  kind === 'count' || kind === 'money';

interface Wording {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly aliases?: readonly string[];
}

const blanks: Readonly<Record<ColumnKind, string>> = {
  authority: 'must not be blank: write the GSS code of the authority',
  period: 'must not be blank: write the month, for example 2026-09',
  code: 'must not be blank: write one of its codes',
  count:
    'must not be blank: write 0 if there are none, x if it is not known, z if it does not apply, c if it is confidential',
  money:
    'must not be blank: write 0 if nothing was paid, x if it is not known, z if it does not apply, c if it is confidential',
  day: 'must not be blank: write the day, for example 30/09/2026',
  urn: 'must not be blank: write the Ofsted URN',
  reference: 'must not be blank: write your own reference',
  text: 'must not be blank',
};

/** What a reader remembers: enough for every month, day, code and usual count of a long file. */
const remembered = 5_000;

/** Reads a text it has met before without looking at it again: a long file repeats itself, column by column. */
function remembering(read: CellReader): CellReader {
  const known = new Map<string, CellReading>();
  return (raw) => {
    const met = known.get(raw);
    if (met) return met;
    const reading = read(raw);
    if (known.size < remembered && raw.length <= 40) known.set(raw, reading);
    return reading;
  };
}

function column(
  given: Wording & {
    readonly kind: ColumnKind;
    readonly example: string;
    readonly readFilled: CellReader;
    readonly unit?: string;
    readonly codes?: CodeList;
    readonly total?: boolean;
    readonly optional?: boolean;
  },
): ReturnColumn {
  const { readFilled, optional = false, kind, ...rest } = given;
  const read = remembering((raw) => {
    const text = raw.trim();
    if (text !== '') return readFilled(text);
    return optional ? { text: '' } : { problem: blanks[kind] };
  });
  return {
    aliases: [],
    unit: null,
    codes: null,
    total: false,
    ...rest,
    kind,
    optional,
    read,
    schema: z.string().transform((raw, context) => {
      const reading = read(raw);
      if ('text' in reading) return reading.text;
      context.addIssue({ code: 'custom', message: reading.problem });
      return z.NEVER;
    }),
  };
}

/** The authority the row is about. Every table begins with it. */
export const authorityColumn: ReturnColumn = column({
  name: 'authority_code',
  title: 'Authority',
  description: 'GSS code of the authority that is responsible for the children.',
  aliases: ['authority', 'la code', 'local authority code', 'gss code', 'new_la_code'],
  kind: 'authority',
  example: 'E06000015',
  readFilled: readAuthority,
});

/** The month the row is about. Every table has it second. */
export const periodColumn: ReturnColumn = column({
  name: 'period',
  title: 'Month',
  description: 'The month the row is about: its last day for a snapshot, all of it for events.',
  aliases: ['month', 'return period', 'reporting month', 'time_period'],
  kind: 'period',
  example: '2026-09',
  readFilled: readMonth,
});

/** Codes of a list as a collection year knows it; with `total` the row may stand for all of them. */
export function codeColumn(
  list: CodeList,
  collectionYear: string,
  given: Wording & { readonly total?: boolean; readonly optional?: boolean },
): ReturnColumn {
  const codes = codesIn(list, collectionYear);
  return column({
    ...given,
    kind: 'code',
    codes: { ...list, codes },
    example: codes[0]?.code ?? '',
    readFilled: codeReader(codes, { withTotal: given.total === true }),
  });
}

/** A whole number of things, or a symbol. */
export const countColumn = (
  given: Wording & { readonly unit: string; readonly example?: string },
): ReturnColumn => column({ example: '12', ...given, kind: 'count', readFilled: readCount });

/** An amount in pounds, or a symbol. */
export const moneyColumn = (
  given: Wording & { readonly unit: string; readonly optional?: boolean },
): ReturnColumn => column({ ...given, kind: 'money', example: '1234.5', readFilled: readMoney });

export const dayColumn = (given: Wording & { readonly optional?: boolean }): ReturnColumn =>
  column({ ...given, kind: 'day', example: '2026-09-30', readFilled: readDay });

/** Ofsted's number of a home or service. */
export const urnColumn = (given: Wording & { readonly optional?: boolean }): ReturnColumn =>
  column({ ...given, kind: 'urn', example: 'SC123456', readFilled: readUrn });

/** The sender's own reference. */
export const referenceColumn = (
  given: Wording & { readonly example: string; readonly optional?: boolean },
): ReturnColumn => column({ ...given, kind: 'reference', readFilled: readReference });

export const textColumn = (
  given: Wording & { readonly example: string; readonly optional?: boolean },
): ReturnColumn => column({ ...given, kind: 'text', readFilled: readText });
