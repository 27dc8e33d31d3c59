import type { Rule } from './rule.ts';
import { cellRules } from './rules-of-cells.ts';
import { fileRules } from './rules-of-files.ts';
import { tableRules } from './rules-of-tables.ts';

/** Everything that files are checked for, by the rule's id. */
export const rules = { ...fileRules, ...tableRules, ...cellRules } as const satisfies Record<
  `returns/${string}`,
  Rule
>;

export type RuleId = keyof typeof rules;
