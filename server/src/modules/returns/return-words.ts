import { badInput } from '@sufficiency/shared/errors.ts';
import { isPlainText } from '@sufficiency/shared/indicators/comparison-input.ts';
import { holdsChildNumber } from '@sufficiency/shared/returns/reading/child-numbers.ts';

/** What an approver says: the office that answers for the return. */
export interface Attestation {
  /** For example “Director of Children’s Services”; never a person’s name. */
  readonly office: string;
  /** The approver has checked it, and says so. */
  readonly attested: boolean;
}

/** What is kept of it, as a sentence. @throws DomainError BAD_USER_INPUT no office, or not attested. */
export function checkedAttestation({ office, attested }: Attestation): string {
  if (!attested)
    throw badInput('Attest that the return is complete and correct, or do not approve it.');
  return `${checkedText(office, 'office', 200)} attests that this return is complete and correct to the best of their knowledge.`;
}

/** What people write for others. @throws DomainError BAD_USER_INPUT nothing, too much, no plain text, or a child’s number. */
export function checkedText(text: string, name: string, most = 500): string {
  const trimmed = text.trim();
  if (trimmed.length === 0 || trimmed.length > most || !isPlainText(trimmed)) {
    throw badInput(`Give the ${name} in 1 to ${most} characters.`);
  }
  if (holdsChildNumber(trimmed)) {
    throw badInput(`The ${name} holds what looks like a child’s pupil or NHS number. Take it out.`);
  }
  return trimmed;
}
