/** The day so many months after a day, the month's last where it has no such day. Days are `YYYY-MM-DD`. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  lastOfMonth.setUTCDate(Math.min(date, lastOfMonth.getUTCDate()));
  return lastOfMonth.toISOString().slice(0, 10);
}

/** What decides when access has to be reviewed next. */
export interface AccessReview {
  readonly startsOn: string;
  readonly accessReviewMonths: number;
  /** Null before the first review. */
  readonly accessReviewedOn: string | null;
}

/** The last day on which access is still open without another review. */
export const accessReviewDueOn = (agreement: AccessReview): string =>
  addMonths(agreement.accessReviewedOn ?? agreement.startsOn, agreement.accessReviewMonths);
