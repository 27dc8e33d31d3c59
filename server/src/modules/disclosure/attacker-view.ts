import type { Knowledge, Row } from './knowledge.ts';
import type { Attacker, ReleaseProblem } from './release-problem.ts';

/** What one attacker can change in their mind: everything but what they know themselves. */
export interface AttackerView {
  readonly attacker: Attacker;
  /** 1 for variables they know, or that are 0 for all to see. */
  readonly fixed: Uint8Array;
  /** Least value of each variable, to them. */
  readonly floor: Int32Array;
}

/** Every attacker's view of a problem, in the problem's order. */
export function viewsOf({ problem, values, nought }: Knowledge): AttackerView[] {
  const noFloor = new Int32Array(values.length);
  return problem.attackers.map((attacker) => {
    const fixed = Uint8Array.from(nought);
    for (const variable of attacker.knows) fixed[variable] = 1;
    return { attacker, fixed, floor: floorOf(attacker, problem) ?? noFloor };
  });
}

/** @throws Error a lower bound that the true value does not keep. */
function floorOf({ atLeast = [] }: Attacker, { variables }: ReleaseProblem): Int32Array | null {
  if (atLeast.length === 0) return null;
  const floor = new Int32Array(variables.length);
  for (const [variable, least] of atLeast) {
    if (least > (variables[variable] ?? 0)) {
      throw new Error('An attacker is said to know a lower bound that is not so.');
    }
    floor[variable] = Math.max(floor[variable] ?? 0, least);
  }
  return floor;
}

/** Whether the bar must hold for this row and this attacker: not where they know all of it themselves. */
export const mustBeKept = (row: Row, { fixed }: AttackerView, { problem }: Knowledge): boolean =>
  row.guarded && (isUnknown(row, fixed) || keptBackByItself(row, problem));

const isUnknown = ({ variables }: Row, fixed: Uint8Array) =>
  variables.some((variable) => fixed[variable] === 0);

/** A figure kept back whose parts are all shown as 0 would be told by them. */
const keptBackByItself = ({ variables, cells }: Row, { cells: all }: ReleaseProblem) =>
  variables.length === 0 && cells.some((index) => all[index]?.kind === 'kept-back');
