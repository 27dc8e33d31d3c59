import type { WholeReturn } from './return-queries.ts';

export type ReturnVersion = WholeReturn['versions'][number];

/** The newest version of the same return; null where this is it. */
export function newestVersion({
  version,
  versions,
}: Pick<WholeReturn, 'version' | 'versions'>): ReturnVersion | null {
  const [newest] = versions.toSorted((one, other) => other.version - one.version);
  return newest && newest.version > version ? newest : null;
}

/** The other versions that have figures, and so can be compared, newest first; none where that is not told. */
export const comparableVersions = ({
  version,
  versions,
}: Pick<WholeReturn, 'version' | 'versions'>): readonly ReturnVersion[] =>
  versions
    .filter((other) => other.version !== version && other.problemCounts?.errors === 0)
    .toSorted((one, other) => other.version - one.version);

/** The version that an address names to be compared with, or else the one before; null where there is none. */
export function comparedVersion(
  record: Pick<WholeReturn, 'version' | 'versions'>,
  asked: string | null,
): ReturnVersion | null {
  const others = comparableVersions(record);
  const before = others.find(({ version }) => version < record.version);
  return others.find(({ id }) => id === asked) ?? before ?? null;
}
