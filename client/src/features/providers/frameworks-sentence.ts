import { writtenDay } from '../indicators/london-day.ts';
import type { FrameworksFilter } from './frameworks-address.ts';
import { counted } from './market-words.ts';

/** What the list of frameworks says, in a sentence: how many, and which of them ends next. */
export function frameworksSentence(
  found: readonly {
    readonly title: string;
    readonly status: string;
    readonly endsOn: string | null;
  }[],
  filter: FrameworksFilter & { readonly name: string },
): string {
  const whose = filter.everywhere ? 'are known here' : `members of ${filter.name} lead or buy by`;
  const when = filter.on === null ? '' : ` that may be in force on ${writtenDay(filter.on)}`;
  const many = counted(found.length, 'framework');
  const first = filter.everywhere
    ? `${many}${when} ${found.length === 1 ? 'is' : 'are'} known here.`
    : `${upper(whose)} ${many}${when}.`;
  const next = found
    .filter(({ status, endsOn }) => status !== 'ENDED' && endsOn !== null)
    .toSorted((one, other) => (one.endsOn ?? '').localeCompare(other.endsOn ?? ''))[0];
  if (!next?.endsOn) return first;
  return `${first} The one that ends first is ${next.title}, on ${writtenDay(next.endsOn)}.`;
}

const upper = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
