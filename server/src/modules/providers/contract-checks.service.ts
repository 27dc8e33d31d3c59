import { conflict } from '@sufficiency/shared/errors.ts';
import type { InputProblems } from '../../platform/input-problems.ts';
import type { Viewer } from '../access/viewer.ts';
import { prices } from './framework-input.ts';
import { isDemonstration } from './made-up.service.ts';
import { notInRegister } from './named-homes.service.ts';

/** Absent: as it is. Null: not known. */
export type Maybe<Value> = Value | null | undefined;

/** What can change of a block contract. Days are `YYYY-MM-DD`, prices in GBP a week for one bed. */
export interface ContractTerms {
  readonly reference?: Maybe<string>;
  readonly beds?: Maybe<number>;
  readonly startsOn?: Maybe<string>;
  readonly endsOn?: Maybe<string>;
  readonly noticeMonths?: Maybe<number>;
  readonly decisionLeadMonths?: Maybe<number>;
  /** URNs of the homes in which its beds are: those given, no others. */
  readonly services?: Maybe<readonly string[]>;
  readonly weeklyPrice?: Maybe<number>;
  readonly spotWeeklyPrice?: Maybe<number>;
  /** Rights to extend: added to those there are. */
  readonly extensions?: Maybe<
    readonly { readonly months: number; readonly decideByMonths?: Maybe<number> }[]
  >;
}

/** A block contract as somebody enters it. */
export interface NewContract extends ContractTerms {
  /** GSS code. */
  readonly authority: string;
  readonly reference: string;
  /** Key of a provider of the register. */
  readonly provider: string;
  readonly beds: number;
  readonly startsOn: string;
  readonly endsOn: string;
  /** The public notice that names it; only what reads such notices gives one. */
  readonly source?: Maybe<string>;
}

interface Owner {
  readonly id: number;
  readonly name: string;
  readonly synthetic: boolean;
}

const months = [0, 60] as const;

/** @throws DomainError CONFLICT there is a block contract of that reference already. */
export async function requireFreeReference(
  viewer: Viewer,
  { authorityCode, reference }: { readonly authorityCode: string; readonly reference: string },
): Promise<void> {
  const where = { tenantId: viewer.actor.organisationId, authorityCode, reference };
  if ((await viewer.db.blockContract.count({ where })) > 0) {
    throw conflict(`You have a block contract “${reference}” already: change it instead.`);
  }
}

/** Problems with numbers that are out of bounds. */
export function checkTerms(problems: InputProblems, terms: ContractTerms): void {
  problems.within('beds', terms.beds, [1, 500]);
  problems.within('noticeMonths', terms.noticeMonths, months);
  problems.within('decisionLeadMonths', terms.decisionLeadMonths, months);
  problems.within('weeklyPrice', terms.weeklyPrice, prices);
  problems.within('spotWeeklyPrice', terms.spotWeeklyPrice, prices);
  for (const [index, right] of (terms.extensions ?? []).entries()) {
    problems.within(`extensions[${index}].months`, right.months, [1, 120]);
    problems.within(`extensions[${index}].decideByMonths`, right.decideByMonths, months);
  }
}

/** The provider that is named; a problem where there is none that may be. */
export async function ownerOf(
  viewer: Viewer,
  problems: InputProblems,
  { provider: key, source }: NewContract,
): Promise<Owner | null> {
  const provider = await viewer.db.provider.findUnique({ where: { key } });
  if (!provider) problems.add('provider', notInRegister(key));
  else if (!provider.synthetic && source == null && (await isDemonstration(viewer))) {
    problems.add(
      'provider',
      'is a real one: in a demonstration, contracts that no public notice names belong to fictitious providers',
    );
  }
  return provider;
}
