import { useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { BedsPages } from './BedsPages.tsx';
import { LiveNotice, LiveWallNotice } from './LiveNotice.tsx';
import { RegionFree } from './RegionFree.tsx';
import { RegionStale } from './RegionStale.tsx';
import { BedsRegionQuery } from './region-queries.ts';
import { regionSentence } from './region-sentences.ts';
import { useLive } from './use-live.ts';

/** What is free today, by kind and area, and which homes nobody has confirmed. On a wall it leaves out small homes. */
export function RegionPage() {
  const { code, name } = useConsortium();
  const [address] = useSearchParams();
  const isWall = address.has('wall');
  const [result, ask] = useQuery({
    query: BedsRegionQuery,
    variables: { consortium: code, wall: isWall },
    requestPolicy: 'cache-and-network',
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  const live = useLive(code, again);
  return (
    <Page title="The region today" context={name} width="wide" subpages={<BedsPages />}>
      <QueryState result={result} title="the region" lines={14} retry={again}>
        {({ bedsRegion: region }) => (
          <div className={isWall ? 'region region--wall' : 'region'}>
            <p className="page__lead">{regionSentence(region)}</p>
            <div className="beds-views">
              <Switch
                label="For whom"
                chosen={isWall ? 'wall' : 'desk'}
                options={[
                  { value: 'desk', title: 'At a desk', to: '?' },
                  { value: 'wall', title: 'On a wall', to: '?wall=1' },
                ]}
              />
            </div>
            {region.leftOut && <p>{region.leftOut}</p>}
            {isWall ? <LiveWallNotice live={live} /> : <LiveNotice live={live} />}
            <RegionFree region={region} />
            {!isWall && <RegionStale region={region} />}
          </div>
        )}
      </QueryState>
    </Page>
  );
}
