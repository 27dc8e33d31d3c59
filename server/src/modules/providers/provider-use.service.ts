import { includesLevel } from '@sufficiency/shared/sharing/sharing-lists.ts';
import type { ReadableFigures } from '../access/actor.ts';
import { figuresReadableBy } from '../access/actor.ts';
import { pricesReadableBy } from '../access/purchase-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { noteRead } from '../audit/audit.service.ts';
import type { AuthorityRecord } from '../authorities/authorities.service.ts';
import type { Sight } from '../sharing/sight.service.ts';
import { readSight } from '../sharing/sight.service.ts';
import { useSeen } from './provider-use.queries.ts';
import type { AuthorityUse, UseRow, UseSight } from './provider-use.ts';

/**
 * What authorities use of providers, as far as this viewer may see it: its own, and others' where agreements show records.
 * Notes every reading of another organisation's, whether or not there is anything.
 *
 * @unit   placements on the last day of the newest month of each; GBP a week, of the viewer's own only.
 * @source what each tenant recorded (`provider_use`).
 */
export async function readUse(
  viewer: Viewer,
  authorities: readonly AuthorityRecord[],
): Promise<AuthorityUse[]> {
  const { actor } = viewer;
  const shown = await recordsShown(viewer, authorities);
  const codes = new Set(authorities.map(({ code }) => code));
  const readable = figuresReadableBy(actor, ['providers'], shown.map(readableOf)).filter(
    ({ authorityCode }) => codes.has(authorityCode),
  );
  const rows =
    readable.length === 0
      ? []
      : await viewer.operation.rows<UseRow>(useSeen(readable, payerOf(viewer)));
  const byAuthority = Map.groupBy(rows, ({ authority_code }) => authority_code);

  return authorities.map((authority) => {
    const own = byAuthority.get(authority.code) ?? [];
    const month = own[0]?.month ?? null;
    const sight = shown.find(({ authorityCode }) => authorityCode === authority.code);
    if (sight) noteUse(viewer, sight, month);
    return { authority, sight: sightOf(viewer, authority, sight), month, rows: own };
  });
}

/** First lock of prices and costs: whose they are, if anybody's; a hub and a provider pay nothing. */
export function payerOf({ actor }: Viewer): string | null {
  const { tenantId } = pricesReadableBy(actor);
  return typeof tenantId === 'string' ? tenantId : null;
}

/** What agreements show of others' records of providers: one for each authority, the one that goes back furthest. */
async function recordsShown(
  viewer: Viewer,
  authorities: readonly AuthorityRecord[],
): Promise<readonly Sight[]> {
  const all = (await readSight(viewer)).filter(
    ({ dataset, level }) => dataset === 'providers' && includesLevel(level, 'RECORDS'),
  );
  return authorities
    .filter(({ code }) => !viewer.actor.authorityCodes.includes(code))
    .flatMap(
      ({ code }) =>
        all
          .filter(({ authorityCode }) => authorityCode === code)
          .toSorted((one, other) => one.since.localeCompare(other.since))[0] ?? [],
    );
}

const readableOf = ({ tenantId, authorityCode, dataset, since }: Sight): ReadableFigures => ({
  tenantId,
  authorityCode,
  dataset,
  since,
  records: true,
});

function sightOf({ actor }: Viewer, { code }: AuthorityRecord, sight: Sight | undefined): UseSight {
  if (actor.authorityCodes.includes(code)) return { own: true, why: 'own' };
  return sight ? { own: false, why: sight.why } : null;
}

const noteUse = (
  viewer: Viewer,
  { tenantId, dataset, agreement, authorityCode }: Sight,
  month: string | null,
) =>
  noteRead(viewer, {
    tenantId,
    dataset,
    agreement,
    authorities: [authorityCode],
    indicators: ['placements with providers'],
    periods: month === null ? [] : [month],
  });
