import { useEffect } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useSaid } from '../../components/use-said.ts';
import { WhatWasSaid } from '../../components/WhatWasSaid.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { ReturnActions } from './ReturnActions.tsx';
import { ReturnChanges } from './ReturnChanges.tsx';
import { ReturnFigures } from './ReturnFigures.tsx';
import { ReturnFiles } from './ReturnFiles.tsx';
import { ReturnNext } from './ReturnNext.tsx';
import { ReturnProblems } from './ReturnProblems.tsx';
import { ReturnRows } from './ReturnRows.tsx';
import { ReturnSteps } from './ReturnSteps.tsx';
import { ReturnVersions } from './ReturnVersions.tsx';
import type { WholeReturn } from './return-queries.ts';
import { ReturnQuery } from './return-queries.ts';
import { returnSentence } from './return-sentence.ts';
import { returnTitle } from './return-title.ts';
import { kindInWords, statusTone, statusWord, writtenMoment } from './return-words.ts';
import './returns.scss';

/** One version of a return: where it stands, what happens next, what is in it and what is wrong with it. */
export function ReturnPage() {
  const { code, name } = useConsortium();
  const { id = '' } = useParams();
  const [address] = useSearchParams();
  const [result, ask] = useQuery({
    query: ReturnQuery,
    variables: { id, against: address.get('against') },
    requestPolicy: 'cache-and-network',
  });
  const record = result.data?.return;
  const again = () => ask({ requestPolicy: 'network-only' });

  return (
    <Page
      title={record ? returnTitle(record) : 'Return'}
      context={record ? `${record.authority.name}, ${name} return` : `${name} return`}
    >
      <QueryState
        result={result}
        title="the return"
        lines={14}
        retry={again}
        isEmpty={(data) => data.return === null}
        isNamed
        empty={
          <p>
            There is no return here that you may read.{' '}
            <Link to={`/${code}/returns`}>All returns</Link>
          </p>
        }
      >
        {(data) => data.return && <Ready record={data.return} onStale={again} />}
      </QueryState>
    </Page>
  );
}

function Ready(props: { readonly record: WholeReturn; readonly onStale: () => void }) {
  const { record, onStale } = props;
  const [address] = useSearchParams();
  const said = useSaid();
  const figure = address.get('figure');
  // While something can be done about them they come first.
  const isOpen = record.status === 'PROBLEMS' || record.status === 'READY';
  const problems = <ReturnProblems record={record} onExplained={said.say} onStale={onStale} />;
  useFigureInSight(figure, record.tables.length === 0);

  return (
    <div className="return">
      <p className="return__marks">
        <Tag tone={statusTone[record.status]}>{statusWord[record.status]}</Tag> Version{' '}
        {record.version} {record.synthetic && <Tag tone="warn">synthetic</Tag>}
      </p>
      <p className="page__lead">{returnSentence(record)}</p>
      <WhatWasSaid place={said.place} sentence={said.sentence} />
      <ReturnNext record={record} />
      <ReturnActions record={record} onStale={onStale} onDone={said.say} />
      {isOpen && problems}
      <ReturnFigures record={record} marked={figure} />
      <ReturnChanges record={record} />
      {!isOpen && problems}
      <ReturnRows record={record} />
      <ReturnFacts record={record} />
      <ReturnSteps steps={record.steps} />
      <ReturnFiles files={record.files} />
      <ReturnVersions record={record} />
    </div>
  );
}

/** Leads whoever came for a figure to it, where there are no rows of it to lead to. */
function useFigureInSight(figure: string | null, isWanted: boolean) {
  useEffect(() => {
    if (figure === null || !isWanted) return;
    document.getElementById(`figure-${figure}`)?.scrollIntoView({ block: 'center' });
  }, [figure, isWanted]);
}

function whetherInTime({ onTime }: WholeReturn): string {
  if (onTime === null) return 'was not submitted';
  return `was submitted ${onTime ? 'in time' : 'late'}`;
}

function ReturnFacts({ record }: { readonly record: WholeReturn }) {
  const facts: readonly (readonly [name: string, text: string | null])[] = [
    ['It says', kindInWords[record.kind]],
    ['Format', record.format],
    ['Source', record.source],
    ['Due', `${writtenDay(record.dueOn)}; this version ${whetherInTime(record)}`],
    ['Submitted by', record.submittedBy],
    ['Approved by', by(record.approvedBy, record.approvedAt)],
    ['Attestation', record.attestation],
    ['Accepted by', by(record.acceptedBy, record.acceptedAt)],
  ];
  return (
    <section className="section" aria-labelledby="return-facts">
      <h2 id="return-facts">Where it came from</h2>
      <dl className="facts">
        {facts.map(
          ([name, text]) =>
            text !== null && (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}

const by = (who: string | null, when: string | null) =>
  who === null || when === null ? who : `${who}, ${writtenMoment(when)}`;
