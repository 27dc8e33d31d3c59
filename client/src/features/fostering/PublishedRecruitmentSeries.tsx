import { BarPlot } from '../../components/charts/BarPlot.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { FigureTable } from '../../components/FigureTable.tsx';
import { writtenMonth } from '../returns/return-months.ts';
import { countText } from './funnel-words.ts';
import { PublishedYearsTable } from './PublishedYearsTable.tsx';
import type { PublishedSeries, PublishedYear } from './published-query.ts';
import { agreement, likeForLikeSentence, seriesSentence, totalText } from './published-words.ts';

/** Recruitment as one authority printed it: year by year, month by month, and whether its totals add up. */
export function PublishedRecruitmentSeries({ series }: { readonly series: PublishedSeries }) {
  const { authority, years, publisher, title, licence } = series;
  const parts = years.flatMap((year) => likeForLikeSentence(year) ?? []);
  const source = `Source: ${publisher}, ${title}. Licence: ${licence}.`;
  return (
    <section className="section" aria-label={`${authority.name}, as published`}>
      <ChartFrame
        words={{
          title: `Enquiries to ${authority.name}, year by year`,
          subtitle: 'Initial enquiries about fostering, sum of the months printed, April to March',
          source,
        }}
        summary={seriesSentence(series)}
        notes={() => parts.map((part) => <span key={part}>{part} </span>)}
        fileName={`enquiries-${authority.name.toLowerCase()}`}
        table={
          <FigureTable
            label={`${authority.name}, year by year`}
            head="Year"
            columns={['Enquiries', 'Began to foster']}
            rows={years.map((year) => ({
              ...{ id: year.year, name: year.year },
              note: year.stopsAfter && `stops after ${writtenMonth(year.stopsAfter)}`,
              cells: [totalCell(year.enquiries), totalCell(year.starters)],
            }))}
          />
        }
      >
        {(width) => <BarPlot width={width} rows={years.map(rowOf)} format={countText} />}
      </ChartFrame>
      <PublishedYearsTable series={series} />
    </section>
  );
}

const rowOf = (year: PublishedYear) => ({
  id: year.year,
  name: year.stopsAfter === null ? year.year : `${year.year}, part`,
  bars:
    year.enquiries.recomputed === null
      ? []
      : [
          {
            value: year.enquiries.recomputed,
            kind: year.stopsAfter === null ? ('chosen' as const) : ('other' as const),
            title: `${year.year}: ${totalText(year.enquiries)} enquiries`,
          },
        ],
  mark: null,
  text: `${totalText(year.enquiries)} enquiries, ${totalText(year.starters)} began`,
});

const totalCell = (total: PublishedYear['enquiries']) => (
  <>
    {totalText(total)} <span className="table__note">{agreement(total)}</span>
  </>
);
