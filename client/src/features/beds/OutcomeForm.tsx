import type { VariablesOf } from '../../graphql/graphql.ts';
import { typed } from '../fostering/form-choices.ts';
import { todayInLondon } from '../indicators/london-day.ts';
import { DraftSelect, DraftText } from '../providers/DraftField.tsx';
import { FoldedForm } from '../providers/MarketForm.tsx';
import { fieldsOf, missingFrom } from '../providers/market-draft.ts';
import { useMarketForm } from '../providers/use-market-form.ts';
import type { Referral, ReferralArea, ReferralOutcome } from './referral-queries.ts';
import { RecordOutcomeMutation } from './referral-queries.ts';
import { outcomes, outcomeTitles, outcomeWords, soughtWords } from './referral-words.ts';
import { basisTitles } from './vacancy-sentences.ts';

type Basis = keyof typeof basisTitles;

interface OutcomeDraft {
  readonly outcome: ReferralOutcome | '';
  readonly on: string;
  readonly placedBy: Basis | '';
  /** GSS code. */
  readonly placedIn: string;
}

const labels = { outcome: 'What', on: 'The day', placedBy: 'How', placedIn: 'The area' };
const choose = { value: '', text: 'choose' } as const;
const whats = [choose, ...outcomes.map((value) => ({ value, text: outcomeTitles[value] }))];
const bases = [
  choose,
  ...(Object.keys(basisTitles) as Basis[]).map((value) => ({ value, text: basisTitles[value] })),
];

/** Says what became of a search. Said wrongly, it is said again. */
export function OutcomeForm(props: {
  readonly note: Referral;
  readonly nth: number;
  readonly areas: readonly ReferralArea[];
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { note, nth, areas, onStale, onDone } = props;
  const id = `outcome-${nth}-`;
  const form = useMarketForm(RecordOutcomeMutation, {
    ...{ id, onStale, fields: fieldsOf(id, labels), draft: draftOf(note) },
    onDone: ({ recordReferralOutcome }) =>
      onDone(`${soughtWords(note)}: ${outcomeWords(recordReferralOutcome)}.`),
  });
  const { outcome } = form.draft;
  return (
    <FoldedForm
      title={note.outcome === 'OPEN' ? 'Say what became of it' : 'Say it otherwise'}
      form={form}
      present={`${outcomeWords(note)}.`}
      button="Record it"
      working="Recording"
      onSubmit={() => void form.send(outcomeInput(form.draft, note), missingOf(id, form.draft))}
    >
      <DraftSelect form={form} name="outcome" label="What became of it" options={whats} />
      {outcome !== 'OPEN' && <DraftText form={form} name="on" kind="day" label="On" />}
      {outcome === 'PLACED' && (
        <>
          <DraftSelect form={form} name="placedBy" label="How the place was had" options={bases} />
          <DraftSelect
            form={form}
            name="placedIn"
            label="In whose area"
            options={[choose, ...areas.map(({ code, name }) => ({ value: code, text: name }))]}
          />
        </>
      )}
    </FoldedForm>
  );
}

const draftOf = ({ outcome, outcomeOn, placedBy, placedIn }: Referral): OutcomeDraft => ({
  outcome: outcome === 'OPEN' ? '' : outcome,
  on: outcomeOn ?? todayInLondon(),
  placedBy: placedBy ?? '',
  placedIn: placedIn?.code ?? '',
});

const outcomeInput = (
  { outcome, on, placedBy, placedIn }: OutcomeDraft,
  { id, version }: Referral,
): VariablesOf<typeof RecordOutcomeMutation>['input'] => ({
  ...{ id, version, outcome: outcome === '' ? 'OPEN' : outcome, on: typed(on) },
  ...(outcome === 'PLACED' && { placedBy: placedBy === '' ? null : placedBy, placedIn }),
});

const missingOf = (id: string, { outcome, placedBy, placedIn }: OutcomeDraft) =>
  missingFrom(id, {
    outcome: outcome === '' && 'Choose what became of it',
    placedBy: outcome === 'PLACED' && placedBy === '' && 'Choose how the place was had',
    placedIn: outcome === 'PLACED' && placedIn === '' && 'Choose in whose area',
  });
