import { inWords, listed } from '../indicators/in-words.ts';
import type { MatrixCell, SharingLevel, SharingRecipient } from './sharing-queries.ts';
import { datasetHeading, levelSight, levels, recipients, recipientWords } from './sharing-words.ts';

/** One authority’s line of the matrix: a cell for each dataset, in the order of the datasets. */
export interface MatrixRow {
  readonly code: string;
  readonly name: string;
  readonly cells: readonly MatrixCell[];
}

/** The recipient that an address asks about; the hub unless it says another. */
export function recipientOf(address: URLSearchParams): SharingRecipient {
  const asked = address.get('to');
  return recipients.find((recipient) => slugOf(recipient) === asked) ?? 'HUB';
}

/** A recipient in an address: `placement-officers`. */
export const slugOf = (recipient: SharingRecipient): string =>
  recipient.toLowerCase().replaceAll('_', '-');

/** What each authority lets one kind of recipient see, authorities and datasets in the order given. */
export function matrixRows(
  cells: readonly MatrixCell[],
  datasets: readonly string[],
  recipient: SharingRecipient,
): MatrixRow[] {
  const asked = cells.filter((cell) => cell.recipient === recipient);
  const byAuthority = Map.groupBy(asked, ({ authority }) => authority.code);
  return [...byAuthority].map(([code, own]) => ({
    code,
    name: own[0]?.authority.name ?? code,
    cells: datasets.flatMap((dataset) => own.find((cell) => cell.dataset === dataset) ?? []),
  }));
}

/** “2 of 13” where not every member sees what the cell says; null where all do, or nobody counts. */
export function someOf({ level, receivers, receiversInAll }: MatrixCell): string | null {
  if (level === 'NONE' || receivers === null || receiversInAll === null) return null;
  return receivers < receiversInAll ? `${receivers} of ${receiversInAll}` : null;
}

/** “some other members” where not all of them see what is told. */
const whomOf = (whom: string, sights: readonly DatasetSight[]): string =>
  sights.some(({ isPart }) => isPart) ? `some ${whom}` : whom;

const rankOf = (level: SharingLevel) => levels.indexOf(level);

interface DatasetSight {
  readonly dataset: string;
  /** The most that any authority shares of it. */
  readonly level: SharingLevel;
  /** Whether it is seen by some recipients of the kind only. */
  readonly isPart: boolean;
  /** Cells of authorities that share less than that. */
  readonly lacking: readonly MatrixCell[];
}

function datasetSights(rows: readonly MatrixRow[]): DatasetSight[] {
  const byDataset = Map.groupBy(
    rows.flatMap(({ cells }) => cells),
    ({ dataset }) => dataset,
  );
  return [...byDataset].map(([dataset, cells]) => {
    const most = Math.max(...cells.map(({ level }) => rankOf(level)));
    return {
      dataset,
      level: levels[most] ?? 'NONE',
      isPart: cells.some((cell) => rankOf(cell.level) === most && someOf(cell) !== null),
      lacking: cells.filter(({ level }) => rankOf(level) < most),
    };
  });
}

/** The answer of the matrix: where sight has a gap if it has one, else what is seen; then what nobody shares. */
export function matrixSentence(rows: readonly MatrixRow[], recipient: SharingRecipient): string {
  const whom = recipientWords[recipient];
  const sights = datasetSights(rows);
  const seen = sights.filter(({ level }) => level !== 'NONE');
  if (seen.length === 0) return `No authority lets ${whom} see anything today.`;

  const unseen = sights.filter(({ level }) => level === 'NONE').map(headingOf);
  const rest = unseen.length === 0 ? '' : ` None of them shares ${listed(unseen, 'or')}.`;
  return `${seenSentence(rows.length, whom, seen)}${rest}`;
}

function seenSentence(count: number, whom: string, seen: readonly DatasetSight[]): string {
  const whole = seen.filter(({ lacking }) => lacking.length === 0);
  const gaps = seen.filter(({ lacking }) => lacking.length > 0);
  const gap = gaps.toSorted((one, other) => one.lacking.length - other.lacking.length)[0];
  if (!gap) return wholeSentence(count, whom, whole);

  // What few of them share is no gap of the others.
  const isRule = gap.lacking.length * 2 <= count;
  if (isRule || whole.length === 0) return gapSentence(count, whom, gap);
  return `${wholeSentence(count, whom, whole)} ${fewSentence(count, gap)}`;
}

const sightOf = ({ level, dataset }: DatasetSight) =>
  `${levelSight[level]} ${datasetHeading(dataset).toLowerCase()}`;

function gapSentence(count: number, whom: string, gap: DatasetSight): string {
  const letting = count - gap.lacking.length;
  const some = capitalised(`${inWords(letting)} of ${inWords(count)} authorities`);
  const verb = letting === 1 ? 'lets' : 'let';
  return `${some} ${verb} ${whomOf(whom, [gap])} see ${sightOf(gap)}; ${whyLacking(gap.lacking)}`;
}

function fewSentence(count: number, gap: DatasetSight): string {
  const letting = count - gap.lacking.length;
  const some = capitalised(inWords(letting));
  const part = gap.isPart ? ' with some' : '';
  return `${some} of them ${letting === 1 ? 'shares' : 'share'} ${sightOf(gap)}${part}.`;
}

const headingOf = ({ dataset }: DatasetSight) => datasetHeading(dataset).toLowerCase();

function wholeSentence(count: number, whom: string, seen: readonly DatasetSight[]): string {
  const byLevel = Map.groupBy(seen, ({ level }) => level);
  const parts = [...byLevel]
    .toSorted(([one], [other]) => rankOf(other) - rankOf(one))
    .map(([level, sights]) => {
      return `${levelSight[level]} ${listed(sights.map(headingOf))}`;
    });
  const all = count === 2 ? 'Both' : `All ${inWords(count)}`;
  return `${all} authorities let ${whomOf(whom, seen)} see ${listed(parts)}.`;
}

/** One lacking authority is told with its reason; several by name. */
function whyLacking(lacking: readonly MatrixCell[]): string {
  const [only] = lacking;
  if (only && lacking.length === 1) return only.reason ?? `${only.authority.name} does not.`;
  if (lacking.length > 4) return `${inWords(lacking.length)} do not.`;
  return `${listed(lacking.map(({ authority }) => authority.name))} do not.`;
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
