const inWords = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day written `2021-03-31` as a person reads it: “31 March 2021”. */
export function dayInWords(day: string): string {
  return inWords.format(new Date(`${day}T00:00:00Z`));
}
