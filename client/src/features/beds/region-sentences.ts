import { counted } from '../returns/return-words.ts';
import { numberText } from './home-words.ts';
import type { Region } from './region-queries.ts';

/** What is free, before anything else. */
export function regionSentence({ total, notShown, leftOut }: Region): string {
  const { homes, free, freeToday, stale } = total;
  if (homes === 0) return leftOut ? 'No home is shown here.' : 'You see no home of this region.';
  const unseen =
    notShown.length === 0
      ? ''
      : ` No agreement shows you homes in ${notShown.map(({ name }) => name).join(', ')}.`;
  return (
    `${numberText(free)} of ${counted(total.counts.registered, 'place')} in ${counted(homes, 'home')} ${free === 1 ? 'is' : 'are'} free, ` +
    `${freeToday === 0 ? 'none' : freeToday} of them for admission today; ${counted(stale, 'home')} ${stale === 1 ? 'has' : 'have'} not confirmed in time.${unseen}`
  );
}
