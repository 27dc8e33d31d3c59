import { inWords, listed } from '../indicators/in-words.ts';
import type { AgreementSummary } from './sharing-queries.ts';

/** How many agreements are in force, and what keeps others from it. */
export function agreementsSentence(agreements: readonly AgreementSummary[]): string {
  const count = (is: (agreement: AgreementSummary) => boolean) => agreements.filter(is).length;
  const inForce = count((agreement) => agreement.inForce);
  const asides = [
    [count(({ status }) => status === 'PROPOSED'), 'awaiting signatures'],
    [
      count(({ status, inForce: gives }) => status === 'ACTIVE' && !gives),
      'signed but giving no sight',
    ],
    [count(({ status }) => status === 'SUSPENDED'), 'suspended'],
    [count(({ status }) => status === 'DRAFT'), 'in draft'],
  ] as const;
  const others = asides
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${inWords(number)} ${number === 1 ? 'is' : 'are'} ${what}`);
  const first = `${capitalised(inWords(inForce))} ${inForce === 1 ? 'agreement is' : 'agreements are'} in force`;
  return others.length === 0 ? `${first}.` : `${first}; ${listed(others)}.`;
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
