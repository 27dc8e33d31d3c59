import type {
  ReleaseAudience,
  ReleaseStatus,
} from '@sufficiency/shared/disclosure/release-enums.ts';
import { releaseAudiences } from '@sufficiency/shared/disclosure/release-enums.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import type { AuthorityRecord } from '../authorities/authorities.service.ts';

/** How far the building of a release has come. */
export interface ReleaseProgress {
  readonly stage: string;
  readonly done: number;
  /** Null while nobody knows. */
  readonly total: number | null;
}

/** One version of a release, without its figures. */
export interface ReleaseRecord {
  /** The hub's organisation. */
  readonly tenantId: string;
  readonly id: string;
  readonly consortiumCode: string;
  readonly dataset: Dataset;
  readonly period: string;
  readonly periodEnd: Date;
  readonly audience: ReleaseAudience;
  readonly version: number;
  readonly status: ReleaseStatus;
  readonly revision: number;
  readonly minimumCount: number;
  readonly rounding: number;
  readonly synthetic: boolean;
  readonly requestedAt: Date;
  readonly requestedBy: string;
  readonly builtAt: Date | null;
  readonly publishedAt: Date | null;
  readonly endedAt: Date | null;
  readonly reason: string | null;
  /** GSS codes of the authorities whose figures are in it, whether or not this viewer may see them. */
  readonly contributors: readonly string[];
  /** How far its building has come; null unless it is being built, and for all but its hub. */
  readonly progress: ReleaseProgress | null;
}

/** What a key names. */
export interface ReleaseKey {
  readonly consortiumCode: string;
  readonly dataset: string;
  readonly period: string;
  readonly audience: ReleaseAudience;
  readonly version: number;
}

/** What a text names; null where it is no key. */
export function readReleaseKey(text: string): ReleaseKey | null {
  const [consortiumCode, dataset, period, name, number, ...rest] = text.split('/');
  const audience = releaseAudiences.find((each) => each.toLowerCase() === name);
  if (!consortiumCode || !dataset || !period || !audience || rest.length > 0) return null;
  if (number === undefined || !/^[1-9]\d{0,3}$/.test(number)) return null;
  return { consortiumCode, dataset, period, audience, version: Number(number) };
}

/** A member of the consortium whose figures a viewer does not find in a release, and why. */
export interface MissingAuthority {
  readonly authority: AuthorityRecord;
  readonly reason: string;
}

/** What an audit proved of a release. */
export interface CertificateRecord {
  readonly auditedAt: Date;
  readonly cells: number;
  readonly published: number;
  readonly suppressed: number;
  readonly narrowestInterval: number | null;
  readonly seconds: number;
  readonly method: string;
  readonly attackers: readonly CertifiedAttacker[];
  /** Ids of the releases it is protected against. */
  readonly earlier: readonly string[];
}

/** What is stored of an audit. */
export interface NewCertificate extends CertificateRecord {
  /** Of all cells of the release: see `cellsHash`. */
  readonly cellsHash: string;
  /** Always 0. */
  readonly exactRecoveries: number;
}

/** One attacker's part of an audit, in words. */
export interface CertifiedAttacker {
  readonly name: string;
  /** What they know besides everything that is released. */
  readonly knows: string;
  /** How many figures were kept from them. */
  readonly cells: number;
  /** The narrowest interval that was proved; null where none is kept from them. */
  readonly narrowestInterval: number | null;
}

/** One figure of a release, as a viewer finds it. */
export interface ReleaseTableCell {
  /** Name of the authority, or of the consortium. */
  readonly subject: string;
  /** Null for the consortium. */
  readonly code: string | null;
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
  readonly text: string;
  readonly why: string;
}

/** One line of a table: a code for each characteristic, then a figure for each area. */
export interface ReleaseTableRow {
  readonly codes: readonly string[];
  readonly labels: readonly string[];
  readonly unit: string;
  readonly cells: readonly ReleaseTableCell[];
}

/** A table of a release, as a viewer finds it. */
export interface ReleaseTable {
  /** As the return's format names it, or `indicators`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly unit: string;
  /** Titles of the characteristics. */
  readonly columns: readonly string[];
  readonly rows: readonly ReleaseTableRow[];
}
