/** What is aimed at in a year, as it was stated: enquiries × rate = approvals = baseline and uplift. Null: not stated. */
export interface TargetChain {
  /** In the year. Unit: enquiries. */
  readonly enquiries: number | null;
  /** Approvals of enquiries. Unit: percent. */
  readonly conversionPercent: number | null;
  /** Unit: households to be approved in the year. */
  readonly approvals: number;
  /** Approved in the year it is measured against. Unit: households. */
  readonly baselineApprovals: number | null;
  /** Of the approvals over the baseline. Unit: percent. */
  readonly upliftPercent: number | null;
}

/** Two statements of a target held against each other. */
export interface ChainLink {
  readonly kind: 'CONVERSION' | 'UPLIFT';
  readonly agrees: boolean;
  /** Households approved, as this link gives them. */
  readonly approvals: number;
  /** The percentage that would give the approvals that are stated. Null where it would be one of nothing. */
  readonly percentNeeded: number | null;
  /** In words: the sum, and what would agree. */
  readonly sentence: string;
}

/** Whether what was stated of a target agrees with itself. */
export interface ChainCheck {
  readonly agrees: boolean;
  readonly links: readonly ChainLink[];
  /** Approvals that agree with every link, where those that are stated do not; null where none does, or none is needed. */
  readonly approvalsThatAgree: number | null;
  /** In words; null where nothing is contradicted. */
  readonly explanation: string | null;
}

const decimalsOf = (number: number) => String(number).split('.')[1]?.length ?? 0;

const roundedTo = (number: number, decimals: number) => Number(number.toFixed(decimals));

const percentText = (percent: number) => `${roundedTo(percent, 2)} %`;

/** Approvals that so many enquiries bring at a rate. Unit: households, not rounded. */
export const approvalsAt = (enquiries: number, conversionPercent: number): number =>
  (enquiries * conversionPercent) / 100;

/** Enquiries that so many approvals need at a rate; null where none would do. */
export const enquiriesNeeded = (approvals: number, conversionPercent: number): number | null =>
  // Products of fractions come out a hair off what they are.
  conversionPercent > 0 ? Math.ceil((approvals / conversionPercent) * 100 - 1e-9) : null;

/** How many more approvals there are than in the baseline; null where that had none. Unit: percent. */
export const upliftOn = (baselineApprovals: number, approvals: number): number | null =>
  baselineApprovals > 0 ? (approvals / baselineApprovals - 1) * 100 : null;

/** A link from a base to the approvals by a percentage that was stated with so many decimals. */
interface Statement {
  readonly kind: ChainLink['kind'];
  readonly base: number;
  readonly percent: number;
  readonly approvals: number;
}

/** Rounded to whole households: what a rate or an uplift gives. */
const givenBy = ({ kind, base, percent }: Statement) =>
  Math.round(approvalsAt(base, kind === 'UPLIFT' ? 100 + percent : percent));

function neededFor({ kind, base, approvals }: Statement): number | null {
  if (base <= 0) return null;
  return kind === 'UPLIFT' ? upliftOn(base, approvals) : (approvals / base) * 100;
}

function linkOf(statement: Statement): ChainLink {
  const { kind, percent, approvals } = statement;
  const given = givenBy(statement);
  const needed = neededFor(statement);
  const isRounding = needed !== null && roundedTo(needed, decimalsOf(percent)) === percent;
  const agrees = given === approvals || isRounding;
  return {
    kind,
    agrees,
    approvals: given,
    percentNeeded: needed,
    sentence: sentenceOf(statement, { agrees, given, needed }),
  };
}

function sentenceOf(
  { kind, base, percent, approvals }: Statement,
  { agrees, given, needed }: { agrees: boolean; given: number; needed: number | null },
): string {
  const sum =
    kind === 'UPLIFT'
      ? `An uplift of ${percentText(percent)} on ${base} is ${given} approvals`
      : `${base} enquiries × ${percentText(percent)} is ${given} approvals`;
  if (agrees) return `${sum}, as stated.`;
  const instead =
    needed === null
      ? ''
      : `: ${approvals} ${kind === 'UPLIFT' ? 'on' : 'of'} ${base} is ${
          kind === 'UPLIFT' ? `${Math.round(needed)} %` : percentText(needed)
        }`;
  return `${sum}, not ${approvals}${instead}.`;
}

/** Holds what was stated of a target against itself. Percentages agree as far as they were stated: to their last decimal. */
export function checkChain(chain: TargetChain): ChainCheck {
  const { enquiries, conversionPercent, approvals, baselineApprovals, upliftPercent } = chain;
  const statements: Statement[] = [];
  if (enquiries !== null && conversionPercent !== null) {
    statements.push({ kind: 'CONVERSION', base: enquiries, percent: conversionPercent, approvals });
  }
  if (baselineApprovals !== null && upliftPercent !== null) {
    statements.push({ kind: 'UPLIFT', base: baselineApprovals, percent: upliftPercent, approvals });
  }
  const links = statements.map(linkOf);
  const agrees = links.every((link) => link.agrees);
  if (agrees) return { agrees, links, approvalsThatAgree: null, explanation: null };

  const candidates = [...new Set(links.map((link) => link.approvals))];
  const all =
    candidates.find((candidate) =>
      statements.every((statement) => linkOf({ ...statement, approvals: candidate }).agrees),
    ) ?? null;
  const contradictions = links.filter((link) => !link.agrees).map(({ sentence }) => sentence);
  const way = all === null ? [] : [`${all} approvals would agree with all that is stated.`];
  return {
    agrees,
    links,
    approvalsThatAgree: all,
    explanation: [...contradictions, ...way].join(' '),
  };
}
