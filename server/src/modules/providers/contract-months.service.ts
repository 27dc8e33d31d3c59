import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import { today } from '../../platform/clock.ts';
import { dayFrom } from '../../platform/days.ts';
import { InputProblems } from '../../platform/input-problems.ts';
import type { Viewer } from '../access/viewer.ts';
import { recordOwn } from '../audit/audit.service.ts';
import type { ContractRecord } from './contract-record.ts';
import { requireContract } from './contracts.service.ts';
import { moveContractOn, requireOwnContract } from './own-contract.service.ts';

/** How a contract was used in a month, as somebody records it. */
export interface NewContractMonth {
  readonly id: string;
  /** The version of the contract that was seen. */
  readonly version: number;
  /** Label, for example `2026-09`. */
  readonly month: string;
  /** On its last day. Unit: beds. */
  readonly occupied: number;
  /** Unit: bed days. */
  readonly voidDays: number;
}

/**
 * Records how a contract of one's own was used in a month that has ended, or puts it right.
 *
 * @throws DomainError NOT_FOUND, CONFLICT as for changing it.
 * @throws DomainError BAD_USER_INPUT a month outside the contract, more beds occupied than contracted, more void days than
 *   the month has bed days.
 */
export async function recordContractMonth(
  viewer: Viewer,
  input: NewContractMonth,
): Promise<ContractRecord> {
  const contract = await requireOwnContract(viewer, input);
  const { tenantId, id, beds } = contract;
  const { month, occupied, voidDays } = input;
  const problems = new InputProblems();
  const days = monthWithin(viewer, problems, contract, month);
  problems.within('occupied', occupied, [0, beds]);
  problems.within('voidDays', voidDays, [0, beds * Number(days.slice(-2))]);
  problems.refuse();

  await moveContractOn(viewer, contract, {});
  const used = { beds, occupied, voidDays };
  await viewer.db.blockContractMonth.upsert({
    where: { tenantId_contractId_month: { tenantId, contractId: id, month } },
    create: { tenantId, contractId: id, month, monthEnd: dayFrom(days), ...used },
    update: used,
  });
  await recordOwn(viewer, { type: 'contract.monthRecorded', details: { id, periods: [month] } });
  return await requireContract(viewer, id);
}

/** The last day of a month that has ended and that the contract covers at least in part. */
function monthWithin(
  { clock }: Viewer,
  problems: InputProblems,
  { startsOn, endsOn }: ContractRecord,
  month: string,
): string {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
    problems.add('month', 'must be a month written YYYY-MM, for example 2026-09');
    return `${today(clock).slice(0, 7)}-31`;
  }
  const lastDay = calendarMonth(month).endsOn;
  if (lastDay >= today(clock)) problems.add('month', 'must have ended');
  if (lastDay < startsOn || `${month}-01` > endsOn) {
    problems.add('month', `must be within the contract, from ${startsOn} to ${endsOn}`);
  }
  return lastDay;
}
