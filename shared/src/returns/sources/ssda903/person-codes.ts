import { ageOn } from './day-number.ts';

/** Age bands by the age they reach up to, in whole years. */
const ageBandsUpTo: readonly (readonly [age: number, code: string])[] = [
  [0, 'UNDER1'],
  [4, '1TO4'],
  [9, '5TO9'],
  [15, '10TO15'],
  [Number.POSITIVE_INFINITY, '16PLUS'],
];

/** Age band on a day. */
export function ageBandOn(born: number, on: number): string {
  const age = ageOn(born, on);
  return ageBandsUpTo.find(([upTo]) => age <= upTo)?.[1] ?? '16PLUS';
}

/** Codes of ETHNIC by the group they belong to. */
const ethnicCodes: Readonly<Record<string, readonly string[]>> = {
  WHITE: ['WBRI', 'WIRI', 'WIRT', 'WROM', 'WOTH'],
  MIXED: ['MWBC', 'MWBA', 'MWAS', 'MOTH'],
  ASIAN: ['AIND', 'APKN', 'ABAN', 'CHNE', 'AOTH'],
  BLACK: ['BCRB', 'BAFR', 'BOTH'],
  OTHER: ['OOTH'],
  NK: ['REFU', 'NOBT'],
};

const groups = new Map(
  Object.entries(ethnicCodes).flatMap(([group, codes]) => codes.map((code) => [code, group])),
);

/** Group of a code of ETHNIC; undefined for what is no code. */
export const ethnicGroupOf = (code: string): string | undefined => groups.get(code);
