/** Milliseconds of a day. */
const day = 86_400_000;

/** Day 0 of Excel, as far as days since March 1900 count. */
const dayZero = Date.UTC(1899, 11, 30);

/** The first and last of Excel's numbers that are read as days: 1 January 2000 and 31 December 2099. */
const [earliest, latest] = [36_526, 73_050];

/** A day from Excel's own number of it, as `2026-09-30`; undefined for any other text. */
export function serialDay(text: string): string | undefined {
  if (!/^\d{5}(\.\d+)?$/.test(text)) return undefined;
  const serial = Math.floor(Number(text));
  if (serial < earliest || serial > latest) return undefined;
  return new Date(dayZero + serial * day).toISOString().slice(0, 10);
}
