import { inWords, listed } from '../indicators/in-words.ts';
import { writtenDay } from '../indicators/london-day.ts';
import type { Agreement, AgreementSummary } from './sharing-queries.ts';

/** Names of the parties that have not signed. */
export const unsigned = ({ parties }: AgreementSummary): readonly string[] =>
  parties.filter(({ signedAt }) => signedAt === null).map(({ organisation }) => organisation.name);

/** Who has still to sign, as a sentence; null when everybody has. */
export function unsignedSentence(agreement: AgreementSummary): string | null {
  const names = unsigned(agreement);
  if (names.length === 0) return null;
  if (names.length > 4) return `${capitalised(inWords(names.length))} parties have still to sign.`;
  return `${listed(names)} ${names.length === 1 ? 'has' : 'have'} still to sign.`;
}

/** Why an agreement cannot be renewed just now: a later version is being prepared. Null where none is. */
export function pendingSentence({
  version,
  status,
  versions,
}: Pick<Agreement, 'version' | 'status' | 'versions'>): string | null {
  const pending = versions.find(
    (later) => later.version > version && (later.status === 'DRAFT' || later.status === 'PROPOSED'),
  );
  if (!pending || (status !== 'ACTIVE' && status !== 'SUSPENDED')) return null;
  const stands = pending.status === 'DRAFT' ? 'is a draft' : 'awaits signatures';
  const over = pending.status === 'DRAFT' ? 'deleted' : 'withdrawn';
  return `Version ${pending.version} ${stands}: this one cannot be renewed until that is in force or ${over}.`;
}

/** Where an agreement stands and what it gives today, in a sentence or two. */
export function agreementSentence(agreement: AgreementSummary): string {
  return sentences[agreement.status](agreement);
}

const sentences: Readonly<
  Record<AgreementSummary['status'], (agreement: AgreementSummary) => string>
> = {
  DRAFT: ({ draftedBy, dpiaDatedOn }) =>
    joined([
      `A draft of ${draftedBy.name}: nobody else sees it, and it gives no sight.`,
      dpiaDatedOn === null
        ? 'It can be proposed once its impact assessment (DPIA) has a date.'
        : null,
    ]),
  PROPOSED: (agreement) => joined(['It gives no sight yet.', unsignedSentence(agreement)]),
  ACTIVE: activeSentence,
  SUSPENDED: (agreement) =>
    joined(['Suspended: it gives no sight until it is resumed.', because(agreement)]),
  ENDED: (agreement) => joined(['Ended: it gives no sight.', because(agreement)]),
  SUPERSEDED: () => 'A later version took its place: this one gives no sight.',
};

function activeSentence(agreement: AgreementSummary): string {
  const { inForce, endsOn, notInForceBecause } = agreement;
  const first = inForce
    ? `In force until ${writtenDay(endsOn)}.`
    : 'Signed, but it gives no sight today.';
  const rest = notInForceBecause.length > 0 ? notInForceBecause : [unsignedSentence(agreement)];
  return joined([first, ...rest]);
}

const because = ({ reason }: AgreementSummary) =>
  reason === null ? null : `The reason given: ${reason.replace(/\.?$/, '.')}`;

/** Sentences once each, in order. */
const joined = (parts: readonly (string | null)[]) =>
  [...new Set(parts.filter((part) => part !== null))].join(' ');

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
