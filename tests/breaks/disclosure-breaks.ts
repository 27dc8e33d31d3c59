import type { Break } from './break.ts';

const rule = 'server/src/modules/disclosure/disclosure-rule.ts';
const knowledge = 'server/src/modules/disclosure/knowledge.ts';
const views = 'server/src/modules/disclosure/attacker-view.ts';

const ruleTest = 'server/src/modules/disclosure/disclosure-rule.test.ts';
const protectTest = 'server/src/modules/disclosure/protect.test.ts';
const auditTest = 'server/src/modules/disclosure/audit.test.ts';
const insiders = 'tests/disclosure/insiders.property.test.ts';

/** What keeps small numbers from being worked out of releases. */
export const disclosureBreaks: readonly Break[] = [
  {
    name: 'primary-suppression-only',
    file: views,
    from: 'row.guarded && (isUnknown',
    to: 'false && (isUnknown',
    tests: [protectTest, insiders],
  },
  {
    name: 'marked-primaries',
    file: 'server/src/modules/disclosure/draft-release.ts',
    from: `this.#show(row, (cell) => (this.shown[cell] === null ? null : 'c'));`,
    to: 'this.#show(row, () => null);',
    tests: [protectTest],
  },
  {
    name: 'exact-row-totals',
    file: rule,
    from: '  return rounded(rounding, count);',
    to: '  return count > 40 ? count : rounded(rounding, count);',
    tests: [ruleTest, insiders],
  },
  {
    name: 'previous-release-ignored',
    file: knowledge,
    from: '    for (const earlier of cell.earlier ?? []) narrow(row, earlier);\n',
    to: '',
    tests: [protectTest, 'tests/disclosure/versions.property.test.ts'],
  },
  {
    name: 'percentage-on-a-small-base',
    file: rule,
    from: `  if (part === 'c' || base === 'c') return 'c';\n`,
    to: '',
    tests: [ruleTest, 'tests/disclosure/shares.property.test.ts'],
  },
  {
    name: 'exact-total-count',
    file: 'server/src/modules/disclosure/audit.ts',
    from: `shown.filter((each) => each === 'c').length`,
    to: 'knowledge.rows.filter(({ sum }) => sum > 0 && sum < 8).length',
    tests: [protectTest],
  },
  {
    name: 'proof-not-checked',
    file: 'server/src/modules/disclosure/witness.ts',
    from: 'return agrees(knowledge, witness) ? witness : null;',
    to: 'return witness;',
    tests: [auditTest],
  },
  {
    name: 'insiders-know-nothing',
    file: views,
    from: '    for (const variable of attacker.knows) fixed[variable] = 1;\n',
    to: '',
    tests: [auditTest, insiders],
  },
  {
    name: 'providers-know-nothing',
    file: 'server/src/modules/disclosure/witness.ts',
    from: '(values[variable] ?? 0) + (changes[nth] ?? 0) >= (floor[variable] ?? 0)',
    to: 'true',
    tests: [auditTest],
  },
  {
    name: 'two-contributors-to-a-price',
    file: 'server/src/modules/disclosure/price-rule.ts',
    from: 'if (unknownTo(new Set(), payments).length < fewestContributors) return false;',
    to: '',
    tests: ['server/src/modules/disclosure/price-rule.test.ts'],
  },
  {
    name: 'price-of-the-largest',
    file: 'server/src/modules/disclosure/price-rule.ts',
    from: '>= closest * largest',
    to: '>= 0',
    tests: ['server/src/modules/disclosure/price-rule.test.ts'],
  },
  {
    name: 'months-that-tell-of-one-another',
    file: 'server/src/modules/disclosure/releases-around.ts',
    from: '      for (const { plus, minus } of known) link(plus, minus);\n',
    to: '      void [link, known];\n',
    tests: [
      'server/src/modules/disclosure/releases-around.test.ts',
      'tests/disclosure/months.property.test.ts',
    ],
  },
];
