import type { Actor, ReadableFigures } from './actor.ts';

/**
 * First lock on fostering households, their places and constellations: those one's own organisation holds, those of its
 * authorities whoever holds them, and others' where agreements show records.
 *
 * @param notBefore narrows an authority's rows to those that were so on a day or later.
 */
export const capacityReadableBy = <Narrowing extends object>(
  actor: Actor,
  shown: readonly ReadableFigures[],
  notBefore: (day: Date) => Narrowing,
) => ({
  OR: [
    { tenantId: actor.organisationId },
    { authorityCode: { in: [...actor.authorityCodes] } },
    ...shown.map(({ authorityCode, since }) => ({
      authorityCode,
      ...(since !== null && notBefore(new Date(since))),
    })),
  ],
});

/** First lock on targets of fostering recruitment: one's own, those of one's authorities, and what one's consortia published. */
export const targetsReadableBy = (actor: Actor, consortiumCodes: readonly string[]) => ({
  OR: [
    { tenantId: actor.organisationId },
    { authorityCode: { in: [...actor.authorityCodes] } },
    { shared: true, consortiumCode: { in: [...consortiumCodes] } },
  ],
});

/** First lock on forecasts of fostering recruitment: one's own, and those of one's authorities. */
export const forecastsReadableBy = ({ organisationId, authorityCodes }: Actor) => ({
  OR: [{ tenantId: organisationId }, { authorityCode: { in: [...authorityCodes] } }],
});

/** An authority whose agreements show records of recruitment, and of enquiries received since which day: `YYYY-MM-DD`. */
export type ShownEnquiries = Pick<ReadableFigures, 'authorityCode' | 'since'>;

/**
 * First lock on enquiries to foster: those that one's own organisation holds, those attributed to an authority it answers for,
 * whoever holds them, and others' where agreements show records. What is attributed to none is its holder's alone.
 */
export const enquiriesReadableBy = (actor: Actor, shown: readonly ShownEnquiries[]) => ({
  OR: [
    ...enquiriesWritableBy(actor).OR,
    ...shown.map(({ authorityCode, since }) => ({
      authorityCode,
      ...(since !== null && { receivedOn: { gte: new Date(since) } }),
    })),
  ],
});

/** Enquiries to which an actor may add what happened: its own, and those of its authorities. */
export const enquiriesWritableBy = (actor: Actor) => ({
  OR: [{ tenantId: actor.organisationId }, { authorityCode: { in: [...actor.authorityCodes] } }],
});

/** Enquiries that an actor attributes and links: those that its own organisation holds. */
export const enquiriesHeldBy = (actor: Actor) => ({ tenantId: actor.organisationId });

/** First lock on transfers: their holder, both authorities, and others where either's agreements show records. */
export const transfersReadableBy = (actor: Actor, shown: readonly ShownEnquiries[]) => {
  const own = { in: [...actor.authorityCodes] };
  return {
    OR: [
      { tenantId: actor.organisationId },
      { fromAuthorityCode: own },
      { toAuthorityCode: own },
      ...shown.flatMap(({ authorityCode, since }) => {
        const day = since !== null && { on: { gte: new Date(since) } };
        return [
          { fromAuthorityCode: authorityCode, ...day },
          { toAuthorityCode: authorityCode, ...day },
        ];
      }),
    ],
  };
};

/** Whose enquiries an actor’s organisation holds, in hand-written SQL: its own; a hub’s are of all its members. */
export const enquiriesHeld = ({ organisationId, organisationKind }: Actor) => ({
  tenantId: organisationId,
  holdsForOthers: organisationKind === 'HUB',
});

/** First lock on stages: those of consortia that one belongs to today. */
export const stageSetsReadableBy =
  (consortiumCodes: readonly string[]) =>
  (code: string): boolean =>
    consortiumCodes.includes(code);
