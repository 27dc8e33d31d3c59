import type { AuthorityRecord } from '../authorities/authorities.service.ts';
import type { AwardRecord } from './award-record.ts';
import type { AuthorityUse } from './provider-use.ts';
import { placementsIn } from './provider-use.ts';

/** A provider that left a framework, is on none by which an authority buys, and from which that still buys by spot purchase. */
export interface LeftForSpot {
  readonly authority: AuthorityRecord;
  readonly provider: { readonly key: string; readonly name: string };
  readonly framework: AwardRecord['framework'];
  /** Its last day on the framework: `YYYY-MM-DD`. */
  readonly lastOn: string;
  /** Placements by spot purchase with it on the last day of the newest month that is seen. */
  readonly spotPlacements: number;
  /** Why the viewer sees these. */
  readonly why: string;
  readonly synthetic: boolean;
}

/** Whether a provider is on a framework today by which an authority buys: whoever went on to its successor did not leave. */
const isOn = (
  awards: readonly AwardRecord[],
  { providerId, code, today }: { providerId: number; code: string; today: string },
): boolean =>
  awards.some(
    ({ framework, ...award }) =>
      award.providerId === providerId &&
      award.startsOn <= today &&
      (award.endsOn === null || award.endsOn >= today) &&
      (framework.leadAuthorityCode === code ||
        framework.buyers.some(({ authorityCode }) => authorityCode === code)),
  );

/**
 * Providers that left a framework and went on to no other, by authority that buys from them by spot, those who buy most
 * first.
 */
export function leftForSpot(
  awards: readonly AwardRecord[],
  uses: readonly AuthorityUse[],
  today: string,
): LeftForSpot[] {
  const memberships = Map.groupBy(
    awards,
    ({ framework, provider }) => `${framework.id} ${provider.key}`,
  );
  const left = [...memberships.values()].flatMap((all) => {
    const [first] = all;
    const ends = all.map(({ endsOn }) => endsOn ?? '9999-12-31').sort();
    const lastOn = ends.at(-1);
    return first && lastOn !== undefined && lastOn < today ? [{ award: first, lastOn }] : [];
  });
  return left
    .flatMap(({ award, lastOn }) =>
      uses.flatMap((use) => {
        const rows = use.rows.filter(
          (row) =>
            row.provider_id === award.providerId &&
            row.sourcing === 'SPOT' &&
            row.month_end > lastOn,
        );
        const { providerId } = award;
        if (rows.length === 0 || !use.sight) return [];
        if (isOn(awards, { providerId, code: use.authority.code, today })) return [];
        return [
          {
            authority: use.authority,
            provider: award.provider,
            framework: award.framework,
            lastOn,
            spotPlacements: placementsIn(rows),
            why: use.sight.why,
            synthetic: award.synthetic,
          },
        ];
      }),
    )
    .sort(
      (one, other) =>
        other.spotPlacements - one.spotPlacements ||
        one.provider.name.localeCompare(other.provider.name, 'en-GB'),
    );
}
