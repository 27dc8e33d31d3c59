import { Link, useParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useSaid } from '../../components/use-said.ts';
import { WhatWasSaid } from '../../components/WhatWasSaid.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { todayInLondon } from '../indicators/london-day.ts';
import { AnsweredQueries } from './AnsweredQueries.tsx';
import { EnquiryChangeForm } from './EnquiryChangeForm.tsx';
import { EnquiryEventForm } from './EnquiryEventForm.tsx';
import { EnquiryEvents } from './EnquiryEvents.tsx';
import { EnquiryFacts } from './EnquiryFacts.tsx';
import { EnquiryLinkForm } from './EnquiryLinkForm.tsx';
import { EnquiryQueryForm } from './EnquiryQueryForm.tsx';
import { EnquiryRetractForm } from './EnquiryRetractForm.tsx';
import { EnquiryTimeline } from './EnquiryTimeline.tsx';
import { EnquiryTransferForm } from './EnquiryTransferForm.tsx';
import { EnquiryTransfers } from './EnquiryTransfers.tsx';
import type { Enquiry, Member, NamedStage, StageSet } from './enquiry-queries.ts';
import { EnquiryQuery } from './enquiry-queries.ts';
import { enquiriesAddress, enquirySentence, stagesOnItsWay } from './enquiry-words.ts';
import { FosteringPages } from './FosteringPages.tsx';

/** One enquiry: how far it came, what was recorded, what is asked, and what can be done about it. */
export function EnquiryPage() {
  const { code, name } = useConsortium();
  const { id = '' } = useParams();
  const [result, ask] = useQuery({
    query: EnquiryQuery,
    variables: { id, consortium: code },
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  const enquiry = result.data?.enquiry;
  return (
    <Page
      title={enquiry ? `Enquiry ${enquiry.reference}` : 'Enquiry'}
      context={name}
      width="wide"
      subpages={<FosteringPages />}
    >
      <QueryState
        result={result}
        title="this enquiry"
        lines={14}
        retry={again}
        isNamed
        isEmpty={(data) => data.enquiry === null}
        empty={
          <p>
            There is no such enquiry that you may see. If it was transferred, its new authority
            reads it now. <Link to={enquiriesAddress(code)}>All that you see</Link>
          </p>
        }
      >
        {(data) =>
          data.enquiry && (
            <EnquiryView
              enquiry={data.enquiry}
              stages={data.fosteringStages.current.stages}
              sets={data.fosteringStages.sets}
              members={data.consortium?.members ?? []}
              onStale={again}
            />
          )
        }
      </QueryState>
    </Page>
  );
}

function EnquiryView(props: {
  readonly enquiry: Enquiry;
  readonly stages: readonly NamedStage[];
  readonly sets: readonly StageSet[];
  readonly members: readonly Member[];
  readonly onStale: () => void;
}) {
  const { enquiry, stages, sets, members, onStale } = props;
  const onItsWay = stagesOnItsWay(sets, enquiry, todayInLondon());
  const { place, say, sentence } = useSaid();
  const form = { enquiry, onStale, onDone: say };
  const open = enquiry.queries.filter(({ answer }) => answer === null);
  return (
    <>
      <p className="page__lead">
        {enquirySentence(enquiry, onItsWay)} {enquiry.synthetic && <Tag tone="warn">synthetic</Tag>}
      </p>
      <WhatWasSaid place={place} sentence={sentence} />
      {open.length > 0 && (
        <section className="section" aria-labelledby="enquiry-asked">
          <h2 id="enquiry-asked">Asked about it</h2>
          <p className="section__note">
            These events are held, and counted nowhere, until somebody answers.
          </p>
          <ul className="lines">
            {open.map((query) => (
              <li key={query.id}>
                <EnquiryQueryForm
                  query={query}
                  mayAnswer={enquiry.viewerCanWrite}
                  onStale={onStale}
                  onDone={say}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      <EnquiryTimeline enquiry={enquiry} stages={onItsWay} />
      {enquiry.viewerCanWrite && <EnquiryEventForm {...form} stages={stages} />}
      <EnquiryEvents enquiry={enquiry} />
      {enquiry.viewerCanWrite && <EnquiryRetractForm {...form} />}
      <AnsweredQueries queries={enquiry.queries} />
      <EnquiryFacts enquiry={enquiry} stages={onItsWay} />
      {enquiry.viewerCanWrite && <EnquiryChangeForm {...form} />}
      <EnquiryTransfers enquiry={enquiry} />
      {enquiry.viewerCanAttribute && (
        <>
          <EnquiryTransferForm key={enquiry.authority?.code} {...form} members={members} />
          <EnquiryLinkForm {...form} kind="duplicate" />
          <EnquiryLinkForm {...form} kind="reapplication" />
        </>
      )}
    </>
  );
}
