import { monthsFrom } from '@sufficiency/shared/indicators/period.ts';
import { daysAfter } from '@sufficiency/shared/returns/bank-holidays.ts';
import type { Chance } from '../../platform/demonstration-chance.ts';
import { chanceOf } from '../../platform/demonstration-chance.ts';
import type { Recruit, RecruitmentEvent } from '../returns/demonstration-recruits.service.ts';
import { areaOf, campaignOf } from './demonstration-areas.ts';
import type { Draft, MadeEnquiry, MadeTransfer } from './demonstration-enquiry.ts';
import { madeEvent } from './demonstration-enquiry.ts';
import { lodgingsOf, unattributedOf } from './demonstration-extras.ts';
import { queriesOf } from './demonstration-queries.ts';
import { reapplicationsOf } from './demonstration-reapplications.ts';
import { eventsOf } from './demonstration-way.ts';

/** First month of the hub’s own enquiries; of those before, it took over what was still on its way. */
export const hubStart = '2024-11';
const firstDay = `${hubStart}-01`;

/** Shares of all enquiries. */
const shares = {
  duplicate: 0.025,
  attributedLater: 0.2,
  transferred: 0.03,
  enteredLate: 0.01,
} as const;

/** Why an enquiry passes to another authority. */
const reasons = { MOVED: 45, CHOICE: 30, CAPACITY: 15, MISTAKE: 10 } as const;

/**
 * The enquiries that an invented hub holds on a day, in the order of their references: those that its members' returns
 * count, and those that returns do not know of.
 *
 * Whatever is made for a day is made for every later one, and then more: events after the day are left out, and nothing
 * else depends on it but what is held.
 *
 * @param recruits of the members, from as far back as any may still be on its way when the hub begins.
 */
export function enquiriesOf(recruits: readonly Recruit[], day: string): readonly MadeEnquiry[] {
  const members = [...new Set(recruits.map(({ authority }) => authority))];
  const months = monthsFrom(hubStart, day);
  const all = [
    ...recruits,
    ...months.flatMap((month) => members.flatMap((authority) => lodgingsOf(authority, month))),
  ];
  const drafts = all.flatMap((recruit) => draftOf(recruit, members));
  const nobodys = months.flatMap((month) =>
    unattributedOf(month).map((events, index) => unattributedDraft(`${month} ${index}`, events)),
  );
  const named = withReferences([...drafts, ...drafts.flatMap(duplicateOf), ...nobodys]);
  const linked = reapplicationsOf(named);
  const known = linked
    .filter(({ receivedOn }) => receivedOn <= day)
    .map((made) => until(made, day));
  const held = queriesOf(known, day);
  return known.map((made) => ({ ...made, queries: held.get(made.reference) ?? [] }));
}

function draftOf(
  { authority, reference, events: recruited }: Recruit,
  members: readonly string[],
): Draft[] {
  const [enquiry] = recruited;
  if (!enquiry) return [];
  const name = `${authority} ${reference}`;
  const chance = chanceOf(`hub ${name}`);
  const isBefore = enquiry.day < firstDay;
  const enteredLate = chance.share() < shares.enteredLate;
  const backLoaded = isBefore || enteredLate;
  const events = eventsOf(recruited, chance, { detail: !backLoaded });
  // What had ended by then was never the hub's.
  if (isBefore && events.every(({ on }) => on < firstDay)) return [];
  const received = events.find(({ kind }) => kind === 'RECEIVED');
  return [
    {
      name,
      authority,
      source: enquiry.source,
      campaign: backLoaded ? null : campaignOf(enquiry.source, enquiry.day, chance),
      area: areaOf(authority, chance),
      type: enquiry.type,
      backLoaded,
      duplicateOf: null,
      reapplicationOf: null,
      receivedOn: enquiry.day,
      receivedAt: received?.at ?? null,
      events,
      transfers: backLoaded ? [] : transfersOf(authority, enquiry.day, { chance, members }),
    },
  ];
}

/** Some enquiries come without an area, and are attributed a little later; a few pass from one member to another. */
function transfersOf(
  authority: string,
  receivedOn: string,
  { chance, members }: { readonly chance: Chance; readonly members: readonly string[] },
): MadeTransfer[] {
  const share = chance.share();
  const [after, further, reason] = [
    chance.between(0, 2),
    chance.between(1, 6),
    chance.weighed(reasons),
  ];
  const others = members.filter((member) => member !== authority);
  const from = others[chance.between(0, Math.max(0, others.length - 1))];
  const on = daysAfter(receivedOn, after);
  if (share < shares.transferred && from !== undefined) {
    return [{ from, to: authority, on: daysAfter(on, further), reason }];
  }
  return share < shares.transferred + shares.attributedLater
    ? [{ from: null, to: authority, on, reason: 'ATTRIBUTED' }]
    : [];
}

function unattributedDraft(name: string, recruited: readonly RecruitmentEvent[]): Draft {
  const chance = chanceOf(`hub unattributed ${name}`);
  const events = eventsOf(recruited, chance, { detail: true });
  const [enquiry] = recruited;
  return {
    name: `unattributed ${name}`,
    authority: null,
    source: enquiry?.source ?? 'NK',
    campaign: null,
    area: areaOf(null, chance),
    type: enquiry?.type ?? 'MAINSTREAM',
    backLoaded: false,
    duplicateOf: null,
    reapplicationOf: null,
    receivedOn: enquiry?.day ?? '',
    receivedAt: events.find(({ kind }) => kind === 'RECEIVED')?.at ?? null,
    events,
    transfers: [],
  };
}

/** The same household once more some days later, as the hub found out. */
function duplicateOf(draft: Draft): Draft[] {
  const chance = chanceOf(`hub duplicate ${draft.name}`);
  if (draft.backLoaded || chance.share() >= shares.duplicate) return [];
  const receivedOn = daysAfter(draft.receivedOn, chance.between(1, 20));
  return [
    {
      ...draft,
      name: `${draft.name} again`,
      source: 'WEB',
      campaign: null,
      duplicateOf: draft.name,
      receivedOn,
      receivedAt: null,
      events: [madeEvent('RECEIVED', receivedOn)],
      transfers: [],
    },
  ];
}

/** References count the enquiries of each month, in the order in which they came. */
function withReferences(drafts: readonly Draft[]): Draft[] {
  const byMonth = Map.groupBy(drafts, ({ receivedOn }) => receivedOn.slice(0, 7));
  const references = new Map<string, string>();
  for (const [month, inMonth] of byMonth) {
    const ordered = inMonth.toSorted(
      (one, other) =>
        one.receivedOn.localeCompare(other.receivedOn) || one.name.localeCompare(other.name),
    );
    for (const [index, { name }] of ordered.entries()) {
      references.set(name, `HUB-${month}-${String(index + 1).padStart(3, '0')}`);
    }
  }
  const referenceOf = (name: string) => references.get(name) ?? name;
  return drafts
    .map((draft) => ({
      ...draft,
      name: referenceOf(draft.name),
      duplicateOf: draft.duplicateOf && referenceOf(draft.duplicateOf),
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

/** What is known of it on a day. */
function until({ name, ...draft }: Draft, day: string): Omit<MadeEnquiry, 'queries'> {
  return {
    ...draft,
    reference: name,
    events: draft.events.filter(({ on }) => on <= day),
    transfers: draft.transfers.filter(({ on }) => on <= day),
  };
}
