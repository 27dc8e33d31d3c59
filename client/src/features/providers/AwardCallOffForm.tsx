import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { ErrorSummary } from '../../components/ErrorSummary.tsx';
import { FieldSelect, FieldText } from '../../components/Field.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { CallOffMutation } from './framework-mutations.ts';
import type { Framework, FrameworkMember } from './framework-queries.ts';
import { counted } from './market-words.ts';
import { typedNumber, typedWhole } from './refusal.ts';
import { useMarketForm } from './use-market-form.ts';

const fields = [
  { path: 'authority', id: 'call-authority', label: 'Authority' },
  { path: 'madeOn', id: 'call-madeOn', label: 'Day' },
  { path: 'placements', id: 'call-placements', label: 'Placements' },
  { path: 'weeklyPrice', id: 'call-price', label: 'Price' },
];

/** Records placements called off a membership, for the viewer’s own organisation only. */
export function AwardCallOffForm(props: {
  readonly award: FrameworkMember;
  readonly framework: Framework;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { award, framework, onStale, onDone } = props;
  const { authorities, permissions } = useViewer();
  const own = authorities.filter(({ code }) =>
    [framework.lead?.code, ...framework.buyers.map((buyer) => buyer.code)].includes(code),
  );
  const [authority, setAuthority] = useState(own[0]?.code ?? '');
  const [draft, setDraft] = useState({ madeOn: '', placements: '', weeklyPrice: '' });
  const [method, setMethod] = useState<'DIRECT' | 'COMPETITION'>('DIRECT');
  const form = useMarketForm(CallOffMutation, {
    fields,
    onDone: () => onDone(`Recorded: ${counted(Number(draft.placements), 'placement')} called off.`),
    onStale,
  });
  if (!permissions.includes('calloff:record') || own.length === 0) return null;
  const submit = () => {
    const [placements, weeklyPrice] = [
      typedWhole(draft.placements),
      typedNumber(draft.weeklyPrice),
    ];
    void form.send(
      {
        award: award.id,
        authority,
        method,
        madeOn: draft.madeOn,
        placements: placements ?? 0,
        weeklyPrice,
      },
      [
        ...(draft.madeOn === '' ? [{ field: 'call-madeOn', message: 'Enter the day' }] : []),
        ...(placements === null || Number.isNaN(placements)
          ? [{ field: 'call-placements', message: 'Enter how many placements' }]
          : []),
        ...(Number.isNaN(weeklyPrice)
          ? [{ field: 'call-price', message: 'Price must be an amount in pounds' }]
          : []),
      ],
    );
  };
  return (
    <details className="market-form">
      <summary>Record a call-off</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <ErrorSummary problems={form.problems} />
        <FieldSelect
          id="call-authority"
          label="For"
          options={own.map(({ code, name }) => ({ value: code, text: name }))}
          value={authority}
          problem={form.problemOf('call-authority')}
          onChange={({ target: { value } }) => setAuthority(value)}
        />
        <FieldText
          id="call-madeOn"
          type="date"
          label="Made on"
          value={draft.madeOn}
          problem={form.problemOf('call-madeOn')}
          onChange={({ target: { value } }) => setDraft({ ...draft, madeOn: value })}
        />
        <FieldSelect
          id="call-method"
          label="How"
          options={[
            { value: 'DIRECT', text: 'Direct award' },
            { value: 'COMPETITION', text: 'Further competition' },
          ]}
          value={method}
          onChange={({ target: { value } }) =>
            setMethod(value === 'COMPETITION' ? 'COMPETITION' : 'DIRECT')
          }
        />
        <FieldText
          id="call-placements"
          label="Placements"
          inputMode="numeric"
          autoComplete="off"
          value={draft.placements}
          problem={form.problemOf('call-placements')}
          onChange={({ target: { value } }) => setDraft({ ...draft, placements: value })}
        />
        <FieldText
          id="call-price"
          label="Paid for each, in pounds a week"
          hint="If known. Only your own organisation sees it."
          inputMode="decimal"
          autoComplete="off"
          value={draft.weeklyPrice}
          problem={form.problemOf('call-price')}
          onChange={({ target: { value } }) => setDraft({ ...draft, weeklyPrice: value })}
        />
        <Button type="submit" working={form.fetching ? 'Recording' : undefined}>
          Record the call-off
        </Button>
      </form>
    </details>
  );
}
