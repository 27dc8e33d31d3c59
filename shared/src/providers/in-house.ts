import { childrensTrusts } from './children-trusts.ts';
import type { OwnerName } from './owner-name.ts';
import { readOwnerName } from './owner-name.ts';

/** An authority by one of its names, as a publisher spells it. */
export interface NamedAuthority {
  readonly name: string;
  readonly code: string;
}

/** GSS codes of the authorities whose own an owner is; empty for an owner that is nobody's own. */
export type InHouseRule = (owner: OwnerName) => readonly string[];

/** What owners print around an authority's name when they are its council. */
const councilWords =
  /\b(?:metropolitan|borough|district|county|city|royal|london|council|mbc|unitary|authority|la|of|the|and|upon|on|social|care)\b/g;

const saysCouncil = /\b(?:council|borough|mbc|la)\b|^city of\b/;

/** Councils as Ofsted's register of 31 March 2025 prints them, where their name cannot be told from the authority's. */
const ownNames: Readonly<Record<string, string>> = {
  'hull-city-council': 'E06000010',
  'my-options-telford-and-wrekin-council': 'E06000020',
  'newcastle-city-council': 'E08000021',
  'norhtumberland-county-council': 'E06000057',
  'oldham-childrens-social-care': 'E08000004',
  'stockport-supported-accommodation-service': 'E08000007',
};

const groupOf = (owner: OwnerName) => owner.groupKey.replaceAll('-', '');

const trusts: ReadonlyMap<string, readonly string[]> = new Map(
  childrensTrusts.flatMap(({ name, authorities }) => {
    const owner = readOwnerName(name);
    return owner ? [[groupOf(owner), authorities] as const] : [];
  }),
);

/** What tells one council from another: “City of Wolverhampton Council” and “Wolverhampton” are alike. */
const essence = (key: string): string =>
  key.replaceAll('-', ' ').replaceAll(councilWords, ' ').replaceAll(/\s+/g, ' ').trim();

/**
 * A rule that tells in-house owners by their name alone: councils, by any name a publisher gives their authority, and
 * children's trusts. Ofsted's sector column is not asked: it has trusts as voluntary, and academies as local authority.
 */
export function inHouseRule(authorities: readonly NamedAuthority[]): InHouseRule {
  const councils = new Map(
    authorities.flatMap(({ name, code }) => {
      const owner = readOwnerName(name);
      return owner ? [[essence(owner.key), code] as const] : [];
    }),
  );

  return (owner) => {
    const trust = trusts.get(groupOf(owner));
    if (trust) return trust;
    const words = owner.key.replaceAll('-', ' ');
    const code =
      ownNames[owner.key] ??
      (saysCouncil.test(words) ? councils.get(essence(owner.key)) : undefined);
    return code === undefined ? [] : [code];
  };
}
