import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import type { FieldProblem } from '../../components/ErrorSummary.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldArea } from '../../components/Field.tsx';
import { useLeaveWarning } from '../sharing/use-leave-warning.ts';
import { problemPlace } from './problem-list.ts';
import { ExplainReturnProblemsMutation } from './return-mutations.ts';
import type { ReturnProblem } from './return-queries.ts';
import { counted } from './return-words.ts';
import { useReturnChange } from './use-return-change.ts';

/** As many are taken at once. */
const most = 200;
const noProblems: readonly FieldProblem[] = [];
const fieldOf = (nth: number) => `explanation-${nth}`;

/** Takes what the sender says to the queries of a version. What was typed stays until it is kept. */
export function ReturnExplanations(props: {
  readonly id: string;
  readonly problems: readonly ReturnProblem[];
  /** True where nothing but its queries stands against it. */
  readonly isReady: boolean;
  readonly onDone: (sentence: string) => void;
}) {
  const { id, isReady, onDone } = props;
  const queries = props.problems.filter(({ severity }) => severity === 'QUERY');
  const open = queries.filter(({ explanation }) => explanation === null);
  const [typed, setTyped] = useState<ReadonlyMap<number, string>>(new Map());
  const [problems, setProblems] = useState(noProblems);
  const { fetching, change } = useReturnChange(ExplainReturnProblemsMutation);
  const filled = open.flatMap(({ nth }) => {
    const explanation = typed.get(nth)?.trim();
    return explanation ? [{ nth, explanation }] : [];
  });
  useLeaveWarning(filled.length > 0);
  if (open.length === 0) return null;

  const shown = open.slice(0, most);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (filled.length === 0) {
      const field = fieldOf(shown[0]?.nth ?? 0);
      setProblems([{ field, message: 'Explain at least one of the queries' }]);
      return;
    }
    setProblems(noProblems);
    const outcome = await change({ input: { id, problems: filled } });
    if (outcome.problem === null) {
      setTyped(new Map());
      return onDone(
        open.length === filled.length
          ? `All queries are explained${isReady ? ': it can be submitted for approval' : ''}.`
          : `${counted(filled.length, 'explanation')} kept; ${counted(open.length - filled.length, 'query', 'queries')} to go.`,
      );
    }
    setProblems([{ field: null, message: outcome.problem }]);
  };

  return (
    <form className="explanations" onSubmit={(event) => void submit(event)} noValidate>
      <h3>Explain {counted(open.length, 'query', 'queries')}</h3>
      <p>
        These may be right. Say why, and name no person: whoever approves the return reads it. An
        explanation stands again when the same is asked of a later version.
      </p>
      <ErrorSummary problems={problems} />
      {shown.map((query) => (
        <FieldArea
          key={query.nth}
          id={fieldOf(query.nth)}
          label={query.message}
          hint={[problemPlace(query), query.mend].filter((part) => part !== null).join('. ')}
          rows={2}
          maxLength={500}
          problem={problems.find(({ field }) => field === fieldOf(query.nth))?.message}
          value={typed.get(query.nth) ?? ''}
          onChange={(event) => setTyped(new Map(typed).set(query.nth, event.target.value))}
        />
      ))}
      {open.length > shown.length && <p>More are asked once these are explained.</p>}
      <Button type="submit" kind="secondary" working={fetching ? 'Keeping' : undefined}>
        Keep explanations
      </Button>
    </form>
  );
}
