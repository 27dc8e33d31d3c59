import { includesLevel } from '@sufficiency/shared/sharing/sharing-lists.ts';
import { enquiriesHeld } from '../access/fostering-locks.ts';
import type { Viewer } from '../access/viewer.ts';
import { noteRead } from '../audit/audit.service.ts';
import type { AuthorityRecord } from '../authorities/authorities.service.ts';
import type { Sight } from '../sharing/sight.service.ts';
import { readSight } from '../sharing/sight.service.ts';

/** How a viewer comes to see an authority's households. */
export interface HouseholdSight {
  readonly authority: AuthorityRecord;
  /** `OWN`: all; `RECORDS`: those who enquired since a day; `HELD`: those the viewer's organisation took for it. */
  readonly how: 'OWN' | 'RECORDS' | 'HELD';
  /** Only those who enquired on this day or later, `YYYY-MM-DD`; null for all. */
  readonly since: string | null;
  readonly why: string;
}

/** First lock on enquiries in statements: whose, and what one's own organisation holds. */
export interface HouseholdLock {
  /** GSS codes of authorities all of whose enquiries may be read, and from which day on. */
  readonly codes: readonly string[];
  readonly since: readonly string[];
  readonly tenantId: string;
  /** True for a hub: all it holds. An authority's own enquiries for others are in the others' funnels. */
  readonly holdsForOthers: boolean;
}

/**
 * How this viewer sees the households of some authorities; those of whom it sees none are not among them. Notes every reading
 * that an agreement lets it do.
 */
export async function readHouseholdSight(
  viewer: Viewer,
  authorities: readonly AuthorityRecord[],
): Promise<readonly HouseholdSight[]> {
  const { actor } = viewer;
  if (!actor.permissions.has('enquiry:read')) return [];
  const shown = (await readSight(viewer)).filter(
    ({ dataset, level }) => dataset === 'fostering' && includesLevel(level, 'RECORDS'),
  );
  return authorities.flatMap((authority): HouseholdSight[] => {
    if (actor.authorityCodes.includes(authority.code)) {
      return [{ authority, how: 'OWN', since: null, why: 'own' }];
    }
    const [sight] = shown
      .filter(({ authorityCode }) => authorityCode === authority.code)
      .toSorted((one, other) => one.since.localeCompare(other.since));
    if (sight) {
      noteHouseholds(viewer, sight);
      return [{ authority, how: 'RECORDS', since: sight.since, why: sight.why }];
    }
    if (actor.organisationKind !== 'HUB') return [];
    const why = `held by ${actor.organisation}: enquiries that ${authority.name} took itself are not among them`;
    return [{ authority, how: 'HELD', since: null, why }];
  });
}

/** The first lock that follows from what a viewer sees. */
export function lockOf({ actor }: Viewer, sights: readonly HouseholdSight[]): HouseholdLock {
  const whole = sights.filter(({ how }) => how !== 'HELD');
  return {
    codes: whole.map(({ authority }) => authority.code),
    since: whole.map(({ since }) => since ?? '-infinity'),
    ...enquiriesHeld(actor),
  };
}

const noteHouseholds = (
  viewer: Viewer,
  { tenantId, dataset, agreement, authorityCode, since }: Sight,
) =>
  noteRead(viewer, {
    tenantId,
    dataset,
    agreement,
    authorities: [authorityCode],
    indicators: ['enquiries to foster'],
    periods: [`since ${since}`],
  });
