import type { AuthorityRecord } from '../authorities/authorities.service.ts';
import type { GroupExposure, Market } from './exposure.ts';
import type { AuthorityUse } from './provider-use.ts';
import { placementsIn } from './provider-use.ts';

/** What is known to be touched if a provider group failed tomorrow. */
export interface WhatIf {
  readonly exposure: GroupExposure;
  /** Members with placements there that the viewer sees. */
  readonly authorities: readonly AuthorityRecord[];
  /** Members whose records of providers the viewer does not see. */
  readonly notSharing: readonly AuthorityRecord[];
  readonly placementsAtLeast: number;
  readonly sentence: string;
}

const inWords = new Intl.ListFormat('en-GB');
const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;
const authorities = (count: number) => counted(count, 'authority', 'authorities');

/** What this viewer can know of a group's failure: what it sees is a least number, never more. */
export function whatIfOf(exposure: GroupExposure, { uses, consortium }: Market): WhatIf {
  const { group } = exposure;
  const touched = uses
    .map((use) => ({ use, placements: placementsOf(use, group.id) }))
    .filter(({ placements }) => placements > 0);
  const notSharing = uses.filter(({ sight }) => sight === null).map(({ authority }) => authority);
  const silent = uses.filter(({ sight, month }) => sight !== null && month === null).length;
  const isOpen = notSharing.length + silent > 0;
  const isMadeUp = uses.some(({ rows }) => rows.some(({ synthetic }) => synthetic));

  const known =
    !group.synthetic && isMadeUp
      ? 'In this demonstration placements are recorded with fictitious providers only, so that none of a real one can be told.'
      : `${touchedInWords(touched, isOpen)}${openInWords(notSharing.length, silent)}.`;
  return {
    exposure,
    authorities: touched.map(({ use }) => use.authority),
    notSharing,
    placementsAtLeast: exposure.placementsAtLeast,
    sentence: `${known} ${placesInWords(exposure, consortium)}`,
  };
}

const placementsOf = ({ rows }: AuthorityUse, groupId: number) =>
  placementsIn(rows.filter(({ group_id }) => group_id === groupId));

function touchedInWords(
  touched: readonly { readonly use: AuthorityUse; readonly placements: number }[],
  isOpen: boolean,
): string {
  if (touched.length === 0) {
    return isOpen ? 'No placement that you see would be touched' : 'No placement would be touched';
  }
  const all = touched.reduce((sum, { placements }) => sum + placements, 0);
  const each = touched.map(({ use, placements }) => `${use.authority.name} ${placements}`);
  return `${isOpen ? 'At least ' : ''}${counted(all, 'placement', 'placements')} of ${authorities(touched.length)} would be touched: ${inWords.format(each)}`;
}

function openInWords(notSharing: number, silent: number): string {
  const parts = [
    ...(notSharing > 0
      ? [`${authorities(notSharing)} ${notSharing === 1 ? 'does' : 'do'} not share theirs with you`]
      : []),
    ...(silent > 0
      ? [`${authorities(silent)} ${silent === 1 ? 'has' : 'have'} recorded none`]
      : []),
  ];
  return parts.length > 0 ? `; ${inWords.format(parts)}` : '';
}

function placesInWords(
  { group, services, places, placesUnknown }: GroupExposure,
  consortium: string,
): string {
  const unknown = placesUnknown > 0 ? `, ${placesUnknown} of them with places unknown` : '';
  const held = places === null ? 'an unknown number of places' : counted(places, 'place', 'places');
  return services === 0
    ? `${group.name} has no service registered in ${consortium}.`
    : `${group.name} has ${counted(services, 'service', 'services')} registered in ${consortium}${unknown}, and ${held} in children’s homes.`;
}
