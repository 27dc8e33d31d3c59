import type { FormEvent } from 'react';
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldArea } from '../../components/Field.tsx';
import { useChangeForm } from '../../components/use-change-form.ts';
import { useLeaveWarning } from '../../components/use-leave-warning.ts';
import { problemPlace } from './problem-list.ts';
import { ExplainReturnProblemsMutation } from './return-mutations.ts';
import type { ReturnProblem } from './return-queries.ts';
import { counted } from './return-words.ts';

/** As many are taken at once. */
const most = 200;
const fieldOf = (nth: number) => `explanation-${nth}`;

/** Takes what the sender says to the queries of a version. What was typed stays until it is kept. */
export function ReturnExplanations(props: {
  /** The version, as the reader saw it. */
  readonly seen: { readonly id: string; readonly revision: number };
  readonly problems: readonly ReturnProblem[];
  /** True where nothing but its queries stands against it. */
  readonly isReady: boolean;
  /** Called when somebody else changed it meanwhile. */
  readonly onStale: () => void;
  readonly onDone: (sentence: string) => void;
}) {
  const { seen, isReady, onStale, onDone } = props;
  const queries = props.problems.filter(({ severity }) => severity === 'QUERY');
  const open = queries.filter(({ explanation }) => explanation === null);
  const [typed, setTyped] = useState<ReadonlyMap<number, string>>(new Map());
  const filled = open.flatMap(({ nth }) => {
    const explanation = typed.get(nth)?.trim();
    return explanation ? [{ nth, explanation }] : [];
  });
  const { problems, problemOf, fetching, make } = useChangeForm(ExplainReturnProblemsMutation, {
    onStale,
    onDone: () => {
      setTyped(new Map());
      onDone(keptSentence(filled.length, open.length - filled.length, isReady));
    },
  });
  useLeaveWarning(filled.length > 0);
  if (open.length === 0) return null;

  const shown = open.slice(0, most);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const field = fieldOf(shown[0]?.nth ?? 0);
    void make(
      { ...seen, problems: filled },
      filled.length > 0 ? [] : [{ field, message: 'Explain at least one of the queries' }],
    );
  };

  return (
    <form className="explanations" onSubmit={submit} noValidate>
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
          hint={[problemPlace(query)?.replace(/^row/, 'Row'), query.mend]
            .filter(Boolean)
            .join('. ')}
          rows={2}
          maxLength={500}
          problem={problemOf(fieldOf(query.nth))}
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

/** What is said once explanations are kept. */
function keptSentence(kept: number, open: number, isReady: boolean): string {
  if (open > 0) {
    return `${counted(kept, 'explanation')} kept; ${counted(open, 'query', 'queries')} to go.`;
  }
  return `All queries are explained${isReady ? ': it can be submitted for approval' : ''}.`;
}
