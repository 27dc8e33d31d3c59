import { useDeferredValue, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { Notification } from '../../components/Notification.tsx';
import { ProblemControls } from './ProblemControls.tsx';
import { ProblemGroups } from './ProblemGroups.tsx';
import { ProblemTable } from './ProblemTable.tsx';
import {
  filesToMend,
  problemFilter,
  problemGroups,
  problemSort,
  shownProblems,
} from './problem-list.ts';
import { ReturnExplanations } from './ReturnExplanations.tsx';
import type { ReturnProblem, WholeReturn } from './return-queries.ts';
import { counted } from './return-words.ts';
import { useReturnProblems } from './use-return-problems.ts';

/** As many are taken in at a glance, with nothing to narrow them by. */
const fewProblems = 10;

/** What checking found in a version: by kind, to be explained, and one by one. */
export function ReturnProblems(props: {
  readonly record: WholeReturn;
  readonly onExplained: (sentence: string) => void;
  /** Called when somebody else changed it meanwhile. */
  readonly onStale: () => void;
}) {
  const { record, onExplained, onStale } = props;
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
  const isMany = found.length > fewProblems;

  // Few queries stand in the form that asks for their explanations, and are not told twice.
  const listed =
    isMany || !record.viewerCanExplain ? shown : shown.filter((problem) => !isAsked(problem));

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
      <MarkedFiles files={record.files} problems={found} />
      {isMany && (
        <ProblemGroups groups={groups} chosen={filter.rule} onChoose={(one) => show('rule', one)} />
      )}
      {record.viewerCanExplain && (
        <ReturnExplanations
          seen={{ id: record.id, revision: record.revision }}
          problems={found}
          isReady={record.status === 'READY'}
          onStale={onStale}
          onDone={onExplained}
        />
      )}
      {isMany && (
        <ProblemControls filter={problemFilter(address)} groups={groups} onChange={show} />
      )}
      {(isMany || listed.length > 0) && (
        <>
          <p className="section__note" role="status">
            {shownWords({ shown: listed.length, found: found.length, total })}
          </p>
          <ProblemTable problems={listed} sort={sort} onSort={(one) => show('sort', one)} />
        </>
      )}
    </section>
  );
}

const isAsked = ({ severity, explanation }: ReturnProblem) =>
  severity === 'QUERY' && explanation === null;

/** “12 problems”, “3 of 12 problems”, “200 problems, 1,800 more on the way”. */
function shownWords(count: {
  readonly shown: number;
  readonly found: number;
  readonly total: number | null;
}): string {
  const { shown, found, total } = count;
  const some = shown === found ? '' : `${counted(shown, 'of', 'of')} `;
  const waiting = total !== null && found < total;
  return `${some}${counted(found, 'problem')}${waiting ? `, ${counted(total - found, 'more', 'more')} on the way` : ''}`;
}

function MarkedFiles(props: {
  readonly files: WholeReturn['files'];
  readonly problems: readonly ReturnProblem[];
}) {
  const kept = filesToMend(props.files, props.problems);
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
