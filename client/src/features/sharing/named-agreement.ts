/** An agreement as a sentence may name it. */
export interface NamedAgreement {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly status: string;
}

/** How well an agreement fits a sentence: its version told, else in force, else the newest. */
const fitOf = (text: string, { reference, version, status }: NamedAgreement): number => {
  if (text.includes(`${reference} version ${version}`)) return 2000 + version;
  return (status === 'ACTIVE' ? 1000 : 0) + version;
};

/** The agreement that a sentence names; null where it names none of these. */
export function namedAgreement<Agreement extends NamedAgreement>(
  text: string,
  agreements: readonly Agreement[],
): Agreement | null {
  const named = agreements.filter(({ reference }) => text.includes(reference));
  // “D2N2/2026/1” stands in “D2N2/2026/12” too: the longer name is the one that is meant.
  const longest = Math.max(...named.map(({ reference }) => reference.length));
  const meant = named.filter(({ reference }) => reference.length === longest);
  return meant.toSorted((one, other) => fitOf(text, other) - fitOf(text, one))[0] ?? null;
}
