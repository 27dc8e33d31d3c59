import { eventTitle } from '@sufficiency/shared/fostering/events.ts';
import type { ResultOf } from '../../graphql/graphql.ts';
import { writtenDay } from '../indicators/london-day.ts';
import type { RecordEventsMutation } from './enquiry-mutations.ts';
import type { NamedStage } from './enquiry-queries.ts';

type EventResult = Pick<
  ResultOf<typeof RecordEventsMutation>['recordEnquiryEvents'][number],
  'kind' | 'on' | 'outcome' | 'question'
>;

/** What became of an event that was sent, in a sentence. */
export function eventResultSentence(result: EventResult, stages: readonly NamedStage[]): string {
  const { kind, on, outcome, question } = result;
  const event = `${eventTitle(kind, stages)}, ${writtenDay(on)}`;
  if (outcome === 'RECORDED') return `Recorded: ${event}.`;
  if (outcome === 'KNOWN') return `It was there already: ${event}. Nothing changed.`;
  return `Held, and not counted until somebody answers: ${question ?? event}`;
}
