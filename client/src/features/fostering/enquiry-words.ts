import { enquiryHouseholdTypes, labelIn } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { enquirySources } from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';
import { writtenDay } from '../indicators/london-day.ts';
import { writtenMonth } from '../returns/return-months.ts';
import type { EnquiryFilter } from './enquiry-filter.ts';
import type {
  Enquiry,
  EnquiryQueryAsked,
  EnquirySummary,
  NamedStage,
  StageSet,
} from './enquiry-queries.ts';

type Status = EnquirySummary['status'];

/** Where an enquiry stands, as a tag says it. */
export const statusWord: Readonly<Record<Status, string>> = {
  OPEN: 'open',
  ON_HOLD: 'on hold',
  APPROVED: 'approved',
  WITHDRAWN: 'withdrawn',
  NOT_APPROVED: 'not approved',
};

/** Tone of that tag. */
export const statusTone: Readonly<Record<Status, 'accent' | 'good' | 'neutral' | 'warn'>> = {
  OPEN: 'accent',
  ON_HOLD: 'warn',
  APPROVED: 'good',
  WITHDRAWN: 'neutral',
  NOT_APPROVED: 'neutral',
};

const counted = (count: number) =>
  count === 1 ? '1 enquiry' : `${count.toLocaleString('en-GB')} enquiries`;

const statusAs: Readonly<Record<Status, string>> = {
  OPEN: 'open',
  ON_HOLD: 'on hold',
  APPROVED: 'that led to an approval',
  WITHDRAWN: 'withdrawn',
  NOT_APPROVED: 'that ended without approval',
};

/** How many enquiries a filter finds, in a sentence. */
export function enquiriesSentence(count: number, filter: EnquiryFilter): string {
  const { status, only, from, to } = filter;
  const parts = [
    status !== '' && statusAs[status],
    only === 'waiting' && 'waiting for a first response, the oldest first',
    only === 'unattributed' && 'attributed to no authority yet',
    periodOf(from, to),
  ].filter(Boolean);
  const narrowed =
    filter.reference !== '' ||
    [filter.authorities, filter.types, filter.sources].some(({ length }) => length > 0);
  const which = narrowed ? ', narrowed as chosen below' : '';
  return `${counted(count)}${parts.length > 0 ? ` ${parts.join(', ')}` : ''}${which}.`;
}

function periodOf(from: string, to: string): string | false {
  if (from === '' && to === '') return false;
  if (to === '') return `received since ${writtenMonth(from)}`;
  if (from === '') return `received until ${writtenMonth(to)}`;
  return from === to
    ? `received in ${writtenMonth(from)}`
    : `received from ${writtenMonth(from)} to ${writtenMonth(to)}`;
}

/** What a stage is called; its code where it is called nothing. */
export const stageTitle = (code: string, stages: readonly NamedStage[]): string =>
  stages.find((stage) => stage.code === code)?.title ?? code;

/**
 * The stages on an enquiry’s way, each as it was called, defined and timed when it was reached; those that are not, as when it
 * ended, or as today.
 *
 * @param sets the latest made first.
 */
export function stagesOnItsWay(
  sets: readonly StageSet[],
  { reached, closedOn }: Pick<Enquiry, 'reached' | 'closedOn'>,
  today: string,
): readonly NamedStage[] {
  const inForce = (day: string) =>
    sets.find(({ inForceFrom }) => inForceFrom === null || inForceFrom <= day)?.stages ?? [];
  const days = new Map(reached.map(({ stage, on }) => [stage, on]));
  const last = inForce(closedOn ?? today);
  // A stage that is recorded no more stands where it stood: after the one before it.
  const codes = reached.reduce(
    (all, { stage, on }) => {
      const then = inForce(on).map(({ code }) => code);
      const before = then[then.indexOf(stage) - 1] ?? '';
      return all.includes(stage) ? all : all.toSpliced(all.indexOf(before) + 1, 0, stage);
    },
    last.map(({ code }) => code),
  );
  return codes.flatMap((code) => {
    const on = days.get(code);
    const then = on === undefined ? last : inForce(on);
    return [...then, ...last].find((stage) => stage.code === code) ?? [];
  });
}

/** What can be answered to what is odd about an event. */
export const answerTexts: Readonly<Record<NonNullable<EnquiryQueryAsked['answer']>, string>> = {
  ACCEPT: 'It is right all the same',
  CORRECT: 'It happened on another day',
  DROP: 'It did not happen',
};

/** What is known of an enquiry besides its events, for who was about to change it. */
export const factsInWords = (
  enquiry: Pick<Enquiry, 'source' | 'householdType' | 'campaign' | 'area'>,
): string =>
  `${[
    labelIn(enquirySources, enquiry.source),
    labelIn(enquiryHouseholdTypes, enquiry.householdType),
    enquiry.area ?? 'no postcode district',
    enquiry.campaign ?? 'no campaign',
  ].join(', ')}.`;

/** An enquiry in a sentence: whose it is, how far it came, and how it ended. */
export function enquirySentence(enquiry: Enquiry, stages: readonly NamedStage[]): string {
  const { authority, receivedOn, status, closedOn, reached, onHoldSince } = enquiry;
  const whose = authority ? authority.name : 'no authority yet';
  const last = reached.at(-1);
  const stood = last ? `reached “${stageTitle(last.stage, stages)}” on ${writtenDay(last.on)}` : '';
  const ends: Readonly<Record<Status, string>> = {
    OPEN: `It is open, and ${stood}.`,
    ON_HOLD: `It is on hold since ${onHoldSince === null ? 'an unknown day' : writtenDay(onHoldSince)}, and ${stood}.`,
    APPROVED: `The household was approved on ${writtenDay(closedOn ?? receivedOn)}.`,
    WITHDRAWN: `It was withdrawn on ${writtenDay(closedOn ?? receivedOn)}, and had ${stood}.`,
    NOT_APPROVED: `The household was not approved on ${writtenDay(closedOn ?? receivedOn)}.`,
  };
  return `Received on ${writtenDay(receivedOn)}, attributed to ${whose}. ${ends[status]}`;
}

/** An opaque id as a part of a path: it may hold any character; `=` may stand as it is. */
const inPath = (id: string): string => encodeURIComponent(id).replaceAll('%3D', '=');

/** The list of enquiries. */
export const enquiriesAddress = (consortium: string): string =>
  `/${consortium}/fostering/enquiries`;

/** One enquiry. */
export const enquiryAddress = (consortium: string, id: string): string =>
  `${enquiriesAddress(consortium)}/${inPath(id)}`;
