import { writtenDay } from '../indicators/london-day.ts';
import type { Framework, FrameworkSummary } from './framework-queries.ts';
import { counted, servicesInWords, termInWords } from './market-words.ts';

/** What a framework is, in a sentence: what it buys, for whom, how long. */
export function frameworkSentence(framework: Framework, today: string): string {
  const { services, leadText, startsOn, endsOn, lastPossibleEnd, buyers } = framework;
  const what = `${servicesInWords(services)}, led by ${leadText}, bought by ${counted(buyers.length, 'authority', 'authorities')}.`;
  if (endsOn !== null && endsOn < today) return `${what} It ended on ${writtenDay(endsOn)}.`;
  const term = `${termInWords(startsOn, endsOn)}`;
  const longer =
    lastPossibleEnd !== null && lastPossibleEnd !== endsOn
      ? `, with every extension until ${writtenDay(lastPossibleEnd)}`
      : '';
  return `${what} ${term}${longer}.`;
}

/**
 * What a framework’s source prints of its lots, and why that is not the number of its providers; null where who is on it is
 * seen, as that says it better, or where a lot has no printed number.
 */
export function printedSentence({
  lots,
  lotMemberships,
  providers,
}: Pick<FrameworkSummary, 'lots' | 'lotMemberships' | 'providers'>): string | null {
  const printed = lots.flatMap(({ memberships }) => memberships.printed ?? []);
  const isSeen = lotMemberships.value !== null && lotMemberships.value > 0;
  if (isSeen || printed.length < 2 || printed.length < lots.length) return null;
  const sum = printed.reduce((total, one) => total + one, 0);
  const not =
    providers.printed === null ? '' : ` and are not its ${providers.printed} providers either`;
  return `Of its lots its source prints ${printed.join(' + ')} = ${sum} memberships. Whoever is on several lots counts once for each, so these are not ${sum} providers${not}.`;
}
