import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import type { Chance } from '../../platform/demonstration-chance.ts';
import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { Weights } from '../../platform/demonstration-shapes.ts';
import type { Profile } from './demonstration-calibration.ts';
import { monthLabel } from './demonstration-month.ts';

/** Something that happened to one household on its way to fostering. */
export interface RecruitmentEvent {
  readonly reference: string;
  readonly event: string;
  /** Written YYYY-MM-DD. */
  readonly day: string;
  readonly type: string;
  readonly source: string;
  /** Why it withdrew; null where it did not. */
  readonly reason: string | null;
}

const sources: Weights = { WEB: 34, SOCIAL: 17, CARER: 14, EVENT: 8, HUB: 15, NK: 12 };
const withdrawals: Weights = { AW0: 28, AW1: 22, AW2: 14, AW3: 24, AW4: 8, AW5: 4 };

/** Enquiries have become fewer since the year that the published numbers are of. */
const fewer = 0.65;
/** More enquiries in January and after the summer, fewer in December. */
const seasons = [1.3, 1.05, 1.05, 0.95, 1.05, 0.95, 0.9, 0.9, 1.15, 1.1, 0.95, 0.65];

/** After an application: what comes next, how likely, and after how many days. */
const assessment = [
  { event: 'STAGE1', share: 0.94, from: 5, to: 20 },
  { event: 'STAGE2', share: 0.8, from: 40, to: 80 },
  { event: 'PANEL', share: 0.86, from: 55, to: 110 },
] as const;

/** Longest way from an enquiry to an approval, in months. */
export const longestWay = 11;

const day = 86_400_000;

/**
 * What became of the households that enquired in one month: as many as the authority's published year leads to expect,
 * each on its own way.
 *
 * @param month counted from the first of the demonstration; may lie before it.
 */
export function cohortOf(profile: Profile, month: number): readonly RecruitmentEvent[] {
  const period = monthLabel(month);
  const season = seasons[Number(period.slice(5)) - 1] ?? 1;

  return Object.entries(yearlyEnquiries(profile)).flatMap(([type, yearly]) => {
    const chance = chanceOf(`${profile.code} ${type} enquiries ${month}`);
    return Array.from({ length: chance.count((yearly / 12) * season) }, (_, index) =>
      wayOf({
        profile,
        type,
        chance,
        period,
        reference: `F-${period}-${type.slice(0, 1)}${index + 1}`,
      }),
    ).flat();
  });
}

/** A published count of a year; a service without one recruits as others do for each place it has. */
const published = (profile: Profile, what: string) =>
  profile.counted(`fostering-${what}`, 'foster-places-approved');

/** Enquiries in a year by type of household; those for a child they know follow the published approvals. */
const yearlyEnquiries = (profile: Profile): Weights => ({
  MAINSTREAM: published(profile, 'enquiries') * fewer,
  'FAMILY-FRIENDS': published(profile, 'approvals') * 0.7,
  'SHORT-BREAKS': published(profile, 'enquiries') * 0.02,
});

interface Household {
  readonly profile: Profile;
  readonly type: string;
  readonly chance: Chance;
  readonly period: string;
  readonly reference: string;
}

function wayOf({ profile, type, chance, period, reference }: Household): RecruitmentEvent[] {
  const { enquiry, application, approval } = likelihoods(profile, type);
  const days = Number(calendarMonth(period).endsOn.slice(8));
  const source = type === 'FAMILY-FRIENDS' ? 'CHILD' : chance.weighed(sources);
  const events: RecruitmentEvent[] = [];
  let at = Date.parse(`${period}-01T00:00:00Z`) + chance.between(0, days - 1) * day;
  const happened = (event: string, reason: string | null = null) => {
    events.push({
      reference,
      event,
      day: new Date(at).toISOString().slice(0, 10),
      type,
      source,
      reason,
    });
  };
  const goesOn = (share: number, from: number, to: number) => {
    at += chance.between(from, to) * day;
    return chance.share() < share;
  };

  happened('ENQUIRY');
  if (!goesOn(enquiry, 5, 25)) return events;
  happened('VISIT');
  if (!goesOn(application / enquiry, 15, 55)) return events;
  happened('APPLICATION');
  for (const { event, share, from, to } of assessment) {
    const stays = goesOn(share, from, to);
    happened(stays ? event : 'WITHDRAWN', stays ? null : chance.weighed(withdrawals));
    if (!stays) return events;
  }
  happened(goesOn(approval, 4, 14) ? 'APPROVAL' : 'NOT-APPROVED');
  return events;
}

/** How likely an enquiry is to lead to a visit and to an application, and a panel to an approval. */
function likelihoods(profile: Profile, type: string) {
  if (type === 'FAMILY-FRIENDS') return { enquiry: 0.92, application: 0.8, approval: 0.96 };
  const applications =
    published(profile, 'applications') / Math.max(1, published(profile, 'enquiries'));
  const application = Math.min(0.5, Math.max(0.05, applications));
  return { enquiry: Math.min(0.9, application * 1.8), application, approval: 0.96 };
}
