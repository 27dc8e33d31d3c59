import type { OcdsNotice } from '@sufficiency/shared/providers/ocds-notice.ts';
import type { FrameworkRecord } from './framework-record.ts';
import type { FoundOwner } from './suppliers.service.ts';

/** What becomes of a notice: a framework is added, or a new version of it, it is known as it is, or a newer one is. */
export type NoticeOutcome = 'NEW' | 'CHANGED' | 'UNCHANGED' | 'OLDER';

/** What becomes of somebody that it names. */
export type SupplierOutcome = 'ADDED' | 'KNOWN' | 'QUERY';

/** A difference between what is known and what the notice says. */
export interface NoticeChange {
  /** In words, for example `Last day`. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Somebody that a notice awards. */
export interface PlannedSupplier {
  /** As the notice writes it. */
  readonly name: string;
  readonly outcome: SupplierOutcome;
  readonly provider: { readonly key: string; readonly name: string } | null;
  readonly alike: readonly { readonly key: string; readonly name: string }[];
  /** What was done with it, or is to be done. */
  readonly sentence: string;
  readonly lots: readonly string[];
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** What a notice would change. */
export interface NoticePlan {
  readonly notice: OcdsNotice;
  readonly outcome: NoticeOutcome;
  readonly changes: readonly NoticeChange[];
  readonly suppliers: readonly PlannedSupplier[];
}

/** What is there already. */
export interface KnownFramework {
  readonly framework: FrameworkRecord;
  /** When each release was published that it was read from, by its id. */
  readonly notices: ReadonlyMap<string, Date>;
  /** Keys of providers that are on it. */
  readonly members: ReadonlySet<string>;
}

/** Whom a notice awards, each once, with what it says of the award. */
export function awardedBy({ awards, startsOn, endsOn }: OcdsNotice) {
  const byName = new Map<
    string,
    {
      name: string;
      companyNumber: string | null;
      lots: string[];
      startsOn: string | null;
      endsOn: string | null;
    }
  >();
  for (const award of awards) {
    for (const { name, companyNumber } of award.suppliers) {
      const known = byName.get(name.toLowerCase());
      byName.set(name.toLowerCase(), {
        name: known?.name ?? name,
        companyNumber: known?.companyNumber ?? companyNumber,
        lots: [...new Set([...(known?.lots ?? []), ...award.lots])],
        startsOn: known?.startsOn ?? award.startsOn ?? startsOn ?? award.awardedOn,
        endsOn: known?.endsOn ?? award.endsOn ?? endsOn,
      });
    }
  }
  return [...byName.values()];
}

/** What a notice would change, given what is there of its procurement and whom its suppliers are. */
export function planNotice(
  notice: OcdsNotice,
  known: KnownFramework | null,
  owners: readonly FoundOwner[],
): NoticePlan {
  if (known && isOlder(notice, known))
    return { notice, outcome: 'OLDER', changes: [], suppliers: [] };
  const suppliers = awardedBy(notice).map((awarded, index) =>
    supplierOf(
      awarded,
      owners[index] ?? { provider: null, alike: [], isCompared: false },
      known?.members,
    ),
  );
  const changes = known ? changesOf(notice, known.framework) : [];
  const hasNew =
    known === null ||
    notice.releases.some(({ id }) => !known.notices.has(id)) ||
    changes.length > 0;
  return { notice, outcome: outcomeOf(known, hasNew), changes, suppliers };
}

/** True where what is known was published after all that this says: it would write back what has been changed since. */
const isOlder = ({ releases }: OcdsNotice, { notices }: KnownFramework): boolean =>
  Math.max(...[...notices.values()].map(Number)) >
  Math.max(...releases.map(({ publishedAt }) => Date.parse(publishedAt)));

function outcomeOf(known: KnownFramework | null, hasNew: boolean): NoticeOutcome {
  if (known === null) return 'NEW';
  return hasNew ? 'CHANGED' : 'UNCHANGED';
}

function supplierOf(
  { companyNumber: _, ...awarded }: ReturnType<typeof awardedBy>[number],
  { provider, alike, isCompared }: FoundOwner,
  members: ReadonlySet<string> = new Set(),
): PlannedSupplier {
  if (provider === null) {
    const sentence = `Is no provider of the register by this name${ofAlike(alike.length > 0, isCompared)}`;
    return { ...awarded, provider, alike, outcome: 'QUERY', sentence };
  }
  const isKnown = members.has(provider.key);
  return {
    ...awarded,
    provider: { key: provider.key, name: provider.name },
    alike: [],
    outcome: isKnown ? 'KNOWN' : 'ADDED',
    sentence: isKnown ? 'Is on it already.' : 'Comes on it.',
  };
}

const ofAlike = (hasAlike: boolean, isCompared: boolean): string => {
  if (hasAlike) return '. Is it one of those with a name like it?';
  return isCompared
    ? ', and none is called much like it.'
    : '; it was not compared with names like it, as so many before it were.';
};

/** What differs of what a notice says. What it does not say stays. */
function changesOf(notice: OcdsNotice, framework: FrameworkRecord): readonly NoticeChange[] {
  const compared = [
    ['Title', framework.title, notice.title],
    ['First day', framework.startsOn, notice.startsOn],
    ['Last day', framework.endsOn, notice.endsOn],
    ['Value in GBP', numberText(framework.value), numberText(notice.value)],
  ] as const;
  return compared
    .filter(([, before, after]) => after !== null && before !== after)
    .map(([field, before, after]) => ({ field, before, after }));
}

const numberText = (value: number | null): string | null => (value === null ? null : String(value));

const words: readonly (readonly [string, RegExp])[] = [
  ['FOSTERING', /foster/i],
  ['SUPPORTED', /supported (?:accommodation|living|lodging)|semi.?independent/i],
  ['RESIDENTIAL', /residential|children.s homes?|placements? for|placed|placements? award/i],
];

/** The services that a notice’s words speak of; children’s homes where they speak of none. */
export function servicesIn({ title, description }: OcdsNotice): readonly string[] {
  const text = `${title} ${description ?? ''}`;
  const found = words.filter(([, word]) => word.test(text)).map(([service]) => service);
  return found.length > 0 ? found : ['RESIDENTIAL'];
}
