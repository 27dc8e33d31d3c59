import { provisionTitles } from '@sufficiency/shared/providers/provision-types.ts';
import { Link } from 'react-router';
import { FigureTable } from '../../components/FigureTable.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { numberText } from './home-words.ts';
import { OccupancyTable } from './OccupancyTable.tsx';
import type { Region, Standing } from './region-queries.ts';

/** What is free by area and kind, with what it is free of. */
export function RegionFree(props: { readonly region: Region }) {
  const { parts, total, synthetic } = props.region;
  const { code } = useConsortium();
  const mayFind = useViewer().permissions.includes('beds:find');
  const cellsOf = (standing: Standing) => columns.map(({ of }) => numberText(of(standing)));
  return (
    <>
      <section className="section">
        <h2>Free places by area and kind {synthetic && <Tag tone="warn">synthetic</Tag>}</h2>
        <TableRegion label="Free places by area and kind">
          <FigureTable
            label="Free places by area and kind"
            head="Area and kind"
            columns={columns.map(({ title }) => title)}
            rows={parts.map(({ authority, provisionType, standing }) => ({
              id: `${authority.code} ${provisionType}`,
              name: `${authority.name}: ${provisionTitles[provisionType]}`,
              cells: cellsOf(standing),
            }))}
            total={{ id: 'all', name: 'All', cells: cellsOf(total) }}
          />
        </TableRegion>
        <p className="section__note">
          Free: vacant, accepting, and kept for nobody else’s block.
          {mayFind && (
            <>
              {' '}
              Which of them you may have, by your blocks, in-house, by a framework or off it,{' '}
              <Link to={`/${code}/beds`}>Find a home</Link> says.
            </>
          )}{' '}
          Homes for short breaks are in none of these figures: their nights are counted, not their
          places.
        </p>
      </section>
      <OccupancyTable home={{ counts: total.counts, shortBreaks: false }} />
    </>
  );
}

interface Column {
  readonly title: string;
  readonly of: (standing: Standing) => number;
}

const columns: readonly Column[] = [
  { title: 'Free', of: ({ free }) => free },
  { title: 'Of these, same day', of: ({ freeToday }) => freeToday },
  { title: 'Of these, unsure', of: ({ freeUnsure }) => freeUnsure },
  { title: 'Registered', of: ({ counts }) => counts.registered },
  { title: 'Usable today', of: ({ counts }) => counts.usable },
  { title: 'Occupied', of: ({ counts }) => counts.occupied },
  { title: 'Homes', of: ({ homes }) => homes },
  { title: 'Homes not confirmed', of: ({ stale }) => stale },
];
