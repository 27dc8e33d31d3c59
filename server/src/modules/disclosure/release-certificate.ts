import { lotFeesTable } from '@sufficiency/shared/disclosure/release-tables.ts';
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
  const fees = cells.filter(({ table }) => table === lotFeesTable).length;
  return {
    cellsHash: cellsHash(cells),
    cells: cells.length,
    published: cells.filter(({ value }) => value !== null).length,
    suppressed: cells.filter(({ symbol }) => symbol === 'c').length,
    narrowestInterval: narrowestOf(certificate),
    exactRecoveries: certificate.exactRecoveries,
    seconds: Math.ceil(certificate.seconds),
    method: fees === 0 ? certificate.method : `${certificate.method} ${methodOfFees}`,
    attackers: [
      ...certificate.attackers.map(inWords),
      ...(fees === 0
        ? []
        : attackersOnFees.map((each) => ({ ...each, cells: fees, narrowestInterval: null }))),
    ],
  };
}

const methodOfFees =
  'Of fees of lots: for each price, other prices a tenth higher and a tenth lower that leave every fee ever told as it is.';

/** Nobody of them is counted, as that would say how many buy and provide. */
const attackersOnFees = [
  { name: 'everybody, of fees', knows: 'how many placements everybody has with whom' },
  {
    name: 'each organisation, of fees',
    knows:
      'that, its own call-offs, those of whom it is shown costs exactly, and the prices of every provider that it buys from or that tendered to it',
  },
  {
    name: 'each provider, of fees',
    knows: 'that, and all prices of its own and of others of its owner',
  },
  {
    name: 'each two of these together, of fees',
    knows: 'that, and the call-offs or prices of both',
  },
];

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
