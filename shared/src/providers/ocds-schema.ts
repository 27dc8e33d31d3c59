import { z } from 'zod';

// What is named here is all that is ever looked at: contact points, street addresses and documents’ contents fall away
// while a file is read, so that nothing further on can keep them.

const text = z.string().trim().min(1).max(4_000);

/** False for 31 February, which `Date` would read as 3 March. */
const isDay = (day: string): boolean => z.iso.date().safeParse(day).success;

/** A day, or an instant with its offset, as publishers write them. */
const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/, {
    error: 'must be a date such as 2026-04-01 or 2026-04-01T00:00:00Z',
    abort: true,
  })
  .refine(
    (written) => isDay(written.slice(0, 10)) && !Number.isNaN(Date.parse(written)),
    'must be a day of the calendar',
  );

const amount = z.object({
  amount: z.number().nonnegative().nullish(),
  currency: z.string().max(3).nullish(),
});

const period = z.object({ startDate: instant.nullish(), endDate: instant.nullish() });

const organisation = z.object({ id: z.union([z.string(), z.number()]).nullish(), name: text });

const party = organisation.extend({
  roles: z.array(z.string()).nullish(),
  identifier: z
    .object({ scheme: z.string().nullish(), id: z.union([z.string(), z.number()]).nullish() })
    .nullish(),
});

const document = z.object({
  documentType: z.string().nullish(),
  url: z
    .url({ protocol: /^https$/ })
    .nullish()
    .catch(null),
});

const award = z.object({
  id: z.union([z.string(), z.number()]),
  status: z.string().nullish(),
  date: instant.nullish(),
  value: amount.nullish(),
  suppliers: z.array(organisation).max(5_000).nullish(),
  contractPeriod: period.nullish(),
  documents: z.array(document).nullish(),
  relatedLots: z.array(z.union([z.string(), z.number()])).nullish(),
});

const lot = z.object({
  id: z.union([z.string(), z.number()]),
  title: text.nullish(),
  value: amount.nullish(),
});

const tender = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  title: text.nullish(),
  // Publishers’ free text can be of any length; it is shown and not kept.
  description: z.string().nullish(),
  status: z.string().nullish(),
  value: amount.nullish(),
  contractPeriod: period.nullish(),
  lots: z.array(lot).max(500).nullish(),
  documents: z.array(document).nullish(),
});

/** One release: what a publisher said of one procurement on one day. */
export const ocdsRelease = z.object({
  ocid: z
    .string()
    .regex(/^ocds-[a-z0-9]{6}-\S{1,200}$/i, 'must be an identifier such as ocds-h6vhtk-04ed25'),
  id: z.string().trim().min(1).max(200),
  date: instant,
  tag: z.array(z.string()).min(1),
  buyer: organisation.nullish(),
  parties: z.array(party).max(5_000).nullish(),
  tender: tender.nullish(),
  awards: z.array(award).max(5_000).nullish(),
});

/** A package of releases, as publishers’ interfaces give them. */
export const ocdsPackage = z.object({ releases: z.array(ocdsRelease).min(1).max(1_000) });

export type OcdsRelease = z.infer<typeof ocdsRelease>;
