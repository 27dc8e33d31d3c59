import { randomUUID } from 'node:crypto';
import type { ReleaseAudience } from '@sufficiency/shared/disclosure/release-enums.ts';
import { audienceInWords, releaseAudiences } from '@sufficiency/shared/disclosure/release-enums.ts';
import { badInput, conflict, notFound } from '@sufficiency/shared/errors.ts';
import type { Dataset } from '@sufficiency/shared/indicators/indicator.ts';
import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import { calendarMonth, firstCollectedMonth } from '@sufficiency/shared/indicators/period.ts';
import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import { weakestRelease } from '@sufficiency/shared/sharing/sharing-lists.ts';
import { today } from '../../platform/clock.ts';
import { requirePermission } from '../access/actor.ts';
import { releasesBuiltBy } from '../access/release-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { recorded, requireRelease } from './release-changes.service.ts';
import type { ReleaseRecord } from './release-record.ts';
import { lockReleasePlace, lockReleaseRequests } from './release-requests.queries.ts';

/** How many releases of a hub are built, or wait for it, at most: hubs share the worker. */
const mostAtOnce = 3;

/** What is to be built. */
export interface BuildRelease {
  /** Code of the consortium the viewer's hub serves. */
  readonly consortium: string;
  readonly dataset: string;
  /** A calendar month that has ended, written `2026-09`. */
  readonly period: string;
  readonly audience: ReleaseAudience;
  readonly publishWhenReady?: boolean | null | undefined;
}

/**
 * Asks for the next version of a release: a worker builds it in the background.
 *
 * @throws DomainError NOT_FOUND a consortium that the viewer's organisation does not serve as its hub.
 * @throws DomainError BAD_USER_INPUT no such dataset, or a month that is none or has not ended.
 * @throws DomainError CONFLICT one of the same figures is being built, or three of the hub's are.
 */
export async function buildRelease(viewer: Viewer, input: BuildRelease): Promise<ReleaseRecord> {
  const { actor, clock, db, operation } = viewer;
  requirePermission(actor, 'release:build');
  if (actor.consortiumCode !== input.consortium) {
    throw notFound('consortium that your organisation serves', input.consortium);
  }
  const { consortium, audience } = input;
  const dataset = checkedDataset(input.dataset);
  const period = checkedMonth(input.period, today(clock));
  if (!releaseAudiences.includes(audience)) throw badInput('There is no such audience.');

  await operation.rows(lockReleaseRequests(releasesBuiltBy(actor)));
  await operation.rows(lockReleasePlace({ consortium, dataset, period }));
  const place = { ...releasesBuiltBy(actor), consortiumCode: consortium, dataset, period };
  const building = await db.release.findFirst({ where: { ...place, status: 'BUILDING' } });
  if (building) {
    throw conflict(
      `A release of ${dataset} for ${periodInWords(period)} is being built already, for ${audienceInWords[building.audience]}. Wait for it: each is protected against those before it.`,
    );
  }
  await requireRoom(viewer);
  const latest = await db.release.findFirst({
    where: { ...place, audience },
    orderBy: { version: 'desc' },
    select: { version: true },
  });
  const id = randomUUID();
  await db.release.createMany({
    data: {
      ...place,
      ...weakestRelease,
      id,
      audience,
      periodEnd: new Date(calendarMonth(period).endsOn),
      version: (latest?.version ?? 0) + 1,
      status: 'BUILDING',
      requestedAt: clock.now(),
      requestedBy: actor.account,
      requestedRole: actor.role,
      publishWhenReady: input.publishWhenReady === true,
      contributors: [],
    },
  });
  const release = await requireRelease(viewer, id);
  await recorded(viewer, release, { type: 'release.requested', givers: [] });
  return release;
}

/** @throws DomainError CONFLICT as many releases of the hub as may be are being built. */
async function requireRoom({ actor, db }: Viewer): Promise<void> {
  const building = await db.release.count({
    where: { ...releasesBuiltBy(actor), status: 'BUILDING' },
  });
  if (building < mostAtOnce) return;
  throw conflict(
    'Three releases of your hub are being built already. Wait until one of them is through.',
  );
}

/** @throws DomainError BAD_USER_INPUT no such dataset. */
function checkedDataset(text: string): Dataset {
  const found = datasets.find((dataset) => dataset === text);
  if (!found) throw badInput(`There is no such dataset. The datasets are ${datasets.join(', ')}.`);
  return found;
}

/** @throws DomainError BAD_USER_INPUT a month that is none, has not ended, or came before all returns. */
function checkedMonth(period: string, day: string): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) {
    throw badInput('Write the month as YYYY-MM, for example 2026-09.');
  }
  if (period < firstCollectedMonth) {
    throw badInput(`Returns are collected from ${firstCollectedMonth} on.`);
  }
  if (calendarMonth(period).endsOn >= day) {
    throw badInput(
      `${periodInWords(period)} has not ended: its release can be built from the day after its end.`,
    );
  }
  return period;
}
