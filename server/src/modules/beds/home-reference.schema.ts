import { placeStates, placeStateTitles } from '@sufficiency/shared/beds/places.ts';
import { builder } from '../../graphql/builder.ts';
import type { HomeRecord } from './home-record.ts';

/** For types that lead to a home. */
export const HomeRef = builder.objectRef<HomeRecord>('Home');

/** Whoever reads homes; which, agreements say. */
export const readsBeds = { signedIn: true, permission: 'beds:read' } as const;

/** Whoever says how they are. */
export const writesBeds = { signedIn: true, permission: 'beds:write' } as const;

/** Whoever says what they are, and plans places. */
export const plansBeds = { signedIn: true, permission: 'beds:plan' } as const;

export const PlaceStateEnum = builder.enumType('HomePlaceState', {
  description:
    'What a place of a home is. Usable are the first four; vacant are those that are reserved, accepting or closed.',
  values: Object.fromEntries(
    placeStates.map((state) => [state, { description: `${placeStateTitles[state]}.` }]),
  ) as Record<(typeof placeStates)[number], { description: string }>,
});

export const GendersEnum = builder.enumType('HomeGenders', {
  description: 'Whom a home takes.',
  values: {
    ANY: { description: 'Anybody.' },
    FEMALE: { description: 'Girls and young women.' },
    MALE: { description: 'Boys and young men.' },
  },
});

export const SourceEnum = builder.enumType('HomeStateSource', {
  description: 'Who said how a home is.',
  values: {
    PROVIDER: { description: 'Its provider.' },
    AUTHORITY: { description: 'The organisation that holds it.' },
    IMPORT: { description: 'A file that one of the two sent.' },
    LOADER: { description: 'A demonstration made it up.' },
  },
});

export const reasonWords =
  'MATCHING, SOLO, STAFFING, BUILDING, REGULATOR, NOTICE, CALENDAR, BLOCK or OTHER';
export const needWords = 'EMOTIONAL, MENTAL-HEALTH, LEARNING, PHYSICAL or SENSORY';
