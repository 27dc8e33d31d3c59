/** Why a figure has no number, in the Government Statistical Service's own letters. */
export const dataSymbols = ['z', 'x', 'c', 'k', 'u'] as const;

export type DataSymbol = (typeof dataSymbols)[number];

/** Each symbol in words, for legends, screen readers and exports. */
export const symbolMeaning: Readonly<Record<DataSymbol, string>> = {
  z: 'not applicable',
  x: 'not available',
  c: 'confidential: suppressed so that nobody can be identified',
  k: 'rounds to zero, but is not zero',
  u: 'low reliability',
};
