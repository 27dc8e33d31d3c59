import { z } from 'zod';
import { isPlainText } from '../indicators/comparison-input.ts';
import { datasets } from '../indicators/indicator.ts';
import {
  highestLevelFor,
  highestLevelOf,
  includesLevel,
  partyRoles,
  recipientInWords,
  sharingGranularities,
  sharingLevels,
  sharingPurposes,
  sharingRecipients,
  weakestRelease,
} from './sharing-lists.ts';

const longest = 2_000;

const text = (what: string, most = longest) =>
  z
    .string(`${what} must be text`)
    .trim()
    .min(1, `${what} must not be empty`)
    .max(most, `${what} must have ${most.toLocaleString('en-GB')} characters at most`)
    .refine(
      (value) => isPlainText(value.replaceAll(/[\r\n\t]/g, ' ')),
      `${what} must be plain text`,
    );

/** Absent, null and blank are one and the same: not given. */
const optionalText = (what: string, most = longest) =>
  z
    .union([z.literal(''), text(what, most)])
    .nullish()
    .transform((value) => value || null);

const day = (what: string) => z.iso.date(`${what} must be a day, for example 2026-03-31`);

const whole = (what: string, { least, most }: { least: number; most: number }) => {
  const message = `${what} must be a whole number from ${least} to ${most}`;
  return z.int(message).min(least, message).max(most, message);
};

const listed = <const Values extends readonly string[]>(what: string, values: Values) =>
  z.enum(values, `${what} must be among ${values.join(', ')}`);

const distinct = <Item>(items: Item[]) => [...new Set(items)];

/** An organisation that is to sign. `organisation` is its slug. */
const agreementParty = z.strictObject({
  organisation: text('organisation', 100),
  role: listed('role', partyRoles),
  icoNumber: optionalText('icoNumber', 40),
  dpoContact: text('dpoContact', 200),
  signatory: text('signatory', 200),
});

/** What each signed party lets a kind of recipient see of one dataset. Unit of `historyMonths`: months. */
const agreementItem = z
  .strictObject({
    dataset: listed('dataset', datasets),
    recipient: listed('recipient', sharingRecipients),
    level: listed('level', sharingLevels),
    granularity: listed('granularity', sharingGranularities),
    minimumCount: whole('minimumCount', { least: 0, most: 100 }),
    rounding: whole('rounding', { least: 1, most: 100 }),
    historyMonths: whole('historyMonths', { least: 0, most: 240 }),
  })
  .superRefine(({ dataset, recipient, level, minimumCount, rounding }, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', message });
    if (!includesLevel(highestLevelOf[dataset], level)) {
      refuse(`${dataset} can be shared at ${highestLevelOf[dataset]} at most: it has no records`);
    }
    if (!includesLevel(highestLevelFor[recipient], level)) {
      refuse(`${recipientInWords[recipient]} can be given ${highestLevelFor[recipient]} at most`);
    }
    if (includesLevel(level, 'EXACT') && (minimumCount > 0 || rounding > 1)) {
      refuse(
        `${dataset} at ${level} is shared as it is: minimumCount must be 0 and rounding 1, or the level RELEASED`,
      );
    }
    const { minimumCount: leastCount, rounding: leastRounding } = weakestRelease;
    if (level === 'RELEASED' && (minimumCount < leastCount || rounding < leastRounding)) {
      refuse(
        `${dataset} at RELEASED is protected: minimumCount must be ${leastCount} or more, and rounding ${leastRounding} or more`,
      );
    }
  });

const repeated = (keys: readonly string[]) => keys.find((key, at) => keys.indexOf(key) !== at);

const fields = z.strictObject({
  reference: text('reference', 60),
  title: text('title', 200),
  purposes: z
    .array(listed('purposes', sharingPurposes))
    .min(1, 'purposes must name at least one purpose')
    .transform(distinct),
  whyNecessary: text('whyNecessary'),
  statutoryGateway: text('statutoryGateway'),
  lawfulBasisArticle6: text('lawfulBasisArticle6'),
  conditionArticle9: optionalText('conditionArticle9'),
  conditionSchedule1: optionalText('conditionSchedule1'),
  policyDocumentReference: optionalText('policyDocumentReference', 200),
  categoriesOfPeople: z
    .array(text('categoriesOfPeople', 200))
    .min(1, 'categoriesOfPeople must name at least one category')
    .max(20, 'categoriesOfPeople must name 20 at most')
    .transform(distinct),
  containsSpecialCategory: z.boolean('containsSpecialCategory must be true or false'),
  containsCriminal: z.boolean('containsCriminal must be true or false'),
  rightsContact: text('rightsContact', 200),
  processorTerms: optionalText('processorTerms'),
  dpiaReference: optionalText('dpiaReference', 200),
  dpiaDatedOn: day('dpiaDatedOn')
    .nullish()
    .transform((value) => value ?? null),
  residualRisk: optionalText('residualRisk'),
  privacyNoticeUrls: z
    .array(
      z
        .url({
          protocol: /^https?$/,
          error: 'privacyNoticeUrls must be addresses that begin with https://',
        })
        .max(500, 'privacyNoticeUrls must have 500 characters at most'),
    )
    .max(20, 'privacyNoticeUrls must name 20 at most'),
  securityMeasures: text('securityMeasures'),
  breachContact: text('breachContact', 200),
  breachHours: whole('breachHours', { least: 1, most: 72 }),
  retention: text('retention'),
  deletionAtEnd: text('deletionAtEnd'),
  internationalTransfer: text('internationalTransfer'),
  onwardSharing: text('onwardSharing'),
  auditRight: text('auditRight'),
  terminationNotice: text('terminationNotice'),
  startsOn: day('startsOn'),
  endsOn: day('endsOn'),
  reviewDueOn: day('reviewDueOn'),
  accessReviewMonths: whole('accessReviewMonths', { least: 1, most: 60 }),
  parties: z
    .array(agreementParty)
    .min(2, 'parties must name at least two organisations')
    .max(50, 'parties must name 50 at most'),
  items: z
    .array(agreementItem)
    .min(1, 'items must share at least one dataset')
    .max(36, 'items must be 36 at most: one for each dataset and recipient'),
});

/** Rules that look at several fields, each with the field to blame and what to write. */
const across: readonly {
  readonly field: keyof z.output<typeof fields>;
  readonly broken: (agreement: z.output<typeof fields>) => boolean;
  readonly message: string;
}[] = [
  {
    field: 'endsOn',
    broken: ({ startsOn, endsOn }) => endsOn < startsOn,
    message: 'endsOn must not be before startsOn',
  },
  {
    field: 'reviewDueOn',
    broken: ({ startsOn, endsOn, reviewDueOn }) => reviewDueOn < startsOn || reviewDueOn > endsOn,
    message: 'reviewDueOn must lie between startsOn and endsOn',
  },
  {
    field: 'conditionArticle9',
    broken: ({ containsSpecialCategory, conditionArticle9 }) =>
      containsSpecialCategory && conditionArticle9 === null,
    message: 'conditionArticle9 must be given where special category data is shared',
  },
  {
    field: 'conditionSchedule1',
    broken: ({ containsCriminal, conditionSchedule1 }) =>
      containsCriminal && conditionSchedule1 === null,
    message: 'conditionSchedule1 must be given where data on criminal offences is shared',
  },
  {
    field: 'processorTerms',
    broken: ({ parties, processorTerms }) =>
      parties.some(({ role }) => role === 'PROCESSOR') && processorTerms === null,
    message: 'processorTerms must be given where a party is a processor',
  },
  {
    field: 'dpiaReference',
    broken: ({ dpiaReference, dpiaDatedOn }) => (dpiaReference === null) !== (dpiaDatedOn === null),
    message: 'dpiaReference and dpiaDatedOn must be given together',
  },
  {
    field: 'parties',
    broken: ({ parties }) =>
      repeated(parties.map(({ organisation }) => organisation)) !== undefined,
    message: 'parties must name each organisation once',
  },
  {
    field: 'items',
    broken: ({ items }) =>
      repeated(items.map(({ dataset, recipient }) => `${dataset} ${recipient}`)) !== undefined,
    message: 'items must say one level for each dataset and recipient',
  },
];

/**
 * What a sharing agreement says: the fields of the ICO's data sharing code and of UK GDPR Art. 26 and 28. Its DPIA may
 * come later, but before it is proposed.
 */
export const agreementFields = fields.superRefine((agreement, context) => {
  for (const { field, broken, message } of across) {
    if (broken(agreement)) context.addIssue({ code: 'custom', path: [field], message });
  }
});

export type AgreementFields = z.output<typeof agreementFields>;
