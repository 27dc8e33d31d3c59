import { enquiryHouseholdTypes, labelIn } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { enquirySources } from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';
import type { AuthorityRecord } from '../authorities/authorities.service.ts';
import type { FosteringScope } from './fostering-scope.ts';
import type { HouseholdSight } from './fostering-sight.service.ts';

/** What households are counted by: an authority, a source, a campaign, a type of household. */
export interface FosteringGroup {
  /** Null for none: attributed to nobody, or of no campaign. */
  readonly key: string | null;
  readonly title: string;
  /** Null where it is not an authority’s. */
  readonly authority: AuthorityRecord | null;
  /** False where this viewer sees none of its households, whether or not there are any. */
  readonly isSeen: boolean;
  readonly why: string;
  /** Only households who enquired on this day or later are seen, `YYYY-MM-DD`; null for all. */
  readonly since: string | null;
}

export interface FosteringGroups {
  readonly rows: readonly FosteringGroup[];
  /** Why there is no total; null where there is one. */
  readonly whyNoTotal: string | null;
}

/** Every group that is shown: authorities asked for, seen or not; of others those that somebody is of. */
export function groupsOf(
  scope: FosteringScope,
  found: readonly { readonly key: string | null }[],
): FosteringGroups {
  const rows = scope.by === 'AUTHORITY' ? authoritiesOf(scope, found) : othersOf(scope, found);
  return { rows, whyNoTotal: whyNoTotal(scope) };
}

export const sightOf = ({ sights }: FosteringScope, { code }: AuthorityRecord) =>
  sights.find(({ authority }) => authority.code === code);

function authoritiesOf(
  scope: FosteringScope,
  found: readonly { readonly key: string | null }[],
): FosteringGroup[] {
  const { ofNobody } = scope;
  const attributed = scope.authorities.map((authority): FosteringGroup => {
    const sight = sightOf(scope, authority);
    const { code, name } = authority;
    return {
      key: code,
      title: name,
      authority,
      isSeen: sight !== undefined,
      since: sight ? startOf(scope, sight) : null,
      why:
        sight?.why ??
        `not shared: no agreement in force lets you see ${name}’s records of fostering`,
    };
  });
  if (ofNobody === null || !found.some(({ key }) => key === null)) return attributed;
  return [
    ...attributed,
    {
      key: null,
      title: 'Attributed to no authority',
      authority: null,
      isSeen: true,
      since: null,
      why: `held by ${ofNobody}`,
    },
  ];
}

const titleOf = ({ by }: FosteringScope, key: string | null): string => {
  if (key === null) return 'None recorded';
  if (by === 'SOURCE') return labelIn(enquirySources, key);
  return by === 'HOUSEHOLD_TYPE' ? labelIn(enquiryHouseholdTypes, key) : key;
};

function othersOf(
  scope: FosteringScope,
  found: readonly { readonly key: string | null }[],
): FosteringGroup[] {
  const { sights, ofNobody } = scope;
  const names = sights.map(({ authority }) => authority.name);
  const why = `households of ${[...names, ...(ofNobody ? ['no authority yet'] : [])].join(', ')}, as far as you see them`;
  return [...new Set(found.map(({ key }) => key))]
    .toSorted((one, other) => (one ?? '~').localeCompare(other ?? '~'))
    .map((key) => ({
      key,
      title: titleOf(scope, key),
      authority: null,
      isSeen: true,
      since: null,
      why,
    }));
}

/** Null where all that was asked for is seen. */
const startOf = ({ wanted }: FosteringScope, { since }: HouseholdSight) =>
  since !== null && since > wanted.from ? since : null;

function whyNoTotal(scope: FosteringScope): string | null {
  const unseen = scope.authorities.filter((authority) => {
    const sight = sightOf(scope, authority);
    return !sight || startOf(scope, sight) !== null;
  });
  return unseen.length === 0
    ? null
    : `not shared, or not in full, of ${unseen.length} of ${scope.authorities.length} authorities: a total needs them all`;
}
