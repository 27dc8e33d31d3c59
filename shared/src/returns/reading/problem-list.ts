import type { Problem } from './problem.ts';
import { problem } from './problem.ts';
import type { RuleId } from './rules.ts';
import { rules } from './rules.ts';

/** Problems of one rule beyond this many are counted, not listed. */
const mostOfOneRule = 1_000;

/** Collects what is found in one file. Its memory is bounded, however bad the file. */
export interface ProblemList {
  add(found: Problem): void;
  /** How many of a rule were found, listed or not. */
  count(rule: RuleId): number;
  /** All that is listed, in the order of the file, with a note for each rule that went on beyond the list. */
  all(): Problem[];
}

/** An empty list. */
export function createProblemList(): ProblemList {
  const listed: Problem[] = [];
  const counts = new Map<RuleId, number>();

  return {
    add(found) {
      const count = (counts.get(found.rule) ?? 0) + 1;
      counts.set(found.rule, count);
      if (count <= mostOfOneRule) listed.push(found);
    },
    count: (rule) => counts.get(rule) ?? 0,
    all: () => [...listed, ...[...counts].flatMap(furtherOf)],
  };
}

function furtherOf([rule, count]: [RuleId, number]): Problem[] {
  if (count <= mostOfOneRule) return [];
  const further = (count - mostOfOneRule).toLocaleString('en-GB');
  return [problem('returns/more-of-the-same', `${further} more like these: ${rules[rule].title}.`)];
}
