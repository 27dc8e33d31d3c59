import type { Viewer } from '../access/viewer.ts';
import type { ConsortiumRecord } from '../authorities/authorities.service.ts';
import type { Figure } from '../indicators/comparison.service.ts';
import { readComparison } from '../indicators/comparison.service.ts';
import { sourceOf } from '../indicators/indicators.service.ts';
import { capacityFigure } from './capacity-figure.ts';

/** Children whom an authority looks after, as they are published. Unit: children. */
export interface PublishedChildren {
  /** The year whose 31 March it is of. */
  readonly year: string;
  /** Who live outside the authority's area. */
  readonly outside: Figure;
  readonly all: Figure;
}

/**
 * Children looked after by where they live, as they were last published, by authority: the only characteristic that carers are
 * counted by and that is published of an authority's children.
 *
 * @unit   children looked after on 31 March.
 * @source Department for Education, children looked after in England.
 */
export async function readPublishedChildren(
  viewer: Viewer,
  { code: consortium }: ConsortiumRecord,
  authorities: readonly string[],
): Promise<ReadonlyMap<string, PublishedChildren>> {
  if (authorities.length === 0) return new Map();
  const { rows } = await readComparison(viewer, {
    consortium,
    authorities: [...authorities],
    indicators: ['cla-outside-authority-share'],
  });
  const published = await Promise.all(
    rows
      .flatMap(({ cells }) => cells)
      .map(async ({ code, period, figure }) => {
        const { sourceId, fallbackSource } = figure.provenance;
        const known = sourceId === null ? null : await sourceOf(viewer, sourceId);
        const source = known ? `${known.publisher}, ${known.title}` : fallbackSource;
        const countOf = (value: number | null) => countFrom(figure, { value, source });
        const children = {
          ...{ year: period, outside: countOf(figure.numerator), all: countOf(figure.denominator) },
        };
        return code === null ? [] : [[code, children] as const];
      }),
  );
  return new Map(published.flat());
}

/** A count that a published share is made of; the share's symbol and its reason where there is none. */
const countFrom = (
  share: Figure,
  { value, source }: { readonly value: number | null; readonly source: string },
): Figure =>
  value === null
    ? {
        ...share,
        value: null,
        symbol: share.symbol ?? 'x',
        text: share.symbol ?? 'x',
        unit: 'children',
      }
    : capacityFigure(
        { value, unit: 'children', formula: 'as published' },
        { why: share.why, source, synthetic: false },
      );
