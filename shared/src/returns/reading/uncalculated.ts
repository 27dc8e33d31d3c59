/** Stands for a cell whose formula has no saved result. No file can hold it: it is half of a letter. */
export const uncalculated = '\uD800';
