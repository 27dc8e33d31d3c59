import type { ReactNode } from 'react';
import { Page } from '../../components/Page.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { FosteringPages } from './FosteringPages.tsx';
import { ReadInstead } from './ReadInstead.tsx';

/** A page that is made of records; whoever does not read them is told who does, and what there is instead. */
export function ForReaders(props: {
  readonly title: string;
  /** Who reads it, in a sentence. */
  readonly lead: string;
  readonly children: ReactNode;
}) {
  const { title, lead, children } = props;
  const { name } = useConsortium();
  if (useViewer().permissions.includes('enquiry:read')) return children;
  return (
    <Page title={title} context={name} subpages={<FosteringPages />} lead={<p>{lead}</p>}>
      <ReadInstead />
    </Page>
  );
}
