import { provisionTitles } from '@sufficiency/shared/providers/provision-types.ts';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { numberText } from './home-words.ts';
import { OccupancyTable } from './OccupancyTable.tsx';
import type { Region, Standing } from './region-queries.ts';

/** What is free by area and kind, with what it is free of. */
export function RegionFree(props: { readonly region: Region }) {
  const { parts, total, stale } = props.region;
  const isSynthetic = stale.some(({ synthetic }) => synthetic);
  return (
    <>
      <section className="section">
        <h2>Free places by area and kind {isSynthetic && <Tag tone="warn">synthetic</Tag>}</h2>
        <TableRegion label="Free places by area and kind" className="table-region--whole">
          <table className="table table--stack">
            <caption className="govuk-visually-hidden">Free places by area and kind</caption>
            <thead>
              <tr>
                <th scope="col">Area and kind</th>
                {columns.map(({ title }) => (
                  <th key={title} scope="col" className="table__number">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {parts.map(({ authority, provisionType, standing }) => (
                <StandingRow
                  key={`${authority.code} ${provisionType}`}
                  title={`${authority.name}: ${provisionTitles[provisionType]}`}
                  standing={standing}
                />
              ))}
              <StandingRow title="All" standing={total} />
            </tbody>
          </table>
        </TableRegion>
        <p className="section__note">
          Homes for short breaks are in none of these figures: their nights are counted, not their
          places.
        </p>
      </section>
      <OccupancyTable home={{ counts: total.counts, shortBreaks: false }} />
    </>
  );
}

const columns: readonly { readonly title: string; readonly of: (standing: Standing) => number }[] =
  [
    { title: 'Free for you', of: ({ free }) => free },
    { title: 'Of these, same day', of: ({ freeToday }) => freeToday },
    { title: 'Of these, unsure', of: ({ freeUnsure }) => freeUnsure },
    { title: 'Registered', of: ({ counts }) => counts.registered },
    { title: 'Usable today', of: ({ counts }) => counts.usable },
    { title: 'Occupied', of: ({ counts }) => counts.occupied },
    { title: 'Homes', of: ({ homes }) => homes },
    { title: 'Homes not confirmed', of: ({ stale }) => stale },
  ];

function StandingRow(props: { readonly title: string; readonly standing: Standing }) {
  return (
    <tr>
      <th scope="row">{props.title}</th>
      {columns.map(({ title, of }) => (
        <td key={title} data-label={title} className="table__number">
          {numberText(of(props.standing))}
        </td>
      ))}
    </tr>
  );
}
