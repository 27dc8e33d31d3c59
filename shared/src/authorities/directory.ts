import { dayInWords } from '../days.ts';
import type { AuthorityRecord, RegionRecord } from './authority.ts';
import type { Predecessor } from './predecessors.ts';
import { predecessors } from './predecessors.ts';
import type { Publisher } from './publisher-names.ts';
import { publisherNames } from './publisher-names.ts';

/** Finds authorities by whatever a file calls them. */
export interface AuthorityDirectory {
  /** All authorities in force, in order of their code. */
  readonly authorities: readonly AuthorityRecord[];
  /** The regions of England; England itself is not among them. */
  readonly regions: readonly RegionRecord[];
  /** By today's GSS code, or by an earlier one of the same area. */
  findByCode(code: string): AuthorityRecord | undefined;
  /** By the Department for Education's three-digit code. */
  findByDfeCode(dfeCode: string): AuthorityRecord | undefined;
  /** By name as a publisher spells it. A successor may bear its predecessor's name: ask `reasonBefore` too. */
  findByName(publisher: Publisher, name: string): AuthorityRecord | undefined;
  /** True for the GSS code, three-digit code or name of an area that ended and was not followed by the same area. */
  hasEnded(codeOrName: string): boolean;
  /**
   * Why an authority has no figure for a period that ended while its predecessors still existed,
   * as a sentence; null where it existed already.
   */
  reasonBefore(code: string, periodEnd: string): string | null;
}

const brokenUp: readonly Predecessor[] = predecessors.filter(({ sameArea }) => !sameArea);

const ended: ReadonlySet<string> = new Set(
  brokenUp.flatMap(({ code, dfeCode, name }) => [code, dfeCode, name]),
);

/** A directory of the authorities and regions given. */
export function createAuthorityDirectory(
  authorities: readonly AuthorityRecord[],
  regions: readonly RegionRecord[],
): AuthorityDirectory {
  const byCode = new Map(authorities.map((authority) => [authority.code, authority]));
  const byDfeCode = new Map(authorities.map((authority) => [authority.dfeCode, authority]));
  const byName = new Map(authorities.map((authority) => [authority.name, authority]));
  for (const { authority, code, sameArea } of predecessors) {
    const successor = byCode.get(authority);
    if (sameArea && successor) byCode.set(code, successor);
  }

  return {
    authorities: authorities.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    regions,
    findByCode: (code) => byCode.get(code),
    findByDfeCode: (dfeCode) => byDfeCode.get(dfeCode),
    findByName: (publisher, name) =>
      byName.get(name) ?? byCode.get(publisherNames[publisher][name] ?? ''),
    hasEnded: (codeOrName) => ended.has(codeOrName),
    reasonBefore,
  };
}

function reasonBefore(code: string, periodEnd: string): string | null {
  const before = brokenUp.filter(
    ({ authority, endedOn }) => authority === code && periodEnd <= endedOn,
  );
  const [first] = before;
  if (!first) return null;

  const names = new Intl.ListFormat('en-GB').format(before.map(({ name }) => name));
  return `Published for ${names}, which ended on ${dayInWords(first.endedOn)}.`;
}
