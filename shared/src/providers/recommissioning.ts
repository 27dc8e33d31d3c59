import { dayInWords } from '../days.ts';
import type { ExtensionRight, Term } from './framework-terms.ts';
import { lastPossibleEnd, monthsOn, openExtensions } from './framework-terms.ts';

type RadarKind = 'FRAMEWORK' | 'BLOCK';

/** What falls on a day of the radar. */
type RadarDateKind =
  | 'RECOMMISSION_START'
  | 'EXTENSION_DECISION'
  | 'NOTICE_BY'
  | 'REOPENING'
  | 'END'
  | 'LAST_POSSIBLE_END';

/** A framework or block contract, as far as its dates go. Days are `YYYY-MM-DD`. */
export interface Commissioned extends Term {
  readonly kind: RadarKind;
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  /** Whose it is, by GSS code: the lead of a framework, the authority of a block; null for none. */
  readonly authorityCode: string | null;
  readonly noticeMonths: number | null;
  readonly decisionLeadMonths: number | null;
  readonly extensions: readonly ExtensionRight[];
  /** Days on which providers may join, past ones included. */
  readonly reopenings: readonly string[];
  /** Providers on it that the viewer may see. */
  readonly providerIds: readonly number[];
  /** Authorities that buy by it, by GSS code. */
  readonly buyers: readonly string[];
}

export interface RadarDate {
  readonly kind: RadarDateKind;
  readonly on: string;
  readonly sentence: string;
}

export interface RadarItem {
  readonly of: Commissioned;
  /** The last day with every right to extend taken up; null where its end is not known. */
  readonly extendedTo: string | null;
  /** Those within the radar's time, in order. */
  readonly dates: readonly RadarDate[];
  /** What was to be done before that and is not known to be done, of what has not ended; in order. */
  readonly overdue: readonly RadarDate[];
}

/** A block contract beside a framework that its provider is on, for an authority that buys by both. */
export interface RadarOverlap {
  readonly block: Commissioned;
  readonly framework: Commissioned;
  readonly from: string;
  /** Null where neither end is known. */
  readonly until: string | null;
  readonly sentence: string;
}

/** The days from `from` on, and before `until`. */
export interface RadarTime {
  readonly from: string;
  readonly until: string;
}

/** All dates of a framework or contract that follow from its terms, in order. */
export function datesOf(of: Commissioned): RadarDate[] {
  const { endsOn, extensions, noticeMonths, decisionLeadMonths, reopenings, title } = of;
  const reopening = reopenings.map((on) =>
    date('REOPENING', on, `${title} opens to further providers`),
  );
  if (endsOn === null) return inOrder(reopening);
  const open = openExtensions(endsOn, extensions);
  const last = open.at(-1)?.until ?? endsOn;
  const ahead = (months: number | null, kind: RadarDateKind, what: string) =>
    months === null ? [] : [date(kind, monthsOn(endsOn, -months), what)];
  return inOrder([
    ...reopening,
    ...ahead(decisionLeadMonths, 'RECOMMISSION_START', `Work on what follows ${title} is to begin`),
    ...ahead(noticeMonths, 'NOTICE_BY', `Notice that ${title} ends is to be given by this day`),
    ...open.flatMap(({ decideBy, until }) =>
      decideBy === null
        ? []
        : [
            date(
              'EXTENSION_DECISION',
              decideBy,
              `It is to be decided whether ${title} goes on until ${dayInWords(until)}`,
            ),
          ],
    ),
    date('END', endsOn, `${title} ends`),
    ...(last === endsOn
      ? []
      : [date('LAST_POSSIBLE_END', last, `${title} ends, if every extension is taken up`)]),
  ]);
}

const date = (kind: RadarDateKind, on: string, sentence: string): RadarDate => ({
  kind,
  on,
  sentence: `${sentence}.`,
});

const inOrder = (dates: readonly RadarDate[]) =>
  [...dates].sort((one, other) => one.on.localeCompare(other.on));

/** Dates on which somebody must have done something; the others come by themselves. */
const toBeDone: readonly RadarDateKind[] = [
  'RECOMMISSION_START',
  'EXTENSION_DECISION',
  'NOTICE_BY',
];

/** What has a date within the time, the next one first; then by reference. */
export function radarOf(all: readonly Commissioned[], { from, until }: RadarTime): RadarItem[] {
  return all
    .map((of) => {
      const dates = datesOf(of);
      const runs = of.endsOn !== null && of.endsOn >= from;
      return {
        of,
        extendedTo: lastPossibleEnd(of.endsOn, of.extensions),
        dates: dates.filter(({ on }) => from <= on && on < until),
        overdue: dates.filter(({ kind, on }) => runs && on < from && toBeDone.includes(kind)),
      };
    })
    .filter(({ dates }) => dates.length > 0)
    .sort((one, other) => orderOf(one).localeCompare(orderOf(other)));
}

const orderOf = ({ dates, of }: RadarItem) => `${dates[0]?.on} ${of.reference}`;

/** Blocks that run beside a framework that their provider is on, from a day on. */
export function overlapsOf(
  all: readonly Commissioned[],
  { from, until }: RadarTime,
): RadarOverlap[] {
  const blocks = all.filter(({ kind }) => kind === 'BLOCK');
  const frameworks = all.filter(({ kind }) => kind === 'FRAMEWORK');
  return blocks.flatMap((block) =>
    frameworks.flatMap((framework) => {
      const together = sharedTime(block, framework, { from, until });
      const bothBought =
        block.authorityCode !== null && framework.buyers.includes(block.authorityCode);
      const same = block.providerIds.some((id) => framework.providerIds.includes(id));
      if (!(together && bothBought && same)) return [];
      return [{ block, framework, ...together, sentence: sentenceOf(block, framework) }];
    }),
  );
}

function sharedTime(one: Term, other: Term, time: RadarTime) {
  const from = [one.startsOn, other.startsOn, time.from]
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  const until = [one.endsOn, other.endsOn].filter((day) => day !== null).sort()[0] ?? null;
  if (from === undefined || from >= time.until) return null;
  return until !== null && until < from ? null : { from, until };
}

function sentenceOf(block: Commissioned, framework: Commissioned): string {
  const beds = `The provider of ${block.reference} is also on ${framework.reference}`;
  if (block.endsOn === null || framework.endsOn === null || block.endsOn === framework.endsOn) {
    return `${beds}: beds paid for as a block could be called off there too.`;
  }
  return block.endsOn < framework.endsOn
    ? `${beds}, which goes on until ${dayInWords(framework.endsOn)}: when the block ends on ${dayInWords(block.endsOn)}, its beds can be called off there.`
    : `${beds}, which ends on ${dayInWords(framework.endsOn)}: from then until ${dayInWords(block.endsOn)} the block stands alone.`;
}

/** What the radar shows, in a sentence. */
export function radarSentence(
  items: readonly RadarItem[],
  overlaps: readonly RadarOverlap[],
): string {
  const ending = items.filter(({ dates }) => dates.some(({ kind }) => kind === 'END'));
  const of = (kind: RadarKind) => ending.filter((item) => item.of.kind === kind).length;
  const [first] = items;
  const next = first?.dates[0];
  if (!next) return 'Nothing ends, reopens or is to be decided in this time.';
  const count = (many: number, what: string) => `${many} ${what}${many === 1 ? '' : 's'}`;
  const blocks = new Set(overlaps.map(({ block }) => block.id)).size;
  const beside =
    blocks === 0
      ? ''
      : ` ${count(blocks, 'block contract')} ${blocks === 1 ? 'runs' : 'run'} beside a framework that the provider is on.`;
  return `${count(of('FRAMEWORK'), 'framework')} and ${count(of('BLOCK'), 'block contract')} end in this time. Next, on ${dayInWords(next.on)}: ${within(next.sentence, first.of.title)}${beside}`;
}

/** A sentence after a colon: a title keeps its first letter. */
const within = (sentence: string, title: string): string =>
  sentence.startsWith(title) ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1);
