/** `31/03/2026`, as the collection asks for it, and `2026-03-31`, as programs write it; a time of day may follow. */
const written = /^(?:(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2}))(?:[ T].*)?$/;

const day = 86_400_000;

/** A day as a whole number, so that days are compared and subtracted; null for what is no day. Unit: days since 1970. */
export function dayNumber(text: string): number | null {
  const parts = written.exec(text);
  if (!parts) return null;
  const year = Number(parts[3] ?? parts[4]);
  const month = Number(parts[2] ?? parts[5]);
  const date = Number(parts[1] ?? parts[6]);
  const time = Date.UTC(year, month - 1, date);
  const made = new Date(time);
  // 31 June would become 1 July.
  return made.getUTCDate() === date && made.getUTCMonth() === month - 1 ? time / day : null;
}

const partsOf = (number: number): readonly [year: number, month: number, date: number] => {
  const made = new Date(number * day);
  return [made.getUTCFullYear(), made.getUTCMonth(), made.getUTCDate()];
};

/** The same day of the month some months earlier; the month's last day where it is shorter. Unit: days since 1970. */
export function monthsBefore(number: number, months: number): number {
  const [year, month, date] = partsOf(number);
  const last = new Date(Date.UTC(year, month - months + 1, 0)).getUTCDate();
  return Date.UTC(year, month - months, Math.min(date, last)) / day;
}

/** Age in whole years on a day; somebody born on 29 February has birthdays on 1 March of other years. */
export function ageOn(born: number, on: number): number {
  const [bornYear, bornMonth, bornDate] = partsOf(born);
  const [year, month, date] = partsOf(on);
  const hadBirthday = month > bornMonth || (month === bornMonth && date >= bornDate);
  return year - bornYear - (hadBirthday ? 0 : 1);
}
