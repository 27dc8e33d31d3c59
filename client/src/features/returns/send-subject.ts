import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import { firstCollectedMonth } from '@sufficiency/shared/indicators/period.ts';
import { collectionWindow } from '@sufficiency/shared/returns/collection-calendar.ts';
import { writtenDay } from '../indicators/london-day.ts';
import { datasetHeading } from '../sharing/sharing-words.ts';
import { collectionWords } from './collection.ts';
import { endedMonths, writtenMonth } from './return-months.ts';
import type { AuthorityCollection, CollectionMonth, Return } from './return-queries.ts';
import { kindInWords, writtenMoment } from './return-words.ts';

/** Which return is to be sent. */
export interface SendChoice {
  /** GSS code. */
  readonly authority: string;
  readonly dataset: Dataset;
  /** Written `2026-09`. */
  readonly period: string;
}

interface Known {
  /** What the sender’s authorities have sent; empty where the calendar is not known. */
  readonly collections: readonly AuthorityCollection[];
  /** GSS codes. */
  readonly own: readonly string[];
  /** Written `2026-10-05`. */
  readonly today: string;
}

/** Months that are offered: those that calendars show, and back to one that was asked for. */
const offered = 12;

/** Whether a return of the month can be sent: it has ended, and returns were collected by then. */
const isCollected = (month: string, today: string): boolean =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(month) &&
  month >= firstCollectedMonth &&
  month <= (endedMonths(today, 1)[0] ?? '');

/** The months that can be chosen, latest first, where one of them is asked for. */
function monthsBackTo(asked: string | null, today: string): readonly string[] {
  const latest = endedMonths(today, offered);
  const isEarlier = asked !== null && isCollected(asked, today) && !latest.includes(asked);
  return isEarlier ? [...latest, asked] : latest;
}

const isDataset = (text: string | null): text is Dataset =>
  datasets.some((dataset) => dataset === text);

/** What an address asks to send; what it leaves open is what is due first, else what can still be sent. */
export function sendChoice(address: URLSearchParams, known: Known): SendChoice {
  const [asked, dataset, period] = ['authority', 'dataset', 'period'].map((name) =>
    address.get(name),
  );
  const authority = known.own.find((code) => code === asked) ?? known.own[0] ?? '';
  const named = isDataset(dataset ?? null) ? (dataset as Dataset) : null;
  const months = monthsBackTo(period ?? null, known.today);
  const month = months.find((one) => one === period) ?? null;
  const open = monthsOf(known.collections, authority)
    .filter(isOpen)
    .filter(
      (one) =>
        (named === null || one.dataset === named) && (month === null || one.period === month),
    )
    .toSorted(
      (one, other) =>
        other.period.localeCompare(one.period) || one.dueOn.localeCompare(other.dueOn),
    );
  const first = open.find(({ state }) => state === 'LATE' || state === 'NOT_DUE') ?? open[0];
  const chosen = first && isDataset(first.dataset) ? first.dataset : 'placements';
  return {
    authority,
    dataset: named ?? chosen,
    period: month ?? first?.period ?? months[0] ?? '',
  };
}

/** Whether something can be sent: nothing that is approved stands against it. */
const isOpen = ({ return: sent, newer }: CollectionMonth): boolean =>
  !sent?.locked && newer?.status !== 'APPROVED';

const monthsOf = (collections: readonly AuthorityCollection[], authority: string) =>
  collections.find((one) => one.authority.code === authority)?.months ?? [];

/** The months that can be chosen, each with where its return stands, as far as that is known. */
export function monthChoices(
  { authority, dataset, period }: SendChoice,
  { collections, today }: Known,
): { readonly value: string; readonly text: string }[] {
  const months = monthsOf(collections, authority).filter((month) => month.dataset === dataset);
  return monthsBackTo(period, today).map((value) => {
    const month = months.find(({ period }) => period === value);
    if (!month) return { value, text: writtenMonth(value) };
    const { word, note } = collectionWords(month);
    const standing = [word, note].filter((part) => part !== null).join(', ');
    return { value, text: `${writtenMonth(value)}: ${lowerFirst(standing)}` };
  });
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** What is about to be sent, by when it is due, and what there is already. */
export function sendSentence(
  { dataset, period }: SendChoice,
  about: { readonly name: string; readonly today: string; readonly latest: Return | null },
): string {
  const { dueOn } = collectionWindow(dataset, period);
  const due = `${dueOn < about.today ? 'was due on' : 'is due on'} ${writtenDay(dueOn)}`;
  const subject = `The ${datasetHeading(dataset).toLowerCase()} return of ${about.name} for ${writtenMonth(period)}`;
  return `${subject} ${due}. ${latestSentence(about.latest)}`;
}

function latestSentence(latest: Return | null): string {
  if (latest === null) return 'Nothing has been sent yet.';
  const { version, receivedBy, receivedAt, kind } = latest;
  const by = receivedBy === null ? '' : ` from ${receivedBy}`;
  return `Version ${version} came${by} on ${writtenMoment(receivedAt)} and says ${kindInWords[kind]}.`;
}
