/** What an audit proved of the cells it saw. Nothing in it tells a primary from a secondary suppression. */
export interface AuditCertificate {
  /** Cells that are shown or c (not hidden). */
  readonly cells: number;
  readonly published: number;
  readonly suppressed: number;
  /** The narrowest interval proved for any c and any attacker other than a pair; null where there is no c. At least 4. */
  readonly narrowestInterval: number | null;
  /** c cells that some attacker could work out exactly: always 0 in a certificate. */
  readonly exactRecoveries: 0;
  readonly seconds: number;
  readonly method: string;
  readonly attackers: readonly AttackerAudit[];
}

/** One attacker's part of an audit. */
export interface AttackerAudit {
  readonly name: string;
  readonly kind: 'public' | 'member' | 'provider' | 'pair';
  /** What they know besides, where it is more than their kind says. */
  readonly words?: string;
  /** How wide each interval had to be. */
  readonly width: number;
  /** c cells this attacker does not know from what they hold themselves. */
  readonly cells: number;
  /** The narrowest interval proved; null where they know every c themselves. */
  readonly narrowest: number | null;
}
