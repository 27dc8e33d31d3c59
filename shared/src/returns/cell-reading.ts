/** What a cell's text says: its canonical text, or what is wrong as the end of the sentence “*column* …”. */
export type CellReading = { readonly text: string } | { readonly problem: string };

/** Reads a trimmed text that is not blank. */
export type CellReader = (text: string) => CellReading;
