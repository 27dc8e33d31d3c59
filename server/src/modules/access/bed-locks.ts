import type { Actor } from './actor.ts';

/** Whose homes an actor sees besides its organisation's own. */
export interface HomesSeen {
  /** Providers for which its organisation signs in. */
  readonly providerIds: readonly number[];
  /** What agreements show of others for matching vacancies, and from which day on: `YYYY-MM-DD`. */
  readonly shown: readonly {
    readonly tenantId: string;
    readonly authorityCode: string;
    readonly since: string;
  }[];
}

/** First lock on homes: one's own, those of a provider one signs in for, and others' where agreements show their beds. */
export const homesReadableBy = (actor: Actor, { providerIds, shown }: HomesSeen) => ({
  OR: [
    ...homesKeptBy(actor, providerIds).OR,
    ...shown.map(({ tenantId, authorityCode }) => ({ tenantId, authorityCode })),
  ],
});

/** As `homesReadableBy`, for rows that say how a home was: of others since the day an agreement says. */
export const homeHistoryReadableBy = <Narrowing extends object>(
  actor: Actor,
  { providerIds, shown }: HomesSeen,
  since: (day: Date) => Narrowing,
) => ({
  OR: [
    { tenantId: actor.organisationId },
    { providerId: { in: [...providerIds] } },
    ...shown.map(({ tenantId, authorityCode, since: day }) => ({
      ...{ tenantId, authorityCode },
      ...since(new Date(day)),
    })),
  ],
});

/** Homes whose states an actor says: its organisation's own, and those that a provider it signs in for runs. */
export const homesKeptBy = ({ organisationId }: Actor, providerIds: readonly number[]) => ({
  OR: [
    { tenantId: organisationId },
    // As the holder says, and the register.
    { providerId: { in: [...providerIds] }, service: { providerId: { in: [...providerIds] } } },
  ],
});

/** Homes that an actor describes, their locations, and plans of places: its organisation's own. */
export const homesHeldBy = ({ organisationId }: Actor) => ({ tenantId: organisationId });

/** First lock on blocks of homes that one sees: all of those one keeps, of others one's own authorities' only. */
export const blocksReadableBy = (actor: Actor, { providerIds, shown }: HomesSeen) => {
  const home = homesKeptBy(actor, providerIds);
  const others = shown.map(({ tenantId, authorityCode }) => ({ tenantId, authorityCode }));
  return {
    OR: [{ home }, { home: { OR: others }, blockAuthorityCode: { in: [...actor.authorityCodes] } }],
  };
};

/** Notes of what was looked for: their tenant's alone, whatever any agreement says. */
export const referralsReadableBy = ({ organisationId }: Actor) => ({ tenantId: organisationId });

/** Searches that somebody keeps: their owner's alone. */
export const vacancySearchesOf = ({ organisationId, accountId }: Actor) => ({
  tenantId: organisationId,
  ownerId: accountId,
});
