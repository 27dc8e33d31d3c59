import type { CombinedError } from 'urql';
import { describeFailure } from '../../graphql/errors.ts';

/** What the server has against a comparison, and the control it concerns; null if none in particular. */
export interface ComparisonProblem {
  readonly control: 'indicators' | 'authorities' | 'period' | 'comparators' | 'asAt' | null;
  readonly message: string;
}

const controlOfInput: Readonly<Record<string, ComparisonProblem['control']>> = {
  indicator: 'indicators',
  authority: 'authorities',
};

/** Words of the server's sentences that name what is wrong, most telling first. */
const controlOfWord = [
  ['asAt', 'asAt'],
  ['comparators', 'comparators'],
  ['period', 'period'],
  ['authorities', 'authorities'],
  ['indicators', 'indicators'],
] as const;

/** Reads where a refused comparison went wrong. Null when nothing did, or nothing a person chose. */
export function comparisonProblem(error: CombinedError | undefined): ComparisonProblem | null {
  if (!error) return null;
  const { kind, message } = describeFailure(error);
  if (kind !== 'refused') return null;

  const input = error.graphQLErrors[0]?.extensions['input'];
  const named = typeof input === 'string' ? (controlOfInput[input] ?? null) : null;
  const mentioned = controlOfWord.find(([word]) => message.includes(word))?.[1] ?? null;
  return { control: named ?? mentioned, message };
}
