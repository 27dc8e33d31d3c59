import type { TrendLine } from '../../components/charts/TrendChart.tsx';
import { referenceLooks } from './chart-references.ts';
import type { ComparedRow, ComparedView, Subject } from './comparison-model.ts';

/** Above this many authorities their names would cover each other: only the chosen one keeps its. */
const mostNamed = 7;

/**
 * Lines of a trend: the chosen authority in the accent, at most three references beside it, all
 * other authorities in grey. The chosen one comes last, so that it is drawn over the others.
 */
export function trendLines(
  view: ComparedView,
  row: ComparedRow,
  beside: readonly Subject[],
  highlight: string | null,
): readonly TrendLine[] {
  const line = ({ id, name }: Subject) => ({
    id,
    name,
    values: row.series.get(id)?.map(({ value }) => value) ?? [],
  });
  const others = view.authorities.filter(({ code }) => code !== highlight);
  const chosen = view.authorities.filter(({ code }) => code === highlight);
  const isNamed = view.authorities.length <= mostNamed;

  return [
    ...others.map((subject) => ({
      ...line(subject),
      kind: 'other' as const,
      shape: 'ring' as const,
      dash: '',
      isNamed,
    })),
    ...referenceLooks.flatMap(({ dash, shape }, index) => {
      const subject = beside[index];
      if (!subject) return [];
      return [{ ...line(subject), kind: 'reference' as const, shape, dash, isNamed: true }];
    }),
    ...chosen.map((subject) => ({
      ...line(subject),
      kind: 'chosen' as const,
      shape: 'dot' as const,
      dash: '',
      isNamed: true,
    })),
  ];
}
