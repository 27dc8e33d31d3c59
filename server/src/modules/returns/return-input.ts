import { badInput } from '@sufficiency/shared/errors.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import { calendarMonth, firstCollectedMonth } from '@sufficiency/shared/indicators/period.ts';
import type { ReturnKind } from '@sufficiency/shared/returns/return-states.ts';

/** A file that was sent: read more than once, so that it need not be held. */
export interface UploadedFile {
  readonly name: string;
  /** Unit: bytes. */
  readonly size: number;
  stream(): ReadableStream<Uint8Array>;
}

/** What somebody sends, as they said it. */
export interface SendReturnInput {
  /** GSS code of an authority that the sender’s organisation answers for. */
  readonly authority: string;
  readonly dataset: string;
  /** A calendar month that has ended, written `2026-09`. */
  readonly period: string;
  readonly files?: readonly UploadedFile[] | null | undefined;
  /** Nothing happened. */
  readonly nil?: boolean | null | undefined;
  /** What was so at the end of the month before is still so. */
  readonly noChange?: boolean | null | undefined;
  /** Check it, and do not submit it for approval. */
  readonly checkOnly?: boolean | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
  /** The latest version the sender knew of; 0 for none. */
  readonly afterVersion?: number | null | undefined;
  readonly progressKey?: string | null | undefined;
}

/** What can be sent. */
export type SentKind = Exclude<ReturnKind, 'GENERATED'>;

/** Files of one return at most. */
export const mostFiles = 20;

/** @throws DomainError BAD_USER_INPUT no such dataset. */
export function checkedDataset(text: string): Dataset {
  const found = datasets.find((dataset) => dataset === text);
  if (!found) throw badInput(`There is no such dataset. The datasets are ${datasets.join(', ')}.`);
  return found;
}

/** @throws DomainError BAD_USER_INPUT a month that is none. */
export function checkedMonthLabel(period: string): string {
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return period;
  throw badInput('Write the month as YYYY-MM, for example 2026-09.');
}

/** @throws DomainError BAD_USER_INPUT a month that is none, has not ended, or came before all returns. */
export function checkedMonth(period: string, today: string): string {
  checkedMonthLabel(period);
  if (calendarMonth(period).endsOn >= today) {
    throw badInput(`${period} has not ended: its return can be sent from the day after its end.`);
  }
  if (period < firstCollectedMonth) {
    throw badInput(`Returns are collected from ${firstCollectedMonth} on.`);
  }
  return period;
}

/** @throws DomainError BAD_USER_INPUT none or several of files, nil and no change; too many or unnamed files. */
export function sentKind({ files, nil, noChange }: SendReturnInput): SentKind {
  const said = [files?.length ? 'FILE' : null, nil ? 'NIL' : null, noChange ? 'NO_CHANGE' : null];
  const [kind, ...others] = said.filter((one) => one !== null) as SentKind[];
  if (!kind || others.length > 0) {
    throw badInput('Send files, or say “nil”, or say “noChange”: one of the three.');
  }
  if ((files?.length ?? 0) > mostFiles) throw badInput(`Send ${mostFiles} files at most.`);
  return kind;
}

const plainKey = /^[\w.:-]{8,100}$/;

/** @throws DomainError BAD_USER_INPUT a key that is too short, too long or has other characters. */
export function checkedIdempotencyKey(key: string | null | undefined): string | null {
  if (key == null) return null;
  if (!plainKey.test(key)) {
    throw badInput('An idempotency key has 8 to 100 letters, digits, dots, colons or hyphens.');
  }
  return key;
}

/** Longer names are cut. Unit: characters. */
const longestName = 200;

/** A file under a name that can be shown and kept: without folders and control characters. */
export function checkedFile(file: UploadedFile): UploadedFile {
  const base = file.name.replaceAll(/^.*[/\\]/gs, '').replaceAll(/[\p{C}"]/gu, '');
  const name = base.trim().slice(-longestName) || 'file';
  return { name, size: file.size, stream: () => file.stream() };
}
