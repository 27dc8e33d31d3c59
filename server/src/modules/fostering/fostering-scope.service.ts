import { badInput, notFound } from '@sufficiency/shared/errors.ts';
import {
  codesInWords,
  enquiryHouseholdTypes,
  isCodeOf,
} from '@sufficiency/shared/fostering/enquiry-codes.ts';
import type { FosteringInput } from '@sufficiency/shared/fostering/fostering-input.ts';
import { fosteringInput, mostMonths } from '@sufficiency/shared/fostering/fostering-input.ts';
import { calendarMonth, monthsFrom } from '@sufficiency/shared/indicators/period.ts';
import type { CodeList } from '@sufficiency/shared/returns/code-lists/code-list.ts';
import { enquirySources } from '@sufficiency/shared/returns/code-lists/fostering-codes.ts';
import { today } from '../../platform/clock.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import type { AuthorityRecord, ConsortiumRecord } from '../authorities/authorities.service.ts';
import { findAuthorities, findConsortium } from '../authorities/authorities.service.ts';
import type { FosteringScope } from './fostering-scope.ts';
import { ownStagesOf } from './fostering-scope.ts';
import { lockOf, readHouseholdSight } from './fostering-sight.service.ts';
import { readFunnelStages } from './funnel-stages.service.ts';

/**
 * What an answer about recruitment is of: months, authorities and how the viewer sees their households, stages.
 *
 * @param permission what the answer needs: without `enquiry:read` no household is seen, and figures come from releases.
 * @throws DomainError FORBIDDEN the role never has that permission.
 * @throws DomainError NOT_FOUND an unknown consortium, or an authority that is not its member.
 * @throws DomainError BAD_USER_INPUT months that cannot be, or too many of them; codes of no list.
 */
export async function readFosteringScope(
  viewer: Viewer,
  raw: unknown,
  permission: 'enquiry:read' | 'comparison:read' = 'enquiry:read',
): Promise<FosteringScope> {
  requirePermission(viewer.actor, permission);
  const input = checked(raw);
  const consortium = await findConsortium(viewer, input.consortium);
  if (!consortium) throw notFound('consortium', input.consortium);
  const months = monthsOf(input, today(viewer.clock));
  const authorities = await requireMembers(viewer, consortium, input.authorities ?? null);
  const days = {
    from: calendarMonth(months[0] ?? '').startsOn,
    to: calendarMonth(months.at(-1) ?? '').endsOn,
  };
  const [sights, stages] = await Promise.all([
    readHouseholdSight(viewer, authorities),
    readFunnelStages(viewer, consortium.code, days),
  ]);
  const lock = lockOf(viewer, sights);
  const isWhole = !input.authorities && viewer.actor.permissions.has('enquiry:read');

  return {
    consortium,
    months,
    authorities,
    sights,
    ...stages,
    by: input.by ?? 'AUTHORITY',
    ofNobody: isWhole ? viewer.actor.organisation : null,
    isFiltered: [input.sources, input.campaigns, input.householdTypes].some(Boolean),
    today: today(viewer.clock),
    wanted: {
      consortium: consortium.code,
      ...days,
      lock,
      authorities: sights.map(({ authority }) => authority.code),
      unattributed: isWhole,
      sources: input.sources ?? null,
      campaigns: input.campaigns ?? null,
      householdTypes: input.householdTypes ?? null,
      ownStages: ownStagesOf(stages.stages),
    },
  };
}

function checked(raw: unknown): FosteringInput {
  const { data, error } = fosteringInput.safeParse(raw);
  if (data) {
    requireCodes('sources', data.sources, enquirySources);
    requireCodes('householdTypes', data.householdTypes, enquiryHouseholdTypes);
    return data;
  }
  throw badInput(`${[...new Set(error.issues.map(({ message }) => message))].join('. ')}.`);
}

function requireCodes(
  name: string,
  codes: readonly string[] | null | undefined,
  list: CodeList,
): void {
  const unknown = codes?.find((code) => !isCodeOf(list, code));
  if (unknown !== undefined) throw badInput(`${name} must be among ${codesInWords(list)}.`);
}

const before = (month: string, months: number) => {
  const counted = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - months;
  return `${Math.floor(counted / 12)}-${String((counted % 12) + 1).padStart(2, '0')}`;
};

/** The months asked for; the last twelve that have ended where none are. */
function monthsOf({ from, to }: FosteringInput, day: string): readonly string[] {
  const last = to ?? before(day.slice(0, 7), 1);
  const first = from ?? before(last, 11);
  if (last > day.slice(0, 7)) throw badInput('to must not be a month to come.');
  if (first > last) throw badInput('from must not be after to.');
  const months = monthsFrom(first, `${last}-01`);
  if (months.length > mostMonths) throw badInput(`Ask for ${mostMonths} months at most.`);
  return months;
}

async function requireMembers(
  viewer: Viewer,
  { code: consortium, members }: ConsortiumRecord,
  codes: readonly string[] | null,
): Promise<readonly AuthorityRecord[]> {
  if (!codes) return members;
  const found = await findAuthorities(viewer, codes);
  const asked = found.map((authority, nth) => {
    const member = members.find(({ code }) => code === authority?.code);
    if (!member) throw notFound(`member of ${consortium}`, codes[nth] ?? '');
    return member;
  });
  return [...new Set(asked)];
}
