import { dayInWords } from '@sufficiency/shared/days.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { accessReviewDueOn } from '@sufficiency/shared/sharing/agreement-dates.ts';
import type { AgreementFields } from '@sufficiency/shared/sharing/agreement-fields.ts';
import type { AgreementState } from '@sufficiency/shared/sharing/agreement-states.ts';
import { obstacles } from '@sufficiency/shared/sharing/agreement-states.ts';
import type { SharingRecipient } from '@sufficiency/shared/sharing/sharing-lists.ts';
import { recipientInWords } from '@sufficiency/shared/sharing/sharing-lists.ts';
import type { Clock } from '../../platform/clock.ts';
import { today } from '../../platform/clock.ts';
import type { OrganisationRecord } from '../access/organisation.ts';

type PartyFields = Omit<AgreementFields['parties'][number], 'organisation'>;

/** A party to a version, and whether it has signed. */
export interface PartyRecord extends PartyFields {
  readonly organisation: OrganisationRecord;
  readonly signedAt: Date | null;
  /** Name of the account that signed. */
  readonly signedBy: string | null;
}

/** One version of an agreement. Days are `YYYY-MM-DD`, in England. */
export interface AgreementRecord
  extends Omit<AgreementFields, 'parties'>,
    Pick<AgreementState, 'version' | 'status' | 'draftedById' | 'suspendedById'> {
  readonly id: string;
  readonly consortiumCode: string;
  readonly revision: number;
  readonly accessReviewedOn: string | null;
  readonly reason: string | null;
  readonly synthetic: boolean;
  readonly draftedBy: OrganisationRecord;
  readonly parties: readonly PartyRecord[];
}

/** What the state machine looks at. */
export const stateOf = (agreement: AgreementRecord): AgreementState => ({
  ...agreement,
  parties: agreement.parties.map(({ organisation, signedAt }) => ({
    organisationId: organisation.id,
    signed: signedAt !== null,
  })),
});

/** Why it gives nobody sight on a day, one sentence each; none where it is in force. */
export const notInForceBecause = (agreement: AgreementRecord, day: string): string[] =>
  obstacles(stateOf(agreement), day);

/** The same for today. */
export const notInForceToday = (agreement: AgreementRecord, clock: Clock): string[] =>
  notInForceBecause(agreement, today(clock));

/** The last day of access without another review. */
export const accessReviewDue = (agreement: AgreementRecord): string => accessReviewDueOn(agreement);

/** An agreement as a sentence names it. */
export const agreementName = ({
  reference,
  version,
}: Pick<AgreementRecord, 'reference' | 'version'>): string =>
  version === 1 ? reference : `${reference} version ${version}`;

/** What is, or is not, shared: of whom, and with whom. */
export interface Share {
  /** Name of the authority. */
  readonly authority: string;
  /** Organisation that answers for it; null where none does. */
  readonly giverId: string | null;
  readonly dataset: Dataset;
  readonly recipients: readonly SharingRecipient[];
  /** The receiving organisation, where it is a particular one. */
  readonly receiver?: OrganisationRecord | undefined;
}

const statusOrder = ['ACTIVE', 'SUSPENDED', 'PROPOSED', 'ENDED', 'SUPERSEDED', 'DRAFT'];

/** Why nobody, or not this receiver, sees a dataset of an authority: by what the nearest agreement lacks. */
export function whyNotShared(
  share: Share,
  agreements: readonly AgreementRecord[],
  day: string,
): string {
  const { authority, dataset, recipients } = share;
  const [nearest] = agreements
    .filter(({ items }) => items.some((item) => isAbout(item, share)))
    .sort(
      (one, other) =>
        statusOrder.indexOf(one.status) - statusOrder.indexOf(other.status) ||
        other.endsOn.localeCompare(one.endsOn),
    );
  if (!nearest) {
    const whom = recipients.map((recipient) => recipientInWords[recipient]).join(' or ');
    return `No agreement shares ${dataset} of ${authority} with ${whom || 'this role'}.`;
  }
  const sentences = notInForceBecause(nearest, day);
  if (sentences.length > 0) return `${agreementName(nearest)}: ${sentences.join(' ')}`;
  return missingSignature(nearest, share);
}

const isAbout = (
  item: AgreementRecord['items'][number],
  { dataset, recipients }: Pick<Share, 'dataset' | 'recipients'>,
) => item.dataset === dataset && item.level !== 'NONE' && recipients.includes(item.recipient);

function missingSignature(agreement: AgreementRecord, { authority, giverId, receiver }: Share) {
  const has = (organisationId: string | null) =>
    agreement.parties.find(({ organisation }) => organisation.id === organisationId);
  const name = agreementName(agreement);
  const giver = has(giverId);
  if (!giver) return `${authority} is not a party to ${name}.`;
  if (giver.signedAt === null) return `${authority} has not signed ${name}.`;
  if (!receiver) return `Nobody of those who would receive it has signed ${name}.`;
  const party = has(receiver.id);
  if (!party) return `${receiver.name} is not a party to ${name}.`;
  return party.signedAt === null
    ? `${receiver.name} has not signed ${name}.`
    : `${receiver.name} does not belong to the consortium of ${name} today.`;
}

/** Why something may be seen: the agreement, and until when. */
export const whyShared = (
  agreement: Pick<AgreementRecord, 'reference' | 'version' | 'title' | 'endsOn'>,
): string =>
  `${agreementName(agreement)}, “${agreement.title}”, until ${dayInWords(agreement.endsOn)}.`;
