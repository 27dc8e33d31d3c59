import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import { daysAfter } from '@sufficiency/shared/returns/bank-holidays.ts';
import type { Chance } from '../../platform/demonstration-chance.ts';
import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { Weights } from '../../platform/demonstration-shapes.ts';
import type { Recruit, RecruitmentEvent } from '../returns/demonstration-recruits.service.ts';

/** Enquiries in a month that returns do not know of: to offer supported lodgings, for each member, and from nobody's area. */
const inAMonth = { lodgings: 0.5, unattributed: 1.6 } as const;

const sources: Weights = { WEB: 45, SOCIAL: 20, EVENT: 10, HUB: 15, NK: 10 };

/** After an enquiry for supported lodgings: what comes next, how likely, and after how many days. */
const steps = [
  { event: 'VISIT', share: 0.6, from: 6, to: 25 },
  { event: 'APPLICATION', share: 0.6, from: 10, to: 40 },
  { event: 'STAGE1', share: 0.95, from: 3, to: 15 },
  { event: 'STAGE2', share: 0.9, from: 40, to: 60 },
  { event: 'PANEL', share: 0.9, from: 55, to: 80 },
  { event: 'APPROVAL', share: 0.97, from: 4, to: 12 },
] as const;

/** Households that offer a young person supported lodgings: returns have no such type of household. */
export function lodgingsOf(authority: string, month: string): readonly Recruit[] {
  const chance = chanceOf(`${authority} lodgings ${month}`);
  return Array.from({ length: chance.count(inAMonth.lodgings) }, (_, index) => ({
    authority,
    reference: `S-${month}-${index + 1}`,
    events: wayOf(enquiryOf('SUPPORTED-LODGINGS', month, chance), chance),
  }));
}

/** Enquiries from outside every member's area, which the hub attributes to nobody. */
export function unattributedOf(month: string): readonly (readonly RecruitmentEvent[])[] {
  const chance = chanceOf(`unattributed ${month}`);
  return Array.from({ length: chance.count(inAMonth.unattributed) }, () => [
    enquiryOf('MAINSTREAM', month, chance),
  ]);
}

function enquiryOf(type: string, month: string, chance: Chance): RecruitmentEvent {
  const days = Number(calendarMonth(month).endsOn.slice(8));
  return {
    reference: '',
    event: 'ENQUIRY',
    day: daysAfter(`${month}-01`, chance.between(0, days - 1)),
    type,
    source: chance.weighed(sources),
    reason: null,
  };
}

function wayOf(enquiry: RecruitmentEvent, chance: Chance): RecruitmentEvent[] {
  const events = [enquiry];
  let { day } = enquiry;
  for (const { event, share, from, to } of steps) {
    day = daysAfter(day, chance.between(from, to));
    if (chance.share() >= share) {
      // Before an application the hub says itself how it ended.
      return events.length < 3
        ? events
        : [...events, { ...enquiry, event: 'WITHDRAWN', day, reason: 'AW3' }];
    }
    events.push({ ...enquiry, event, day });
  }
  return events;
}
