import { includesLevel } from '@sufficiency/shared/sharing/sharing-lists.ts';
import type { ReleasedSight, ReleaseToRead } from '../access/release-locks.ts';
import { releaseCellsReadableBy, wholeConsortium } from '../access/release-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { oncePerOperation } from '../access/viewer.ts';
import { consortiaOfActor } from '../authorities/authorities.service.ts';
import type { Sight } from '../sharing/sight.service.ts';
import { readPublicSight, readSight } from '../sharing/sight.service.ts';

/** What is shown to a viewer of others' releases, with the agreements that say so. */
interface ShownReleases extends Pick<ReleasedSight, 'consortiumCodes'> {
  readonly shown: readonly Sight[];
}

/** What a viewer may read of releases. */
interface SightOfReleases extends ShownReleases {
  readonly open: readonly Sight[];
}

/** What agreements show the viewer of releases today, besides what they release to everybody. */
export const shownReleases = oncePerOperation(async (viewer: Viewer): Promise<ShownReleases> => {
  const consortia = await consortiaOfActor(viewer);
  const sights = await readSight(viewer);
  return {
    consortiumCodes: consortia.map(({ code }) => code),
    shown: sights.filter(({ level }) => includesLevel(level, 'RELEASED')),
  };
});

/** What the viewer may read of releases today. */
export const sightOfReleases = oncePerOperation(
  async (viewer: Viewer): Promise<SightOfReleases> => ({
    ...(await shownReleases(viewer)),
    open: await readPublicSight(viewer),
  }),
);

/** What of a release a viewer may read: “own” or what shows it, by GSS code; and whether the consortium's cells too. */
export interface ReadableAreas {
  readonly areas: readonly string[];
  readonly authorities: ReadonlyMap<string, Sight | 'own'>;
  readonly whole: boolean;
}

/** Areas of a release that the viewer may read, with what shows each. */
export async function readableAreas(
  viewer: Viewer,
  release: ReleaseToRead,
): Promise<ReadableAreas> {
  const all = await shownReleases(viewer);
  const everybody = release.audience === 'PUBLIC' ? await readPublicSight(viewer) : [];
  const isOfDataset = ({ dataset }: Sight) => dataset === release.dataset;
  const [shown, open] = [all.shown.filter(isOfDataset), everybody.filter(isOfDataset)];
  const areas = releaseCellsReadableBy(viewer.actor, release, { shown, open });
  const released = [...shown, ...open];
  const endsOn = release.periodEnd.toISOString().slice(0, 10);
  const authorities = new Map<string, Sight | 'own'>();
  for (const code of areas) {
    const seen = viewer.actor.authorityCodes.includes(code)
      ? 'own'
      : released.find(({ authorityCode, since }) => authorityCode === code && since <= endsOn);
    if (seen) authorities.set(code, seen);
  }
  return { areas, authorities, whole: areas.includes(wholeConsortium) };
}

/** Whether the viewer is told of an authority's figures in releases of a dataset and month, shared or not. */
export async function isTold(
  viewer: Viewer,
  release: ReleaseToRead,
  code: string,
): Promise<boolean> {
  const { shown } = await shownReleases(viewer);
  const endsOn = release.periodEnd.toISOString().slice(0, 10);
  return (
    viewer.actor.authorityCodes.includes(code) ||
    shown.some(
      ({ authorityCode, dataset, since }) =>
        authorityCode === code && dataset === release.dataset && since <= endsOn,
    )
  );
}
