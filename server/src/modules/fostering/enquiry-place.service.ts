import type { InputProblems } from '../../platform/input-problems.ts';
import type { Viewer } from '../access/viewer.ts';
import { consortiaOf, findConsortium } from '../authorities/authorities.service.ts';
import type { EnquiryFacts } from './enquiry-facts.ts';

/**
 * The consortium an enquiry of the viewer's organisation belongs to; empty, and a problem, where the authority it is attributed
 * to is none of those for which the organisation takes enquiries.
 */
export async function placeOf(
  viewer: Viewer,
  problems: Pick<InputProblems, 'add'>,
  { authority }: Pick<EnquiryFacts, 'authority'>,
): Promise<string> {
  const { organisationKind, consortiumCode, authorityCodes } = viewer.actor;
  if (organisationKind === 'HUB' && consortiumCode !== null) {
    const members = (await findConsortium(viewer, consortiumCode))?.members ?? [];
    if (authority != null && !members.some(({ code }) => code === authority)) {
      const names = members.map(({ code, name }) => `${code} (${name})`).join(', ');
      problems.add('authority', `must be a member of ${consortiumCode} today: ${names}`);
    }
    return consortiumCode;
  }
  if (authority == null || !authorityCodes.includes(authority)) {
    problems.add('authority', 'must be one that you answer for');
    return '';
  }
  const [consortium] = await consortiaOf(viewer, authority);
  if (!consortium) problems.add('authority', 'must be a member of a consortium');
  return consortium?.code ?? '';
}
