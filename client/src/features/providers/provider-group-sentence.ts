import { counted } from '../returns/return-words.ts';
import type { FoundServices, ProviderGroup } from './service-queries.ts';
import { joined, withPlaces } from './service-words.ts';

/** How many areas are named. */
const areasTold = 4;

/** A group in a sentence or two: how much it has, where, and how it is judged. */
export function providerGroupSentence(
  group: Pick<ProviderGroup, 'name' | 'services' | 'places' | 'placesUnknown'>,
  found: Pick<FoundServices, 'facets' | 'totalCount'>,
): string {
  const { name, services, places, placesUnknown } = group;
  if (services === 0) return `${name} has no service on the newest register.`;
  const areas = valuesOf(found, 'AUTHORITY');
  const named = areas.slice(0, areasTold).map(({ title, services: many }) => `${title} (${many})`);
  const rest = areas.length - named.length;
  const where = rest > 0 ? [...named, counted(rest, 'other area')] : named;
  const parts = [
    `${name} has ${counted(services, 'service')}${withPlaces(places)}, in ${joined(where)}.`,
    placesUnknown > 0 ? `Places of ${counted(placesUnknown, 'service')} are not published.` : null,
    judgedSentence(found),
  ];
  return parts.filter((part) => part !== null).join(' ');
}

/** How many of those that were judged are good or better, or consistently strong. */
function judgedSentence(found: Pick<FoundServices, 'facets' | 'totalCount'>): string | null {
  const values = valuesOf(found, 'JUDGEMENT');
  const judged = values.reduce((sum, { services }) => sum + services, 0);
  if (judged === 0) return 'None of them has been judged yet.';
  const good = values
    .filter(({ value }) => wellJudged.includes(value))
    .reduce((sum, { services }) => sum + services, 0);
  return `Of the ${judged} that are judged, ${good} ${good === 1 ? 'is' : 'are'} good or better, or consistently strong.`;
}

const wellJudged: readonly string[] = ['OUTSTANDING', 'GOOD', 'CONSISTENTLY_STRONG'];

const valuesOf = (
  { facets }: Pick<FoundServices, 'facets'>,
  name: FoundServices['facets'][number]['name'],
) => facets.find((facet) => facet.name === name)?.values ?? [];
