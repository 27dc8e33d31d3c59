/** An organisation that agreements show exact figures of others. */
export interface Insider {
  /** Id. */
  readonly organisation: string;
  /** GSS codes of authorities that others answer for. */
  readonly authorities: readonly string[];
}

/** Whose figures they are. */
interface Owned {
  readonly authority: string;
  readonly organisation: string;
  /** Ids of other organisations that agreements showed just these figures, which may be revised by now. */
  readonly shownTo?: readonly string[];
}

/** Whose exact figures each organisation holds, its own and those that agreements show it: GSS codes by its id. */
export function heldExactly(
  all: readonly Owned[],
  insiders: readonly Insider[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const held = new Map<string, Set<string>>();
  const hold = (organisation: string, authority: string) =>
    held.set(organisation, (held.get(organisation) ?? new Set()).add(authority));
  for (const { organisation, authority, shownTo = [] } of all) {
    hold(organisation, authority);
    for (const each of shownTo) if (!held.has(each)) held.set(each, new Set());
  }
  const known = new Set(all.map(({ authority }) => authority));
  for (const { organisation, authorities } of insiders) {
    for (const code of authorities.filter((each) => known.has(each))) hold(organisation, code);
  }
  return held;
}
