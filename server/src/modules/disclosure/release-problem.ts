import type { AuditCertificate } from './audit-certificate.ts';

/**
 * What a release is, to the engine: whole numbers of at least 0 that every figure is a sum of, the figures, and
 * what is known to whom. True values live here and nowhere else: never log, store or throw a problem.
 */
export interface ReleaseProblem {
  readonly rule: DisclosureRule;
  /** True values: whole numbers of at least 0. */
  readonly variables: readonly number[];
  readonly cells: readonly ProblemCell[];
  /** Equations everybody knows: Σ plus − Σ minus = difference, by index of a variable, each at most once in a link. */
  readonly links: readonly ProblemLink[];
  readonly attackers: readonly Attacker[];
}

/** Counts below `minimumCount` are shown as c, others to the nearest `rounding`; 0 is shown as 0. */
export interface DisclosureRule {
  readonly minimumCount: number;
  readonly rounding: number;
}

/** One figure: the sum of the variables in `of` (each at most once). */
export interface ProblemCell {
  /** table|codes|area */
  readonly key: string;
  readonly of: readonly number[];
  /**
   * published: by the rule, or c where an audit needs it. kept-back: c whatever its value, and protected.
   * hidden: not shown at all; protected where its value is small, as nothing else may give it away.
   */
  readonly kind: 'published' | 'kept-back' | 'hidden';
  /** Every attacker knows its exact value: a public figure. Such a cell needs no protection of its own. */
  readonly known?: boolean;
  /** What earlier readable releases say of it, already shifted to today's value, which lies in each. */
  readonly earlier?: readonly KnownInterval[];
}

/** From `least` to `most`; null: no upper bound. */
export interface KnownInterval {
  readonly least: number;
  readonly most: number | null;
}

interface ProblemLink {
  readonly plus: readonly number[];
  readonly minus: readonly number[];
  readonly difference: number;
}

/** Somebody who knows all that is shown, and besides some variables exactly and lower bounds of others. */
export interface Attacker {
  /** For progress and for the certificate; unique in a problem. */
  readonly name: string;
  readonly kind: 'public' | 'member' | 'provider' | 'pair';
  readonly knows: readonly number[];
  /** What they know besides, for the certificate, where it is more than their kind says. */
  readonly words?: string;
  readonly atLeast?: readonly (readonly [variable: number, least: number])[];
  /** How wide the interval of each c must stay for them: 4, or 1 (never exact) for two who join forces. */
  readonly width: 4 | 1;
}

/** What may leave, by index of a problem's cells. A number: as the rule prints it. c: not told. null: hidden. */
export interface ProtectedCells {
  readonly shown: readonly (number | 'c' | null)[];
  readonly certificate: AuditCertificate;
}

/** How far the work is. `checkpoint` resumes it after a stop; it names cells and attackers, never a value. */
export interface AuditProgress {
  readonly stage: string;
  readonly done: number;
  /** Null where it must not be told, or nobody knows. */
  readonly total: number | null;
  readonly checkpoint: AuditCheckpoint;
}

/** Which cells are c so far (by key, whatever the reason) and which attackers are through. */
export interface AuditCheckpoint {
  readonly suppressed: readonly string[];
  readonly attackersDone: readonly string[];
}

/** How `protect` works: all optional. `report` is called often; keep it cheap. */
export interface ProtectOptions {
  readonly report?: (progress: AuditProgress) => void;
  readonly checkpoint?: AuditCheckpoint;
  /** Ends the work: `protect` then throws the signal's reason, and nothing may be released. */
  readonly signal?: AbortSignal;
}

/**
 * No set of suppressions that satisfies this attacker was proved: nothing may be released. Says which attacker
 * and how many figures stayed open, never a value or a cell.
 */
export class AuditFailed extends Error {
  readonly attacker: string;
  readonly open: number;
  readonly why: string;

  constructor(attacker: string, open: number, why: string) {
    super(
      `The audit did not pass for “${attacker}”: ${open} figures could still be narrowed (${why}).`,
    );
    this.name = 'AuditFailed';
    this.attacker = attacker;
    this.open = open;
    this.why = why;
  }
}
