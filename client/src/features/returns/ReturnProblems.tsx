import { useDeferredValue, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { Notification } from '../../components/Notification.tsx';
import { ProblemControls } from './ProblemControls.tsx';
import { ProblemGroups } from './ProblemGroups.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import { problemFilter, problemGroups, problemSort, shownProblems } from './problem-list.ts';
import { ReturnExplanations } from './ReturnExplanations.tsx';
import type { WholeReturn } from './return-queries.ts';
import { counted } from './return-words.ts';
import { useReturnProblems } from './use-return-problems.ts';

/** What checking found in a version: by kind, to be explained, and one by one. */
export function ReturnProblems(props: {
  readonly record: WholeReturn;
  readonly onExplained: (sentence: string) => void;
}) {
  const { record, onExplained } = props;
  const state = `${record.revision} ${record.problemCounts?.unexplained}`;
  const { found, total, failure } = useReturnProblems(record.id, state);
  const [address, setAddress] = useSearchParams();
  const filter = useDeferredValue(problemFilter(address));
  const sort = problemSort(address);
  const groups = useMemo(() => problemGroups(found), [found]);
  const { severity, rule, text } = filter;
  const shown = useMemo(
    () => shownProblems(found, { severity, rule, text }, sort),
    [found, severity, rule, text, sort],
  );
  if (total === 0) return null;

  const show = (name: string, value: string | null) => {
    const next = new URLSearchParams(address);
    if (value) next.set(name, value);
    else next.delete(name);
    setAddress(next, { replace: true, preventScrollReset: true });
  };

  return (
    <section className="section" aria-labelledby="return-problems">
      <h2 id="return-problems">What checking found</h2>
      {failure && (
        <Notification tone="bad" role="alert" title="Not all problems could be loaded">
          <p>
            {failure.message} {failure.advice}
          </p>
        </Notification>
      )}
      <MarkedFiles files={record.files} />
      <ProblemGroups groups={groups} chosen={filter.rule} onChoose={(one) => show('rule', one)} />
      {record.viewerCanExplain && (
        <ReturnExplanations
          id={record.id}
          problems={found}
          isReady={record.status === 'READY'}
          onDone={onExplained}
        />
      )}
      <ProblemControls filter={problemFilter(address)} groups={groups} onChange={show} />
      <p className="section__note" role="status">
        {shown.length === found.length
          ? counted(shown.length, 'problem')
          : `${counted(shown.length, 'problem')} of ${counted(found.length, 'problem')}`}
        {total !== null &&
          found.length < total &&
          `, ${counted(total - found.length, 'more', 'more')} on the way`}
      </p>
      <ProblemTable problems={shown} sort={sort} onSort={(one) => show('sort', one)} />
    </section>
  );
}

function MarkedFiles({ files }: { readonly files: WholeReturn['files'] }) {
  const kept = files.filter(({ markedUrl }) => markedUrl !== null);
  if (kept.length === 0) return null;
  return (
    <p className="marked-files">
      Download with the problems marked in it:{' '}
      {kept.map(({ nth, name, markedUrl }) => (
        <a key={nth} href={markedUrl ?? ''} download>
          {name}
        </a>
      ))}
    </p>
  );
}
