import type { Actor, ReadableFigures } from './actor.ts';

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
