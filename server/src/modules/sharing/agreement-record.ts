import type {
  AgreementItem,
  AgreementParty,
  SharingAgreement,
} from '@sufficiency/prisma/client.ts';
import type { AgreementFields } from '@sufficiency/shared/sharing/agreement-fields.ts';
import { agreementFields } from '@sufficiency/shared/sharing/agreement-fields.ts';
import type { OrganisationRecord } from '../access/organisation.ts';
import type { AgreementRecord } from './agreement.ts';

/** One version as the database gives it. */
export type AgreementRow = SharingAgreement & {
  parties: AgreementParty[];
  items: AgreementItem[];
};

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
const optionalDay = (date: Date | null): string | null => date && dayOf(date);

/** A day as the database's client takes it. */
export const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

type Organisations = (id: string) => OrganisationRecord;

/** A row with its days as text and its organisations by name. */
export function recordOf(row: AgreementRow, organisations: Organisations): AgreementRecord {
  const { parties, items, draftedById, ...rest } = row;
  return {
    ...rest,
    purposes: rest.purposes as AgreementRecord['purposes'],
    dpiaDatedOn: optionalDay(rest.dpiaDatedOn),
    startsOn: dayOf(rest.startsOn),
    endsOn: dayOf(rest.endsOn),
    reviewDueOn: dayOf(rest.reviewDueOn),
    accessReviewedOn: optionalDay(rest.accessReviewedOn),
    draftedById,
    draftedBy: organisations(draftedById),
    parties: parties
      .map(({ organisationId, ...party }) => ({
        ...party,
        organisation: organisations(organisationId),
      }))
      .sort((one, other) => one.organisation.name.localeCompare(other.organisation.name, 'en-GB')),
    items: items as AgreementRecord['items'],
  };
}

/** What a version says, as it could be said again in another. */
export function fieldsOf(agreement: AgreementRecord): Record<keyof AgreementFields, unknown> {
  const names = Object.keys(agreementFields.shape) as (keyof AgreementFields)[];
  const said = Object.fromEntries(names.map((name) => [name, agreement[name]]));
  return {
    ...(said as Record<keyof AgreementFields, unknown>),
    parties: agreement.parties.map(({ organisation, role, icoNumber, dpoContact, signatory }) => ({
      organisation: organisation.slug,
      role,
      icoNumber,
      dpoContact,
      signatory,
    })),
    items: agreement.items.map(
      ({ dataset, recipient, level, granularity, minimumCount, rounding, historyMonths }) => ({
        dataset,
        recipient,
        level,
        granularity,
        minimumCount,
        rounding,
        historyMonths,
      }),
    ),
  };
}

/** The columns of a version that are written in it, without parties and items. */
export function columnsOf({ parties: _parties, items: _items, ...fields }: AgreementFields) {
  return {
    ...fields,
    dpiaDatedOn: fields.dpiaDatedOn === null ? null : dateOf(fields.dpiaDatedOn),
    startsOn: dateOf(fields.startsOn),
    endsOn: dateOf(fields.endsOn),
    reviewDueOn: dateOf(fields.reviewDueOn),
  };
}
