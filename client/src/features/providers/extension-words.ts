import { writtenDay } from '../indicators/london-day.ts';

/** A right to extend in words: “by 12 months, to be decided 6 months before the end”. */
export function extensionInWords(option: {
  readonly months: number;
  readonly decideByMonths: number | null;
  readonly takenOn: string | null;
}): string {
  const { months, decideByMonths, takenOn } = option;
  const by = `by ${months} months`;
  if (takenOn !== null) return `${by}, taken up on ${writtenDay(takenOn)}`;
  return decideByMonths === null
    ? by
    : `${by}, to be decided ${decideByMonths} months before the end`;
}
