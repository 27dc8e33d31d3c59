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
  'beds:read': 'read homes and their places',
  'beds:find': 'look for a home with a vacancy',
  'beds:write': 'say how the places of homes are used',
  'beds:plan': 'change homes of the list or plan places',
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
