import type { ReturnFormat } from '../table.ts';

/** What a file is read as. */
export interface ReadingContext {
  readonly format: ReturnFormat;
  /** The authority that the return is for; its name and three-digit code are read as its GSS code. */
  readonly authority: { readonly code: string; readonly dfeCode: string; readonly name: string };
  /** Label of the month that the return is for, for example `2026-09`. */
  readonly period: string;
  /** Today in England, for example `2026-11-22`. */
  readonly today: string;
}
