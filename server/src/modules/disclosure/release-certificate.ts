import type { AttackerAudit, AuditCertificate } from './audit-certificate.ts';
import { cellsHash } from './cells-hash.ts';
import type { ReleaseCellContent } from './release-contents.ts';
import type { CertifiedAttacker, NewCertificate } from './release-record.ts';

/**
 * What is stored of an audit, and of the cells that follow from what it saw. Which proof was found, and how soon, depends on
 * figures that are kept back: of an interval no more is told than that it keeps the bar, and of the time whole seconds.
 */
export function certificateOf(
  certificate: AuditCertificate,
  cells: readonly ReleaseCellContent[],
): Omit<NewCertificate, 'auditedAt' | 'earlier'> {
  return {
    cellsHash: cellsHash(cells),
    cells: cells.length,
    published: cells.filter(({ value }) => value !== null).length,
    suppressed: cells.filter(({ symbol }) => symbol === 'c').length,
    narrowestInterval: narrowestOf(certificate),
    exactRecoveries: certificate.exactRecoveries,
    seconds: Math.ceil(certificate.seconds),
    method: certificate.method,
    attackers: certificate.attackers.map(inWords),
  };
}

/** The narrowest interval, no wider than was asked for. */
function narrowestOf({ narrowestInterval, attackers }: AuditCertificate): number | null {
  if (narrowestInterval === null) return null;
  const single = attackers.filter(({ kind }) => kind !== 'pair');
  return Math.min(narrowestInterval, ...single.map(({ width }) => width));
}

const knowledge: Readonly<Record<AttackerAudit['kind'], string>> = {
  public: 'nothing more',
  member: 'its own exact figures',
  provider: 'its own part of others’ figures',
  pair: 'the exact figures of both',
};

const inWords = ({
  name,
  kind,
  words,
  width,
  cells,
  narrowest,
}: AttackerAudit): CertifiedAttacker => ({
  name,
  knows: words ?? knowledge[kind],
  cells,
  narrowestInterval: narrowest === null ? null : Math.min(narrowest, width),
});
