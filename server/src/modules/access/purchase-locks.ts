import type { Actor, ReadableFigures } from './actor.ts';

/** First lock on frameworks: published ones, and those that one's own organisation holds. */
export const frameworksReadableBy = (actor: Actor) => ({
  OR: [{ published: true }, { tenantId: actor.organisationId }],
});

/** The rows of frameworks, and of who is on them, that an actor may change: those that its organisation holds. */
export const frameworksHeldBy = (actor: Actor) => ({ tenantId: actor.organisationId });

/** Published frameworks on which the lead names an actor's authorities as buyers. */
const boughtBy = ({ authorityCodes }: Actor) => ({
  published: true,
  buyers: { some: { authorityCode: { in: [...authorityCodes] } } },
});

/** What a viewer may see of who is on frameworks, besides those it holds or buys from. */
export interface AwardSight {
  /** Authorities whose providers agreements show at `EXACT` or better. */
  readonly shown: readonly ReadableFigures[];
  /** Providers of the register for which its organisation signs in. */
  readonly providerIds: readonly number[];
}

/**
 * First lock on who is on frameworks: on those that one holds or that the lead names one a buyer of, on those whose lead
 * shows it by an agreement, and a provider's own memberships.
 */
export const awardsReadableBy = (actor: Actor, { shown, providerIds }: AwardSight) => ({
  OR: [
    { tenantId: actor.organisationId },
    { framework: boughtBy(actor) },
    ...shown.map(({ tenantId, authorityCode, since }) => ({
      tenantId,
      framework: { published: true, leadAuthorityCode: authorityCode },
      OR: [{ endsOn: null }, ...(since === null ? [] : [{ endsOn: { gte: new Date(since) } }])],
    })),
    { framework: { published: true }, providerId: { in: [...providerIds] } },
  ],
});

/**
 * First lock on prices, call-offs and answers: a tenant's own, whatever any agreement says. Never a hub's or provider's: an
 * empty `in` is nobody's; an empty `OR` within an `AND` would be no filter at all.
 */
export const pricesReadableBy = ({ organisationKind, organisationId }: Actor) =>
  organisationKind === 'TENANT' ? { tenantId: organisationId } : { tenantId: { in: [] } };

/** First lock on block contracts: one's own, and others' where agreements show records. */
export const contractsReadableBy = (actor: Actor, shown: readonly ReadableFigures[]) => ({
  OR: [
    { tenantId: actor.organisationId },
    ...shown.map(({ tenantId, authorityCode, since }) => ({
      tenantId,
      authorityCode,
      ...(since !== null && { endsOn: { gte: new Date(since) } }),
    })),
  ],
});

/** First lock on how block contracts were used: as the contracts, and of months as far back as agreements say. */
export const contractMonthsReadableBy = (actor: Actor, shown: readonly ReadableFigures[]) => ({
  OR: [
    { tenantId: actor.organisationId },
    ...shown.map(({ tenantId, authorityCode, since }) => ({
      tenantId,
      contract: { authorityCode },
      ...(since !== null && { monthEnd: { gte: new Date(since) } }),
    })),
  ],
});

/** First lock on requests for higher prices: on frameworks that one holds or buys from, and a provider's own. */
export const upliftsReadableBy = (
  actor: Actor,
  { providerIds }: Pick<AwardSight, 'providerIds'>,
) => ({
  OR: [
    { tenantId: actor.organisationId },
    { framework: boughtBy(actor) },
    { framework: { published: true }, providerId: { in: [...providerIds] } },
  ],
});
