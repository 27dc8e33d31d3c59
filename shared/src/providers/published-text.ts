// A text can be megabytes: each of these looks from the beginning of a run only, so that none goes over it again and again.

/** A line break that lost its backslashes on the way, once or several times in a row, with the spaces about it. */
const lostBreaks = /(?:(?<![a-z])|(?<!rn)(?=rn(?:rn|[ \t]{2,})))(?:rn[ \t]*)+(?![a-z])/g;

const addresses = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const telephones = /(?<![\w£/-])(?:\+44|\(?0[1-9])[\d() -]{7,}\d/g;

/**
 * A publisher’s free text as a person reads it: line breaks that arrived as the letters “rn” are breaks again, and an
 * officer’s address or telephone number is left out.
 */
export const readableText = (published: string): string =>
  published
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(lostBreaks, '\n')
    .replaceAll(addresses, '[address left out]')
    .replaceAll(telephones, '[number left out]')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/ ?\n[ \n]*/g, '\n')
    .trim();
