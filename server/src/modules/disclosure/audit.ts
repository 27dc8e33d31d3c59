import type { AttackerView } from './attacker-view.ts';
import { mustBeKept, viewsOf } from './attacker-view.ts';
import type { AttackerAudit } from './audit-certificate.ts';
import type { Knowledge, Shown } from './knowledge.ts';
import { knowledgeOf } from './knowledge.ts';
import type { ProtectedCells, ReleaseProblem } from './release-problem.ts';
import { AuditFailed } from './release-problem.ts';
import { solverName } from './solver.ts';
import type { Witness } from './witness.ts';
import { isPossibleFor, witnessOf } from './witness.ts';

/**
 * Proves from scratch that what is shown keeps every attacker's bar: what is known is drawn up anew from what is shown,
 * and every witness is checked anew against all of it.
 *
 * @throws AuditFailed an attacker for whom a figure is not proved to keep the bar.
 */
export function certified(
  problem: ReleaseProblem,
  shown: readonly Shown[],
  witnesses: readonly Witness[],
  { seconds }: { readonly seconds: number },
): ProtectedCells {
  const knowledge = knowledgeOf(problem, shown);
  const proved = witnesses.flatMap(({ variables, changes }) => {
    const change = Array.from(variables, (variable, nth) => [variable, changes[nth] ?? 0] as const);
    return witnessOf(knowledge, change) ?? [];
  });
  const attackers = viewsOf(knowledge).map((view) => auditOf(knowledge, view, proved));
  const insiders = attackers.flatMap(({ kind, narrowest }) =>
    kind === 'pair' || narrowest === null ? [] : [narrowest],
  );
  const suppressed = shown.filter((each) => each === 'c').length;
  const published = shown.filter((each) => typeof each === 'number').length;
  return {
    shown,
    certificate: {
      cells: published + suppressed,
      published,
      suppressed,
      narrowestInterval: insiders.length === 0 ? null : Math.min(...insiders),
      exactRecoveries: 0,
      seconds,
      method: `Two tables of whole numbers for each figure and attacker, each checked against all that is known; found by exchange and by ${solverName} (integer).`,
      attackers,
    },
  };
}

/** @throws AuditFailed a row whose bar the witnesses do not prove. */
function auditOf(
  knowledge: Knowledge,
  view: AttackerView,
  witnesses: readonly Witness[],
): AttackerAudit {
  const { name, kind, width, words } = view.attacker;
  const widths = widthsOf(knowledge, view, witnesses);
  const kept = knowledge.rows
    .entries()
    .filter(([, row]) => mustBeKept(row, view, knowledge))
    .map(([index, { cells }]) => ({ cells: cells.length, width: widths[index] ?? 0 }))
    .toArray();
  const open = kept.filter((row) => row.width < width).length;
  if (open > 0) throw new AuditFailed(name, open, 'no proof was found');
  return {
    name,
    kind,
    ...(words !== undefined && { words }),
    width,
    cells: kept.reduce((sum, row) => sum + row.cells, 0),
    narrowest: kept.length === 0 ? null : Math.min(...kept.map((row) => row.width)),
  };
}

/** How far apart the sums of each row are in the tables that an attacker cannot rule out, the true one among them. */
function widthsOf(
  knowledge: Knowledge,
  view: AttackerView,
  witnesses: readonly Witness[],
): Int32Array {
  const least = new Int32Array(knowledge.rows.length);
  const most = new Int32Array(knowledge.rows.length);
  for (const witness of witnesses) {
    if (!isPossibleFor(view, witness, knowledge.values)) continue;
    for (const [nth, row] of witness.rows.entries()) {
      const by = witness.rowChanges[nth] ?? 0;
      least[row] = Math.min(least[row] ?? 0, by);
      most[row] = Math.max(most[row] ?? 0, by);
    }
  }
  return most.map((above, row) => above - (least[row] ?? 0));
}
