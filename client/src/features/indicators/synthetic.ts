/** What a row says that holds figures made up for a demonstration. */
export const syntheticNote = 'Synthetic figures, made up for a demonstration.';
