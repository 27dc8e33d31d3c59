/** A unique pupil number: a check letter, eleven digits, and a digit or letter. */
const pupilNumber = /\b[A-HJ-NP-RT-Z]\d{11}[A-HJ-NP-RT-Z\d]\b/i;

const tenDigits = /\b\d{3}[ -]?\d{3}[ -]?\d{4}\b/g;

/** The last digit of an NHS number checks the others: weights 10 to 2, modulo 11. */
function isNhsNumber(text: string): boolean {
  const digits = [...text.replaceAll(/\D/g, '')].map(Number);
  const sum = digits.slice(0, 9).reduce((all, digit, index) => all + digit * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
}

/** True for a text in which a pupil number stands: nothing else looks like one. */
export const holdsPupilNumber = (text: string): boolean => pupilNumber.test(text);

/** True for a text in which a child’s pupil or NHS number stands. */
export const holdsChildNumber = (text: string): boolean =>
  holdsPupilNumber(text) || (text.match(tenDigits) ?? []).some(isNhsNumber);
