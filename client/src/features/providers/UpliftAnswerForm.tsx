import { useId, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldSelect, FieldText } from '../../components/Field.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { AnswerUpliftMutation } from './framework-mutations.ts';
import type { Framework, Uplift } from './framework-queries.ts';
import { typedNumber } from './refusal.ts';
import { StaleNotice } from './StaleNotice.tsx';
import { useMarketForm } from './use-market-form.ts';

/** Records what an authority of one’s own answers; other authorities do not see it. */
export function UpliftAnswerForm(props: {
  readonly uplift: Uplift;
  readonly framework: Framework;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { uplift, framework, onStale, onDone } = props;
  const id = useId();
  const { authorities } = useViewer();
  const buyers = [framework.lead?.code, ...framework.buyers.map(({ code }) => code)];
  const own = authorities.filter(({ code }) => buyers.includes(code));
  const [authority, setAuthority] = useState(own[0]?.code ?? '');
  const known = uplift.answers.find((answer) => answer.authority?.code === authority);
  const [draft, setDraft] = useState({ granted: '', fromOn: '', note: '' });
  const form = useMarketForm(AnswerUpliftMutation, {
    fields: [
      { path: 'authority', id: `${id}-authority`, label: 'Authority' },
      { path: 'grantedPercent', id: `${id}-granted`, label: 'Granted rise' },
      { path: 'fromOn', id: `${id}-from`, label: 'First day' },
      { path: 'note', id: `${id}-note`, label: 'Note' },
    ],
    onDone: () => onDone(`Answered: ${uplift.provider?.name ?? 'the request'}.`),
    onStale,
  });
  if (own.length === 0) return null;
  const submit = () => {
    const percent = typedNumber(draft.granted);
    const isNone = percent === null || Number.isNaN(percent);
    void form.send(
      {
        id: uplift.id,
        authority,
        grantedPercent: percent ?? 0,
        fromOn: draft.fromOn || null,
        note: draft.note.trim() || null,
        version: known?.version ?? null,
      },
      isNone
        ? [
            {
              field: `${id}-granted`,
              message: 'Enter the rise you grant, in percent; 0 refuses it',
            },
          ]
        : [],
    );
  };
  return (
    <details className="market-form">
      <summary>{known ? 'Change your answer' : 'Answer for your authority'}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ErrorSummary problems={form.problems} />
        <StaleNotice
          shown={form.isStale}
          present={known ? `${known.grantedPercent}%.` : 'no answer.'}
        />
        <div className="market-fields">
          {own.length > 1 && (
            <FieldSelect
              id={`${id}-authority`}
              label="Authority"
              options={own.map(({ code, name }) => ({ value: code, text: name }))}
              value={authority}
              problem={form.problemOf(`${id}-authority`)}
              onChange={({ target: { value } }) => setAuthority(value)}
            />
          )}
          <FieldText
            id={`${id}-granted`}
            label="Granted rise, in percent"
            hint="0 refuses it"
            inputMode="decimal"
            autoComplete="off"
            value={draft.granted}
            problem={form.problemOf(`${id}-granted`)}
            onChange={({ target: { value } }) => setDraft({ ...draft, granted: value })}
          />
          <FieldText
            id={`${id}-from`}
            type="date"
            label="First day of the new price"
            value={draft.fromOn}
            problem={form.problemOf(`${id}-from`)}
            onChange={({ target: { value } }) => setDraft({ ...draft, fromOn: value })}
          />
          <FieldText
            id={`${id}-note`}
            label="Note for your own organisation"
            autoComplete="off"
            value={draft.note}
            problem={form.problemOf(`${id}-note`)}
            onChange={({ target: { value } }) => setDraft({ ...draft, note: value })}
          />
        </div>
        <Button type="submit" size="small" working={form.fetching ? 'Saving' : undefined}>
          Keep the answer
        </Button>
      </form>
    </details>
  );
}
