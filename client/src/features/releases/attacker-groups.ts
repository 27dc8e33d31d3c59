import { counted } from '../returns/return-words.ts';
import type { ReleaseCertificate } from './release-queries.ts';
import { written } from './release-words.ts';

type Attacker = ReleaseCertificate['attackers'][number];

/** Attackers who know the same kind of thing, as one line. */
interface AttackerGroup {
  readonly name: string;
  readonly knows: string;
  /** How many figures each was tried on: “61”, “136 to 150”. */
  readonly cells: string;
  /** The narrowest range that any of them came to; null where none was tried on a figure. */
  readonly narrowest: number | null;
}

/** What an attacker knows without the names of those whose exact figures agreements show them, which differ for each. */
const kindOf = ({ knows }: Attacker): string =>
  knows.replace(/ and those of .*$/, ', and what agreements show exactly');

/** The attackers of a certificate by what they know, in its order. */
export function attackerGroups(attackers: readonly Attacker[]): readonly AttackerGroup[] {
  return [...Map.groupBy(attackers, kindOf)].map(([knows, group]) => {
    const [first] = group;
    const widths = group.flatMap(({ narrowestInterval: width }) => (width === null ? [] : [width]));
    return {
      name:
        first && group.length > 1
          ? `${counted(group.length, 'attacker')}, such as ${first.name}`
          : (first?.name ?? ''),
      knows,
      cells: between(group.map(({ cells }) => cells)),
      narrowest: widths.length === 0 ? null : Math.min(...widths),
    };
  });
}

function between(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? written(least) : `${written(least)} to ${written(most)}`;
}
