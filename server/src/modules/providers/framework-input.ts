import type { FrameworkDateKind } from '@sufficiency/shared/providers/framework-terms.ts';
import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';
import { services } from '@sufficiency/shared/returns/code-lists/sourcing-codes.ts';
import { dayFrom, dayFromOrNull } from '../../platform/days.ts';
import type { InputProblems } from '../../platform/input-problems.ts';

/** Absent: as it is. Null: not known. */
type Maybe<Value> = Value | null | undefined;

export interface TierInput {
  readonly number: number;
  readonly title: string;
  readonly hoursToRespond?: Maybe<number>;
}

export interface LotInput {
  readonly number: string;
  readonly title: string;
  readonly service?: Maybe<string>;
  readonly need?: Maybe<string>;
  readonly maximumWeeklyPrice?: Maybe<number>;
  readonly printedMemberships?: Maybe<number>;
  readonly tiers?: Maybe<readonly TierInput[]>;
}

/** What describes a framework. Days are `YYYY-MM-DD`, money is in GBP. */
export interface FrameworkTerms {
  readonly reference?: Maybe<string>;
  readonly title?: Maybe<string>;
  readonly ocid?: Maybe<string>;
  readonly lead?: Maybe<string>;
  readonly leadText?: Maybe<string>;
  readonly services?: Maybe<readonly string[]>;
  readonly startsOn?: Maybe<string>;
  readonly endsOn?: Maybe<string>;
  readonly openToNew?: Maybe<boolean>;
  readonly noticeMonths?: Maybe<number>;
  readonly decisionLeadMonths?: Maybe<number>;
  readonly value?: Maybe<number>;
  readonly conditionJudgement?: Maybe<Judgement>;
  readonly condition?: Maybe<string>;
  readonly printedProviders?: Maybe<number>;
  readonly printedMemberships?: Maybe<number>;
  readonly printedHomes?: Maybe<number>;
  readonly source?: Maybe<string>;
  readonly sourceUrl?: Maybe<string>;
  readonly published?: Maybe<boolean>;
}

/** What a framework is made of besides. */
export interface FrameworkParts {
  readonly buyers?: Maybe<readonly string[]>;
  readonly lots?: Maybe<readonly LotInput[]>;
  readonly dates?: Maybe<
    readonly {
      readonly kind: FrameworkDateKind;
      readonly on: string;
      readonly note?: Maybe<string>;
    }[]
  >;
  readonly extensions?: Maybe<
    readonly { readonly months: number; readonly decideByMonths?: Maybe<number> }[]
  >;
}

/** Parts of a framework that were entered wrongly. */
export interface RemovedParts {
  /** Numbers of lots. */
  readonly lots?: Maybe<readonly string[]>;
  readonly dates?: Maybe<readonly { readonly kind: FrameworkDateKind; readonly on: string }[]>;
  /** As `nth` of rights to extend. */
  readonly extensions?: Maybe<readonly number[]>;
}

const months = [0, 60] as const;
const counts = [0, 100_000] as const;
const bought: ReadonlySet<string> = new Set(services.codes.map(({ code }) => code));

/** The columns that a framework's terms change; what is absent is left as it is. */
export function checkedTerms(problems: InputProblems, terms: FrameworkTerms) {
  const text = (name: 'reference' | 'title' | 'leadText' | 'source', longest?: number) =>
    terms[name] == null ? {} : { [name]: problems.text(name, terms[name], longest) };
  const optional = (name: 'ocid' | 'condition' | 'sourceUrl') =>
    terms[name] === undefined ? {} : { [name]: problems.optionalText(name, terms[name]) };
  const number = (name: keyof typeof bounds) =>
    terms[name] === undefined ? {} : { [name]: problems.within(name, terms[name], bounds[name]) };
  checkAddress(problems, terms.sourceUrl);
  return {
    ...text('reference', 60),
    ...text('title'),
    ...text('leadText'),
    ...text('source', 1_000),
    ...optional('ocid'),
    ...optional('condition'),
    ...optional('sourceUrl'),
    ...number('noticeMonths'),
    ...number('decisionLeadMonths'),
    ...number('value'),
    ...number('printedProviders'),
    ...number('printedMemberships'),
    ...number('printedHomes'),
    ...(terms.services != null && { services: checkedServices(problems, terms.services) }),
    ...(terms.lead !== undefined && { leadAuthorityCode: terms.lead }),
    ...(terms.startsOn !== undefined && { startsOn: dayFromOrNull(terms.startsOn) }),
    ...(terms.endsOn !== undefined && { endsOn: dayFromOrNull(terms.endsOn) }),
    ...(terms.openToNew != null && { openToNew: terms.openToNew }),
    ...(terms.conditionJudgement !== undefined && { conditionJudgement: terms.conditionJudgement }),
    ...(terms.published != null && { published: terms.published }),
  };
}

const bounds = {
  noticeMonths: months,
  decisionLeadMonths: months,
  value: [0, 1e11],
  printedProviders: counts,
  printedMemberships: counts,
  printedHomes: counts,
} as const;

function checkedServices(problems: InputProblems, codes: readonly string[]): string[] {
  if (codes.length === 0 || codes.some((code) => !bought.has(code))) {
    problems.add('services', `must be among ${[...bought].join(', ')}`);
  }
  return [...new Set(codes)];
}

/** A page that people are sent to. */
function checkAddress(problems: InputProblems, address: Maybe<string>): void {
  if (address == null || address === '') return;
  if (!/^https:\/\/[^\s]+$/.test(address)) problems.add('sourceUrl', 'must begin with https://');
}

/** Lots as they are stored, with their tiers where any are said. Two of one number overlap, and so do two tiers of one lot. */
export function checkedLots(problems: InputProblems, lots: readonly LotInput[]) {
  const seen = new Set<string>();
  return lots.map((lot, index) => {
    const path = `lots[${index}]`;
    const number = problems.text(`${path}.number`, lot.number, 20);
    if (seen.has(number)) problems.add(`${path}.number`, `“${number}” is another lot’s already`);
    seen.add(number);
    if (lot.service != null && !bought.has(lot.service)) {
      problems.add(`${path}.service`, `must be among ${[...bought].join(', ')}`);
    }
    return {
      number,
      title: problems.text(`${path}.title`, lot.title),
      service: lot.service ?? null,
      need: problems.optionalText(`${path}.need`, lot.need),
      maximumWeeklyPrice: problems.within(
        `${path}.maximumWeeklyPrice`,
        lot.maximumWeeklyPrice,
        prices,
      ),
      printedMemberships: problems.within(
        `${path}.printedMemberships`,
        lot.printedMemberships,
        counts,
      ),
      tiers: lot.tiers == null ? null : checkedTiers(problems, path, lot.tiers),
    };
  });
}

/** A lot as it is stored; its tiers are null where nothing was said of them. */
export type CheckedLot = ReturnType<typeof checkedLots>[number];

/** What a week can cost. Unit: GBP. */
export const prices = [0.01, 99_999_999] as const;

function checkedTiers(problems: InputProblems, lot: string, tiers: readonly TierInput[]) {
  const seen = new Set<number>();
  return tiers.map(({ number, title, hoursToRespond }, index) => {
    const path = `${lot}.tiers[${index}]`;
    problems.within(`${path}.number`, number, [1, 99]);
    if (seen.has(number)) {
      problems.add(`${path}.number`, `${number} overlaps: another tier of the lot has it already`);
    }
    seen.add(number);
    return {
      number,
      title: problems.text(`${path}.title`, title),
      hoursToRespond: problems.within(`${path}.hoursToRespond`, hoursToRespond, [0, 8_760]),
    };
  });
}

/** Dates and rights to extend, as they are stored. */
export function checkedDates(problems: InputProblems, { dates, extensions }: FrameworkParts) {
  return {
    dates: (dates ?? []).map(({ kind, on, note }, index) => ({
      kind,
      on: dayFrom(on),
      note: problems.optionalText(`dates[${index}].note`, note),
    })),
    extensions: (extensions ?? []).map(({ months: many, decideByMonths }, index) => {
      problems.within(`extensions[${index}].months`, many, [1, 120]);
      problems.within(`extensions[${index}].decideByMonths`, decideByMonths, months);
      return { nth: index + 1, months: many, decideByMonths: decideByMonths ?? null };
    }),
  };
}
