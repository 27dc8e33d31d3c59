import { BarPlot } from '../../components/charts/BarPlot.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { writtenMonth } from '../returns/return-months.ts';
import { countText } from './funnel-words.ts';
import { PublishedYearsTable } from './PublishedYearsTable.tsx';
import type { PublishedSeries, PublishedYear } from './published-query.ts';
import { agreement, likeForLikeSentence, seriesSentence, totalText } from './published-words.ts';

/** Recruitment as one authority printed it: year by year, month by month, and whether its totals add up. */
export function PublishedRecruitmentSeries({ series }: { readonly series: PublishedSeries }) {
  const { authority, years, publisher, title, licence } = series;
  const parts = years.flatMap((year) => likeForLikeSentence(year) ?? []);
  const source = `Source: ${publisher}, ${title}. ${licence}`;
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
        table={<YearTable years={years} label={`${authority.name}, year by year`} />}
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

function YearTable(props: { readonly years: readonly PublishedYear[]; readonly label: string }) {
  return (
    <TableRegion label={props.label}>
      <table className="table">
        <caption className="govuk-visually-hidden">{props.label}</caption>
        <thead>
          <tr>
            <th scope="col">Year</th>
            <th scope="col" className="table__number">
              Enquiries
            </th>
            <th scope="col">Against the printed total</th>
            <th scope="col" className="table__number">
              Began to foster
            </th>
            <th scope="col">Against the printed total</th>
          </tr>
        </thead>
        <tbody>
          {props.years.map((year) => (
            <tr key={year.year}>
              <th scope="row">
                {year.year}{' '}
                {year.stopsAfter !== null && (
                  <Tag tone="warn">stops after {writtenMonth(year.stopsAfter)}</Tag>
                )}
              </th>
              <td className="table__number">{totalText(year.enquiries)}</td>
              <td>{agreement(year.enquiries)}</td>
              <td className="table__number">{totalText(year.starters)}</td>
              <td>{agreement(year.starters)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
