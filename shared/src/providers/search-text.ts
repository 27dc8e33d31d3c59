/**
 * Text as owners are joined and services searched: lower case, without accents and apostrophes, “and” for “&”, words
 * parted by single spaces and nothing else.
 */
export const searchText = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’‘`]/g, '')
    .replaceAll('&', ' and ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
