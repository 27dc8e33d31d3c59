import { badInput, notFound } from '@sufficiency/shared/errors.ts';
import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import { readReturnContents } from '@sufficiency/shared/returns/reading/return-reader.ts';
import type { ReturnContents, ReturnTable } from '@sufficiency/shared/returns/table.ts';
import { today } from '../../platform/clock.ts';
import { requirePermission } from '../access/actor.ts';
import type { Viewer } from '../access/viewer.ts';
import { findAuthority, listAuthorities } from '../authorities/authorities.service.ts';
import { listRows } from '../returns/return-rows.service.ts';
import { findReturn } from '../returns/returns.service.ts';
import { knownUse, replaceUse, takeTurnAtUse } from './provider-use-changes.service.ts';
import type { KnownRegister, PlannedPurchase, PurchaseProblem } from './purchase-plan.ts';
import { missingContracts, ownerProblems, planContract, planMembership } from './purchase-plan.ts';
import {
  contractRows,
  membershipRows,
  purchasesFormat,
  purchaseTables,
  returnedTables,
  useFileRows,
} from './purchase-rows.ts';
import type { PlannedContract, PlannedMembership } from './purchases-apply.service.ts';
import { applyContracts, applyMemberships } from './purchases-apply.service.ts';
import { knownContracts, knownFrameworks, knownRegister } from './purchases-known.service.ts';
import { planUse } from './use-plan.ts';

/** What rows would change, or have changed, of memberships, block contracts and placements by provider. */
export interface PurchaseImport {
  /** True where it was done; false where it was only looked at, or cannot be used. */
  readonly applied: boolean;
  /** What is wrong; nothing is done while there is anything. */
  readonly problems: readonly PurchaseProblem[];
  readonly items: readonly PlannedPurchase[];
}

/**
 * Tables that `importContracts` reads, with their columns.
 *
 * @throws DomainError FORBIDDEN the role does not record contracts.
 */
export function listPurchaseTables(viewer: Viewer): readonly ReturnTable[] {
  requirePermission(viewer.actor, 'contract:write');
  return purchasesFormat.tables;
}

/** Of which authority and month rows are. */
interface Place {
  readonly authority: string;
  /** Label, for example `2026-09`. */
  readonly month: string;
}

/** As many files are read at once, of so many bytes each. */
const mostFiles = purchaseTables.length;
const longestFile = 5_000_000;
/** As many rows of a table of a return are taken. */
const mostRows = 10_000;

/**
 * Reads memberships of frameworks, block contracts and placements by provider from files in the form of a return’s
 * tables: all of it or nothing. Placements replace those of their month.
 *
 * @param apply false: only says what would change.
 * @throws DomainError BAD_USER_INPUT another’s authority, no month that has ended, no file, or one that is too long; one’s
 *   own rules for frameworks and contracts refuse a row, which is named.
 */
export async function importContracts(
  viewer: Viewer,
  {
    authority,
    month,
    files,
    apply,
  }: Place & { readonly files: readonly File[]; readonly apply: boolean },
): Promise<PurchaseImport> {
  requirePermission(viewer.actor, 'contract:write');
  checkFiles(files);
  const found = await findAuthority(viewer, authority);
  const day = today(viewer.clock);
  if (!found || !viewer.actor.authorityCodes.includes(found.code)) {
    throw badInput('authority must be one that you answer for.');
  }
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month) || calendarMonth(month).endsOn >= day) {
    throw badInput('month must be one that has ended, for example 2026-09.');
  }
  const { code, dfeCode, name } = found;
  const { problems, contents } = await readReturnContents(
    files.map((file) => ({ name: file.name, pieces: file.stream() })),
    { format: purchasesFormat, authority: { code, dfeCode, name }, period: month, today: day },
  );
  const errors = problems.filter(({ severity }) => severity === 'ERROR').map(problemOf);
  if (errors.length > 0) return { applied: false, problems: errors, items: [] };
  return await take(viewer, { authority: code, month, contents, apply });
}

function checkFiles(files: readonly File[]): void {
  if (files.length === 0 || files.length > mostFiles) {
    throw badInput(`Send one to three files: ${purchaseTables.join(', ')}.`);
  }
  const long = files.find(({ size }) => size > longestFile);
  if (long) throw badInput(`${long.name} has ${long.size} bytes: at most ${longestFile} are read.`);
}

type Found = Awaited<ReturnType<typeof readReturnContents>>['problems'][number];

const problemOf = ({ table, row, column, message }: Found): PurchaseProblem => ({
  table,
  row,
  column: column?.name ?? null,
  message,
});

/**
 * Takes memberships of frameworks and block contracts from an accepted return of one’s own, after showing what is new,
 * changed and ended.
 *
 * @param apply false: only says what would change.
 * @throws DomainError NOT_FOUND there is no such return that the viewer may read.
 * @throws DomainError BAD_USER_INPUT it is not one’s own, not of providers, or not accepted.
 */
export async function takeFromReturn(
  viewer: Viewer,
  { id, apply }: { readonly id: string; readonly apply: boolean },
): Promise<PurchaseImport> {
  requirePermission(viewer.actor, 'contract:write');
  const record = await findReturn(viewer, id);
  if (!record) throw notFound('return', id);
  const isOwn = record.tenantId === viewer.actor.organisationId;
  if (!isOwn || record.dataset !== 'providers' || record.status !== 'ACCEPTED') {
    throw badInput('id must be a return of providers of your own that was accepted.');
  }
  const tables = await Promise.all(
    returnedTables.map(async (table) => {
      const asked = { table, fromRow: null, limit: mostRows, inverted: false };
      return [table, await listRows(viewer, record, asked)] as const;
    }),
  );
  const { authorityCode: authority, period: month } = record;
  return await take(viewer, { authority, month, contents: new Map(tables), apply });
}

async function take(
  viewer: Viewer,
  { authority, month, contents, apply }: Place & { contents: ReturnContents; apply: boolean },
): Promise<PurchaseImport> {
  const of = { authority, month };
  if (apply && contents.has('placements-by-provider')) await takeTurnAtUse(viewer, of);
  const { problems, memberships, contracts, uses, items } = await planned(viewer, of, contents);
  const applied = apply && problems.length === 0;
  if (applied) {
    await applyMemberships(viewer, memberships);
    await applyContracts(viewer, of, contracts);
    if (uses) await replaceUse(viewer, of, uses);
  }
  return { applied, problems, items };
}

async function planned(viewer: Viewer, { authority, month }: Place, contents: ReturnContents) {
  const rows = {
    memberships: membershipRows(contents),
    contracts: contractRows(contents),
    uses: useFileRows(contents),
  };
  const register = await knownRegister(viewer, Object.values(rows).flat());
  const frameworks = await knownFrameworks(viewer);
  const known = await knownContracts(viewer, { authority, month });
  const memberships: PlannedMembership[] = [];
  const contracts: PlannedContract[] = [];

  const wrong = [
    ...rows.memberships.flatMap((of) => {
      const provider = keyOf(register, of);
      const plan = planMembership(of, provider, frameworks);
      if (!('outcome' in plan)) return [plan];
      const problems =
        plan.outcome === 'NOT_OURS' ? [] : ownerProblems('framework-memberships', of, register);
      memberships.push({ ...plan, of, provider });
      return problems;
    }),
    ...rows.contracts.flatMap((of) => {
      const provider = keyOf(register, of);
      const problems = ownerProblems('block-contracts', of, register);
      const before = known.find(({ reference }) => reference === of.reference) ?? null;
      const plan = planContract(of, provider, before);
      if (problems.length > 0) return problems;
      if (!('outcome' in plan)) return [plan];
      contracts.push({ ...plan, of, provider });
      return [];
    }),
  ];
  const missing = contents.has('block-contracts')
    ? missingContracts(rows.contracts, known, calendarMonth(month).endsOn)
    : [];
  const use = contents.has('placements-by-provider')
    ? planUse(rows.uses, await knownUse(viewer, { authority, month }), {
        register,
        authorities: await listAuthorities(viewer, {}),
      })
    : null;
  const differs = use?.items.some(({ outcome }) => outcome !== 'UNCHANGED') === true;
  return {
    problems: [...wrong, ...(use?.problems ?? [])],
    items: [...memberships, ...contracts, ...missing, ...(use?.items ?? [])],
    ...{ memberships, contracts },
    uses: use && differs ? use.uses : null,
  };
}

/** Key of the provider that a row names; empty where it is none of the register. */
const keyOf = ({ owners }: KnownRegister, { provider }: { readonly provider: string }): string =>
  owners.get(provider)?.provider?.key ?? '';
