/** Stands in the authority’s cell of a template’s example row, by which the row is told from what is sent. */
export const exampleMark = 'EXAMPLE';

/** Sheets of a template that are no tables, and the one that lists problems in a file given back. */
export const readMeSheet = 'Read me';
export const codesSheet = 'Codes';
export const problemsSheet = 'Problems';

/** Sheets that are passed over without a word. */
export const ownSheets: readonly string[] = [readMeSheet, codesSheet, problemsSheet];

/** Heading of the column of problems in a CSV file given back; passed over likewise. */
export const problemsHeading = 'problems';
