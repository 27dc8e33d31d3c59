import type { ResultOf } from '../../graphql/graphql.ts';
import { isNotShared } from '../indicators/comparability.ts';
import { listed } from '../indicators/in-words.ts';
import type { ReleasedPart } from '../indicators/released.ts';
import { releasedPart } from '../indicators/released.ts';
import type { KeyFigureColumn } from './key-figures.ts';
import { subjectKey } from './key-figures.ts';
import type { KeyFiguresFragment } from './overview-query.ts';

/** What the in-year figures are, and whose; or why the viewer sees none. */
export function inYearSentence(
  { rows }: Pick<ResultOf<typeof KeyFiguresFragment>, 'rows'>,
  consortium: string,
  unseen: readonly KeyFigureColumn[],
): string {
  const figures = rows.flatMap(({ cells }) => cells.map(({ figure }) => figure));
  const isUnseen = new Set(unseen.map(subjectKey));
  const seen = rows
    .flatMap(({ cells }) => cells.filter((cell) => !isUnseen.has(subjectKey(cell))))
    .map(({ figure }) => figure)
    .filter(({ symbol }) => symbol !== 'x');
  if (seen.length === 0) {
    return figures.some(({ why }) => isNotShared(why))
      ? `No agreement in force lets you see what members of ${consortium} return month by month.`
      : `No figures have been returned for ${consortium} yet.`;
  }
  const what = `${whence[releasedPart(seen)]}, with the month before below each.`;
  const made = seen.some(({ synthetic }) => synthetic)
    ? ' Synthetic figures, made up for a demonstration.'
    : '';
  return `${what}${made}${withoutSentence(unseen)}`;
}

const whence: Readonly<Record<ReleasedPart, string>> = {
  all: 'As released by the hub, rounded so that nobody can be identified',
  some: 'From members’ own returns, some as released by the hub and rounded',
  none: 'From members’ own returns',
};

/** With more than this their number stands for them. */
const mostNamed = 4;

function withoutSentence(unseen: readonly KeyFigureColumn[]): string {
  const names = unseen.map(({ name }) => name);
  if (names.length === 0) return '';
  const whom = names.length > mostNamed ? `${names.length} others` : listed(names);
  return ` Nothing of ${whom}: not shared with you, or not returned.`;
}
