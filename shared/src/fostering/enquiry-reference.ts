const shape = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/;
const looksLikeTelephone = (text: string) =>
  /^(0|(00)?44)\d{9,10}$/.test(text.replaceAll(/[^A-Za-z0-9]/g, ''));

/**
 * What is wrong with the reference of a household, as the end of a sentence; null where nothing is. It names nobody: names
 * have no digit, e-mail addresses an @, and telephone numbers look like none of a system's references.
 */
export function referenceProblem(reference: string): string | null {
  if (!(shape.test(reference) && /\d/.test(reference))) {
    return 'must be your own system’s reference, never a name: up to 40 letters, digits and . _ / -, with a digit, for example F-0012';
  }
  return looksLikeTelephone(reference)
    ? 'must be your own system’s reference, and looks like a telephone number'
    : null;
}

/** What is wrong with the code of a campaign; null where nothing is. */
export const campaignProblem = (campaign: string): string | null =>
  /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/.test(campaign) && !looksLikeTelephone(campaign)
    ? null
    : 'must be a short code of letters, digits and hyphens, for example FORTNIGHT-2026';

/** What is wrong with an area; null where nothing is. No more of an address is kept. */
export const areaProblem = (area: string): string | null =>
  /^[A-Z]{1,2}\d[A-Z\d]?$/.test(area)
    ? null
    : 'must be a postcode district in capitals, without the rest of the postcode: NG7';
