import { writtenDay } from '../indicators/london-day.ts';
import type { CallOff } from './call-off-draft.ts';
import { counted, price } from './market-words.ts';

/** A call-off as a sentence: when, how many, for whom, how, and at which price. */
export function callOffInWords(callOff: CallOff): string {
  const { madeOn, placements, authority, method, weeklyPrice } = callOff;
  const how = method === 'DIRECT' ? 'direct award' : 'further competition';
  const paid = weeklyPrice === null ? '' : `, ${price(weeklyPrice)} a week`;
  return `${writtenDay(madeOn)}: ${counted(placements, 'placement')} for ${authority?.name ?? 'an authority'}, ${how}${paid}.`;
}
