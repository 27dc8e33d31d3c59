import { provisionTitles } from '@sufficiency/shared/providers/provision-types.ts';
import type { ProviderHome } from './framework-queries.ts';
import { counted } from './market-words.ts';
import { areaOf } from './service-words.ts';

type Home = Pick<ProviderHome, 'urn' | 'name' | 'areaText' | 'authority'>;

/** A home as it is chosen: its URN, and its name where the register prints one. */
export const homeTitle = ({ urn, name }: Pick<Home, 'urn' | 'name'>): string =>
  name === null ? `URN ${urn}` : `${name}, URN ${urn}`;

/** What it is, and where. */
export const homeHint = (home: ProviderHome): string =>
  [
    provisionTitles[home.provisionType],
    ...(home.places === null ? [] : [counted(home.places, 'place')]),
    `in ${areaOf(home)}`,
    ...(home.status === 'ACTIVE'
      ? []
      : [home.status === 'LEFT' ? 'left the register' : 'suspended']),
  ].join(', ');

/** Homes whose name, URN or area holds every word that is typed, and those that are chosen already. */
export function homesLike<One extends Home>(
  homes: readonly One[],
  text: string,
  chosen: readonly string[],
): readonly One[] {
  const words = text.toLowerCase().split(/\s+/);
  return homes.filter((home) => {
    const said = `${homeTitle(home)} ${areaOf(home)}`.toLowerCase();
    return chosen.includes(home.urn) || words.every((word) => said.includes(word));
  });
}
