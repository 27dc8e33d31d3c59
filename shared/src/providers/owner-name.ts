import { searchText } from './search-text.ts';

/** An owner of services, read from the name that a register prints. */
export interface OwnerName {
  /** Exactly as printed. */
  readonly printed: string;
  /** Without stray spaces and company number. */
  readonly name: string;
  /** Registered at Companies House; null where the name does not hold it. */
  readonly companyNumber: string | null;
  /** The same for every spelling that differs in case, punctuation or spaces between words only. */
  readonly key: string;
  /** The name without its legal form. */
  readonly groupName: string;
  /** The same for every spelling that differs in its legal form too. Groups are one without its hyphens. */
  readonly groupKey: string;
}

const companyNumber =
  /[\s,]*\(?(?:company\s+(?:registration\s+)?(?:number|no\.?)\s*:?\s*)?\b(\d{8}|(?:SC|NI|OC|IP|CE)\d{6})\)?\s*$/i;

const fictitious = /\s*\(fictitious\)$/i;

/** Longer forms first, so that none leaves a piece of another. */
const legalForm =
  /[\s,.(]+(?:community interest company|c\.?\s?i\.?\s?c|limited liability partnership|l\.?l\.?p|public limited company|p\.?l\.?c|limited|ltd|incorporated|inc)[\s.)]*$/i;

const article = /^the\s+|[\s,]+\(the\)$/gi;

/**
 * Who an owner is, from the name as a register prints it: for joining spellings of one owner, and owners of one group.
 *
 * Companies that own one another under different names stay apart: the register does not say who owns owners.
 *
 * @returns null where there is no letter or digit in it.
 */
export function readOwnerName(printed: string): OwnerName | null {
  const spaced = printed.replaceAll(/\s+/g, ' ').trim();
  const number = companyNumber.exec(spaced);
  const name = number ? spaced.slice(0, number.index) : spaced;
  const key = keyOf(name);
  if (key === '') return null;

  const groupName = rolledUp(name);
  return {
    printed,
    name,
    companyNumber: number?.[1]?.toUpperCase() ?? null,
    key,
    groupName,
    groupKey: keyOf(groupName),
  };
}

/** What is left of a name without article and legal forms; the name itself where nothing would be. */
function rolledUp(name: string): string {
  const ending = fictitious.test(name) ? ' (fictitious)' : '';
  const own = name.replace(fictitious, '');
  let left = own.replace(article, '').trim();
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(legalForm, '').trim();
  }
  return (keyOf(left) === '' ? own : left) + ending;
}

/** Lower case, no accents, words joined by hyphens; an apostrophe parts no word. */
const keyOf = (name: string): string => searchText(name).replaceAll(' ', '-');
