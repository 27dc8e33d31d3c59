import type { OcdsRelease } from './ocds-schema.ts';
import { readableText } from './published-text.ts';

/** Whom a notice names as supplier, once however often it names it. */
export interface OcdsSupplier {
  readonly name: string;
  /** At Companies House, where the notice gives it. */
  readonly companyNumber: string | null;
}

export interface OcdsLot {
  readonly number: string;
  readonly title: string | null;
  /** Unit: GBP for the whole term; null where it is not known. */
  readonly value: number | null;
}

/** Who was awarded which lots. */
export interface OcdsAward {
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly awardedOn: string | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Unit: GBP; null where it is not known: publishers write 0 for that. */
  readonly value: number | null;
  /** Numbers of lots; empty where the award names none. */
  readonly lots: readonly string[];
  readonly suppliers: readonly OcdsSupplier[];
}

/** One procurement as its latest releases say it. */
export interface OcdsNotice {
  readonly ocid: string;
  /** Every release in the file, earliest first: the last is the version in force. */
  readonly releases: readonly { readonly id: string; readonly publishedAt: string }[];
  readonly reference: string | null;
  readonly title: string;
  /** To be shown, not to be kept. */
  readonly description: string | null;
  readonly buyers: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Unit: GBP for the whole term; null where it is not known. */
  readonly value: number | null;
  readonly lots: readonly OcdsLot[];
  readonly awards: readonly OcdsAward[];
  /** Where the notice can be read. */
  readonly url: string | null;
}

/** The notices of a file’s releases, one for each procurement, in the order of their first release. */
export function noticesOf(releases: readonly OcdsRelease[]): readonly OcdsNotice[] {
  const byOcid = Map.groupBy(releases, ({ ocid }) => ocid);
  return [...byOcid.values()].map(noticeOf);
}

function noticeOf(releases: readonly OcdsRelease[]): OcdsNotice {
  const inOrder = releases.toSorted(
    (a, b) => Date.parse(a.date) - Date.parse(b.date) || (a.id < b.id ? -1 : 1),
  );
  const inForce = latestVersions(inOrder);
  const said = <Said>(of: (release: OcdsRelease) => Said | null | undefined): Said | null =>
    inForce.map(of).findLast((value) => value !== null && value !== undefined) ?? null;
  const awards = inForce.flatMap((release) => awardsOf(release));
  const byId = new Map(awards.map((award) => [award.id, award]));

  return {
    ocid: inOrder[0]?.ocid ?? '',
    releases: inOrder.map(({ id, date }) => ({ id, publishedAt: date })),
    reference: textOf(said(({ tender }) => tender?.id)),
    title: readableText(said(({ tender }) => tender?.title) ?? 'Without a title'),
    description: readableText(said(({ tender }) => tender?.description) ?? '') || null,
    buyers: buyersOf(inForce),
    startsOn: dayOf(said(startOf)),
    endsOn: dayOf(said(endOf)),
    value: poundsOf(said(({ tender }) => tender?.value)),
    lots: (said(({ tender }) => tender?.lots) ?? []).map(({ id, title, value }) => ({
      number: String(id),
      title: title ? readableText(title) : null,
      value: poundsOf(value),
    })),
    awards: [...byId.values()],
    url: said(({ tender, awards: made }) =>
      [...(tender?.documents ?? []), ...(made ?? []).flatMap(({ documents }) => documents ?? [])]
        .map(({ url }) => url)
        .find((url) => url),
    ),
  };
}

const startOf = ({ tender, awards }: OcdsRelease) =>
  tender?.contractPeriod?.startDate ?? awards?.[0]?.contractPeriod?.startDate;

const endOf = ({ tender, awards }: OcdsRelease) =>
  tender?.contractPeriod?.endDate ?? awards?.[0]?.contractPeriod?.endDate;

/**
 * The latest release of each notice. Contracts Finder has one notice for each stage of a procurement and publishes it
 * again when it is revised: the later replaces the earlier, with all its awards.
 */
function latestVersions(inOrder: readonly OcdsRelease[]): readonly OcdsRelease[] {
  const byNotice = Map.groupBy(inOrder, ({ ocid, id, tag }) =>
    ocid.startsWith(contractsFinder) ? tag.join().replaceAll('Update', '') : id,
  );
  return [...byNotice.values()].flatMap((versions) => versions.slice(-1));
}

const contractsFinder = 'ocds-b5fd17-';

function buyersOf(releases: readonly OcdsRelease[]): readonly string[] {
  const names = releases.flatMap(({ buyer, parties }) => [
    ...(buyer ? [buyer.name] : []),
    ...(parties ?? []).filter(({ roles }) => roles?.includes('buyer')).map(({ name }) => name),
  ]);
  return [...new Set(names)];
}

const awardsOf = ({ awards, parties }: OcdsRelease): readonly OcdsAward[] =>
  (awards ?? [])
    .filter(({ status }) => status !== 'cancelled' && status !== 'unsuccessful')
    .map(({ id, date, value, suppliers, contractPeriod, relatedLots }) => ({
      id: String(id),
      awardedOn: dayOf(date),
      startsOn: dayOf(contractPeriod?.startDate),
      endsOn: dayOf(contractPeriod?.endDate),
      value: poundsOf(value),
      lots: (relatedLots ?? []).map(String),
      suppliers: suppliersOf(suppliers ?? [], parties ?? []),
    }));

type Named = { readonly name: string; readonly id?: string | number | null | undefined };
type Party = NonNullable<OcdsRelease['parties']>[number];

/** Each supplier once: publishers list one name again under another number, or an address of its own. */
function suppliersOf(
  suppliers: readonly Named[],
  parties: readonly Party[],
): readonly OcdsSupplier[] {
  const numbers = new Map(
    parties.map(({ id, identifier }) => [
      String(id),
      identifier?.scheme === 'GB-COH' ? textOf(identifier.id) : null,
    ]),
  );
  const byName = new Map<string, OcdsSupplier>();
  for (const { id, name } of suppliers) {
    const key = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
    const companyNumber = byName.get(key)?.companyNumber ?? numbers.get(String(id)) ?? null;
    byName.set(key, { name: byName.get(key)?.name ?? name, companyNumber });
  }
  return [...byName.values()];
}

const textOf = (given: string | number | null | undefined): string | null =>
  given === null || given === undefined || given === '' ? null : String(given);

/** An amount in pounds. Publishers write 0 where they do not say, and other currencies are not converted. */
const poundsOf = (
  value:
    | { readonly amount?: number | null | undefined; readonly currency?: string | null | undefined }
    | null
    | undefined,
): number | null => (value?.amount && (value.currency ?? 'GBP') === 'GBP' ? value.amount : null);

const inLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' });

/** The day in England on which an instant falls; what has no offset is its own day. */
const dayOf = (written: string | null | undefined): string | null => {
  if (!written) return null;
  const hasOffset = /(Z|[+-]\d{2}:?\d{2})$/.test(written.slice(10));
  return hasOffset ? inLondon.format(Date.parse(written)) : written.slice(0, 10);
};
