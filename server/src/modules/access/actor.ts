import type { Permission, Role } from '@sufficiency/shared/access/permissions.ts';
import { forbidden } from '@sufficiency/shared/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ViewerSettings } from '../../platform/database.ts';

/** Who asks: an account, the organisation it acts for, and what its role allows. */
export interface Actor {
  readonly accountId: string;
  /** For people, for example `commissioner.nottinghamshire`. */
  readonly account: string;
  readonly organisationId: string;
  readonly organisation: string;
  readonly organisationSlug: string;
  readonly organisationKind: 'TENANT' | 'HUB' | 'PROVIDER';
  readonly role: Role;
  readonly permissions: ReadonlySet<Permission>;
  /** GSS codes of the authorities its organisation answers for. */
  readonly authorityCodes: readonly string[];
  /** The consortium a hub serves; null for others. */
  readonly consortiumCode: string | null;
}

const inWords: Readonly<Record<Permission, string>> = {
  'reference:read': 'read public reference figures',
  'comparison:read': 'compare authorities',
  'comparison:export': 'download a comparison',
  'comparison:save': 'save a comparison',
  'agreement:read': 'read sharing agreements',
  'agreement:draft': 'draft a sharing agreement',
  'agreement:sign': 'sign a sharing agreement',
  'agreement:suspend': 'suspend or resume a sharing agreement',
  'agreement:end': 'end a sharing agreement',
  'agreement:review': 'record an access review',
  'sharing:preview': 'see what another organisation may see',
  'audit:read': 'read the log',
  'audit:export': 'download the log',
  'return:read': 'read returns',
  'return:submit': 'send a return',
  'return:approve': 'approve, reopen or withdraw a return',
  'return:accept': 'accept a return for the hub',
  'release:read': 'read releases',
  'release:build': 'build a release',
  'release:publish': 'publish or withdraw a release',
  'provider:read': 'read contracts with providers',
  'framework:write': 'change a framework or who is on it',
  'calloff:record': 'record what is called off a framework',
  'contract:write': 'change contracts or prices',
  'uplift:ask': 'ask for higher prices',
  'uplift:answer': 'answer a request for higher prices',
  'enquiry:read': 'read enquiries to foster',
  'enquiry:write': 'record enquiries to foster',
  'fostering:plan': 'change stages or targets of fostering recruitment',
};

/** @throws DomainError FORBIDDEN the role never does this. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!actor.permissions.has(permission)) {
    throw forbidden(`The role “${actor.role}” may not ${inWords[permission]}.`);
  }
}

/** What the database is told of this actor, and of the present. */
export const viewerSettings = (actor: Actor, clock: Clock): ViewerSettings => ({
  tenantId: actor.organisationId,
  accountId: actor.accountId,
  role: actor.role,
  readsReference: actor.permissions.has('reference:read'),
  now: clock.now(),
});

/**
 * First lock on a tenant's saved comparisons: the only filter there is. Row-level security, the second lock, says the
 * same in SQL.
 */
export const savedComparisonsReadableBy = (actor: Actor) => ({
  tenantId: actor.organisationId,
  OR: [{ ownerId: actor.accountId }, { visibility: 'ORGANISATION' as const }],
});

/** The rows an actor may change or delete: its own. */
export const savedComparisonsWritableBy = (actor: Actor) => ({
  tenantId: actor.organisationId,
  ownerId: actor.accountId,
});

/**
 * First lock on sharing agreements: those of one's consortia, and of drafts only one's own organisation's.
 *
 * @param consortiumCodes consortia the actor's organisation belongs to today.
 */
export const agreementsReadableBy = (actor: Actor, consortiumCodes: readonly string[]) => ({
  consortiumCode: { in: [...consortiumCodes] },
  OR: [{ status: { not: 'DRAFT' as const } }, { draftedById: actor.organisationId }],
});

/** Figures of one authority's dataset that may be read, and perhaps the returns behind them. */
export interface ReadableFigures {
  /** The organisation that holds them. */
  readonly tenantId: string;
  readonly authorityCode: string;
  readonly dataset: string;
  /** Only of periods that ended on this day or later, `YYYY-MM-DD`; null for all. */
  readonly since: string | null;
  /** True where the returns behind them may be read too. */
  readonly records: boolean;
}

/**
 * First lock on figures that returns say: one's own, and what agreements show of others. Row-level security, the second
 * lock, says the same in SQL.
 */
export const figuresReadableBy = (
  actor: Actor,
  datasets: readonly string[],
  shown: readonly ReadableFigures[],
): ReadableFigures[] => [
  ...actor.authorityCodes.flatMap((authorityCode) =>
    datasets.map((dataset) => ({
      tenantId: actor.organisationId,
      authorityCode,
      dataset,
      since: null,
      records: true,
    })),
  ),
  ...shown.filter(({ dataset }) => datasets.includes(dataset)),
];
/** First lock on returns: one's own, and approved ones of authorities whose figures are shown exactly. */
export const returnsReadableBy = (actor: Actor, shown: readonly ReadableFigures[]) => ({
  OR: [
    { tenantId: actor.organisationId },
    ...shown.map(({ tenantId, authorityCode, dataset, since }) => ({
      tenantId,
      authorityCode,
      dataset,
      approvedAt: { not: null },
      ...(since !== null && { periodEnd: { gte: new Date(since) } }),
    })),
  ],
});

/** An authority's dataset that agreements release, and from which day on: `YYYY-MM-DD`. */
export type ReleasedDataset = Pick<ReadableFigures, 'authorityCode' | 'dataset'> & {
  readonly since: string;
};

/** What a viewer may read of releases, besides what is of its own authorities. */
export interface ReleasedSight {
  /** Consortia its organisation belongs to today. */
  readonly consortiumCodes: readonly string[];
  /** What agreements show this viewer at `RELEASED` or better. */
  readonly shown: readonly ReleasedDataset[];
  /** What agreements release to everybody. */
  readonly open: readonly ReleasedDataset[];
}

/** Those of a hub who work on its consortium's releases. */
const worksOnReleases = ({ organisationKind, role }: Actor) =>
  organisationKind === 'HUB' && (role === 'hub-analyst' || role === 'hub-manager');

/** Audiences one is of, in the consortia one belongs to. */
const audiencesOf = ({ role }: Actor) => [
  ...(role === 'reviewer' ? [] : ['MEMBERS' as const]),
  'REVIEWERS' as const,
  'PUBLIC' as const,
];

/** First lock on a published release, besides whose figures are in it: whether one is of its audience. */
export const isInAudience = (
  actor: Actor,
  release: Pick<ReleaseToRead, 'audience'> & { readonly consortiumCode: string },
  { consortiumCodes }: Pick<ReleasedSight, 'consortiumCodes'>,
): boolean =>
  release.audience === 'PUBLIC' ||
  (audiencesOf(actor).includes(release.audience) &&
    consortiumCodes.includes(release.consortiumCode));

/** Releases with figures of at least one authority that is shown. */
const withFiguresOf = (actor: Actor, shown: readonly ReleasedDataset[]) => [
  { contributors: { hasSome: [...actor.authorityCodes] } },
  ...shown.map(({ authorityCode, dataset, since }) => ({
    dataset,
    contributors: { has: authorityCode },
    periodEnd: { gte: new Date(since) },
  })),
];

/**
 * First lock on releases: those of the consortium one works on as its hub; and published ones whose audience one is of, with
 * figures of at least one authority that is shown.
 */
export const releasesReadableBy = (
  actor: Actor,
  { consortiumCodes, shown, open }: ReleasedSight,
) => {
  return {
    OR: [
      ...(worksOnReleases(actor) ? [{ tenantId: actor.organisationId }] : []),
      {
        status: { in: ['PUBLISHED' as const, 'SUPERSEDED' as const] },
        OR: [
          {
            audience: { in: audiencesOf(actor) },
            consortiumCode: { in: [...consortiumCodes] },
            OR: withFiguresOf(actor, shown),
          },
          { audience: 'PUBLIC' as const, OR: withFiguresOf(actor, [...shown, ...open]) },
        ],
      },
    ],
  };
};

/** Releases that an actor's organisation has built: its own. */
export const releasesBuiltBy = (actor: Actor) => ({ tenantId: actor.organisationId });

/** What the first lock on a release's cells looks at. */
export interface ReleaseToRead {
  readonly tenantId: string;
  readonly dataset: string;
  readonly periodEnd: Date;
  readonly audience: 'MEMBERS' | 'REVIEWERS' | 'PUBLIC';
  readonly status: string;
  readonly contributors: readonly string[];
}

/** The area of a cell that is about all members together. */
export const wholeConsortium = 'consortium';

/**
 * First lock on a release's cells: areas whose cells an actor may read, of a release that it may read. The consortium's only
 * where each contributing authority's is.
 */
export function releaseCellsReadableBy(
  actor: Actor,
  release: ReleaseToRead,
  { shown, open }: Pick<ReleasedSight, 'shown' | 'open'>,
): string[] {
  const isReadable =
    ['PUBLISHED', 'SUPERSEDED'].includes(release.status) ||
    (release.status === 'READY' &&
      worksOnReleases(actor) &&
      release.tenantId === actor.organisationId);
  if (!isReadable) return [];
  const released = release.audience === 'PUBLIC' ? [...shown, ...open] : shown;
  const endsOn = release.periodEnd.toISOString().slice(0, 10);
  const codes = release.contributors.filter(
    (code) =>
      actor.authorityCodes.includes(code) ||
      released.some(
        ({ authorityCode, dataset, since }) =>
          authorityCode === code && dataset === release.dataset && since <= endsOn,
      ),
  );
  const all = codes.length === release.contributors.length && codes.length > 0;
  return all ? [...codes, wholeConsortium] : codes;
}

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
