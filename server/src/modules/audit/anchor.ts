import type { Head } from './chain.ts';

/** The end of every chain, by tenant, as it was last seen: kept outside the database. */
export type Anchor = ReadonlyMap<string, Head>;

/**
 * Moves an anchor forward to where the chains end now. A chain that no longer holds what was anchored keeps its old
 * anchor: that is the proof.
 *
 * @param stillThere the hashes that stand at the anchored places now.
 */
export function advanceAnchor(
  anchor: Anchor,
  { heads, stillThere }: { heads: Anchor; stillThere: ReadonlyMap<string, string> },
): { readonly anchor: Anchor; readonly broken: string[]; readonly moved: boolean } {
  const broken = [...anchor]
    .filter(([tenantId, { hash }]) => stillThere.get(tenantId) !== hash)
    .map(([tenantId]) => tenantId);
  const sound = [...heads].filter(([tenantId]) => !broken.includes(tenantId));
  const moved = sound.some(([tenantId, { hash }]) => anchor.get(tenantId)?.hash !== hash);

  return { anchor: new Map([...anchor, ...sound]), broken, moved };
}
