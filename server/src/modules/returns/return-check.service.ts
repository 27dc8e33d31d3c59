import { calendarMonth } from '@sufficiency/shared/indicators/period.ts';
import { publishedCounterparts } from '@sufficiency/shared/indicators/published-counterparts.ts';
import { monthBefore } from '@sufficiency/shared/returns/collection-calendar.ts';
import type { DerivedFigure } from '@sufficiency/shared/returns/derive.ts';
import {
  compareWithPrevious,
  compareWithPublished,
} from '@sufficiency/shared/returns/reading/compare-figures.ts';
import { compareStocks } from '@sufficiency/shared/returns/reading/compare-stocks.ts';
import type { Problem } from '@sufficiency/shared/returns/reading/problem.ts';
import type { Viewer } from '../access/viewer.ts';
import { findIndicators } from '../indicators/indicators.service.ts';
import type { OtherFigureRow, PublishedFigureRow } from './return-figures.queries.ts';
import { figuresInUse, publishedFigures } from './return-figures.queries.ts';
import type { ReturnPlace } from './return-sending.queries.ts';

/**
 * What a return’s figures ask about: where they are far from those of the month before, and from what was last published
 * of the authority.
 *
 * @param sheets the sheet or CSV file that each table was read from, by the table’s name.
 */
export async function compareFigures(
  viewer: Viewer,
  place: ReturnPlace,
  figures: readonly DerivedFigure[],
  sheets: ReadonlyMap<string, string>,
): Promise<Problem[]> {
  const indicators = await indicatorsOf(viewer, figures);
  const before = calendarMonth(monthBefore(place.period)).endsOn;
  const inUse = await viewer.operation.rows<OtherFigureRow>(figuresInUse(place, before));
  const previous = new Map(inUse.map(({ key, ...figure }) => [key, figure]));
  return [
    ...compareWithPrevious(figures, previous, { indicators, sheets }),
    ...compareStocks(figures, previous, sheets),
    ...compareWithPublished(figures, await publishedOf(viewer, place), { indicators, sheets }),
  ];
}

async function indicatorsOf(viewer: Viewer, figures: readonly DerivedFigure[]) {
  const found = await findIndicators(
    viewer,
    figures.map(({ indicator }) => indicator),
  );
  return new Map(found.flatMap((each) => (each ? [[each.key, each] as const] : [])));
}

const dayInWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

async function publishedOf(viewer: Viewer, { authority }: ReturnPlace) {
  const rows = await viewer.operation.rows<PublishedFigureRow>(
    publishedFigures(authority, [...publishedCounterparts.values()]),
  );
  const published = new Map(rows.map((row) => [row.key, row]));
  return new Map(
    [...publishedCounterparts].flatMap(([collected, key]) => {
      const row = published.get(key);
      if (!row) return [];
      const day = dayInWords.format(new Date(row.endsOn));
      return [
        [collected, { value: row.value, source: `what the ${row.publisher} published for ${day}` }],
      ];
    }),
  );
}
