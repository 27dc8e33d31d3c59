/** Largest file that is read. Unit: bytes. */
const largestFile = 100_000_000;

/** Why files cannot be counted, as a sentence that says what to do; null where they can. */
export function fileProblem(
  files: readonly { readonly name: string; readonly size: number }[],
): string | null {
  if (files.length === 0) return 'Choose at least the episodes file';
  const large = files.find(({ size }) => size > largestFile);
  return large ? `${large.name} is larger than 100 MB: split it by year` : null;
}
