/** Blanks and letters that nobody sees, which programs pass over before they look for a formula. */
const unseen = /^[\s\p{Cc}\p{Cf}]+/u;

/** Begins like a formula and is no figure. A lone dash is a symbol. */
const formula = /^(?![+-]?[\d., ]+%?$)(?!-$)[=+\-@]/;

const begun = (cell: string) => cell.normalize('NFKC').replace(unseen, '');

/** What a spreadsheet would run: a cell that begins like a formula, however it is hidden, or with a tab or line break. */
export function isFormulaLike(cell: string): boolean {
  // Almost every cell begins with a plain letter or digit, and needs no closer look.
  if (/^\w/.test(cell)) return false;
  return /^[\t\r\n]/.test(cell) || formula.test(begun(cell));
}

/** A cell without the apostrophe by which a spreadsheet is told that it is text and no formula. */
export function withoutApostrophe(cell: string): string {
  if (!cell.startsWith("'")) return cell;
  const rest = cell.slice(1);
  return /^[\t\r\n]/.test(rest) || /^[=+\-@]/.test(begun(rest)) ? rest : cell;
}
