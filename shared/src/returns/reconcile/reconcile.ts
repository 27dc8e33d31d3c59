import { checkBases } from './base-rule.ts';
import { checkBreakdowns } from './breakdown-rule.ts';
import { checkChains } from './chain-rule.ts';
import type { Outcome } from './outcome.ts';
import { together } from './outcome.ts';
import { checkRates } from './rate-rule.ts';
import { readTable } from './read-grid.ts';
import type {
  PrintedTable,
  ReconcileFinding,
  ReconcileSeverity,
  Reconciliation,
} from './reconciliation.ts';
import { relationsOf } from './relation.ts';
import { checkRelations } from './relation-rule.ts';
import { checkShares } from './share-rule.ts';
import { checkSlips } from './slip-rule.ts';
import { checkStatements } from './statement-rule.ts';
import { checkStocks } from './stock-rule.ts';
import { told } from './told.ts';
import { checkTotals } from './total-rule.ts';
import { checkRowWholes, checkWholes } from './whole-rule.ts';

/**
 * Checks a printed table's arithmetic: totals, shares, rates, growth, stocks, breakdowns, chains of targets.
 *
 * What rounding of the printed figures explains is no fault. A figure that is not given is unknown, never zero: a check
 * that needs it is not made, and nothing that is said could be used to work it out.
 */
export function reconcile(table: PrintedTable): Reconciliation {
  const read = readTable(table);
  const { down, across, reading } = read;
  const relations = { down: relationsOf(down), across: relationsOf(across) };
  const found = together([
    checkTotals(read),
    checkRelations(down, relations.down),
    checkRelations(across, relations.across),
    checkShares(down),
    checkShares(across),
    checkBases(down, relations.down),
    checkWholes(down, relations.down, new Set(table.percentColumns ?? [])),
    checkRowWholes(across),
    checkRates(down),
    checkRates(across),
    checkStocks(down, relations.down),
    checkStocks(across, relations.across),
    checkBreakdowns(down),
    checkChains(down),
    checkChains(across),
    checkStatements(table, down),
    checkSlips(down, across),
  ]);
  const findings = inOrder(found.findings);
  const { rest, ...shown } = told({ ...found, findings });
  return {
    sentence: `${answer({ ...found, findings })}${rest}`,
    checks: found.checks,
    ...shown,
    reading,
  };
}

const ranks: Readonly<Record<ReconcileSeverity, number>> = { error: 0, query: 1, note: 2 };

function inOrder(findings: readonly ReconcileFinding[]): ReconcileFinding[] {
  return [...findings].sort(
    (one, other) =>
      ranks[one.severity] - ranks[other.severity] ||
      (one.cells[0]?.row ?? 0) - (other.cells[0]?.row ?? 0),
  );
}

const times = (count: number, one: string, many: string): string =>
  count === 1 ? `one ${one}` : `${count} ${many}`;

/** Whether it adds up, in a sentence. */
function answer({ checks, findings, unchecked }: Outcome): string {
  const open =
    unchecked.length === 0
      ? ''
      : ` ${unchecked.length === 1 ? 'One total' : `${unchecked.length} totals`} could not be checked.`;
  if (checks === 0 && findings.length === 0) {
    return `There is nothing in this table to add up.${open}`;
  }
  return `${verdict(findings)}, in ${times(checks, 'check', 'checks')}.${open}`;
}

function verdict(findings: readonly ReconcileFinding[]): string {
  const count = (severity: ReconcileSeverity) =>
    findings.filter((finding) => finding.severity === severity).length;
  const asked = count('query') > 0 ? times(count('query'), 'thing', 'things') : '';
  if (count('error') > 0) {
    return `No: ${times(count('error'), 'fault', 'faults')}${asked && ` and ${asked} to ask about`}`;
  }
  if (asked !== '') return `Nearly: ${asked} to ask about`;
  const notes = count('note') > 0 ? `, with ${times(count('note'), 'note', 'notes')}` : '';
  return `Yes: everything that could be checked adds up${notes}`;
}
