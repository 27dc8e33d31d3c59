import type { ReactNode } from 'react';
import { Page } from '../../components/Page.tsx';
import { Switch } from '../../components/Switch.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { BedsPages } from './BedsPages.tsx';

/** A page of what homes were, with the ways to look at it. */
export function HistoryFrame(props: {
  readonly title: string;
  readonly view: 'trend' | 'calendar' | 'day' | 'voids';
  readonly children: ReactNode;
}) {
  const { code, name } = useConsortium();
  const { permissions } = useViewer();
  const first = `/${code}/beds/history`;
  return (
    <Page
      title={props.title}
      context={name}
      width="wide"
      subpages={
        <>
          <BedsPages />
          <div className="beds-views">
            <Switch
              label="Views of the history"
              chosen={props.view}
              options={[
                { value: 'trend', title: 'Trends', to: first },
                { value: 'calendar', title: 'A year of days', to: `${first}/calendar` },
                { value: 'day', title: 'A past day', to: `${first}/day` },
                ...(permissions.includes('provider:read')
                  ? [{ value: 'voids', title: 'Empty block beds', to: `${first}/voids` }]
                  : []),
              ]}
            />
          </div>
        </>
      }
    >
      {props.children}
    </Page>
  );
}
