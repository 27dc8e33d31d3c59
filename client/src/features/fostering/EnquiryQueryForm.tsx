import { explanations } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { DraftSelect, DraftText } from '../providers/DraftField.tsx';
import { FoldedForm } from '../providers/MarketForm.tsx';
import { fieldsOf, missingFrom } from '../providers/market-draft.ts';
import { useMarketForm } from '../providers/use-market-form.ts';
import { AnswerQueryMutation } from './enquiry-mutations.ts';
import type { EnquiryQueryAsked } from './enquiry-queries.ts';
import { answerTexts } from './enquiry-words.ts';
import { choicesOf } from './form-choices.ts';

const answers = (['ACCEPT', 'CORRECT', 'DROP'] as const).map((value) => ({
  value,
  text: answerTexts[value],
}));

const done: Readonly<Record<(typeof answers)[number]['value'], string>> = {
  ACCEPT: 'It counts now',
  CORRECT: 'It counts on the day you gave',
  DROP: 'It was dropped',
};

interface Draft {
  readonly answer: (typeof answers)[number]['value'];
  readonly explanation: string;
  readonly on: string;
}

/** What is asked about an event, and its answer. */
export function EnquiryQueryForm(props: {
  readonly query: EnquiryQueryAsked;
  readonly mayAnswer: boolean;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}) {
  const { query, mayAnswer, onStale, onDone } = props;
  const id = `answer-${query.id}-`;
  const draft: Draft = { answer: 'ACCEPT', explanation: '', on: '' };
  const form = useMarketForm(AnswerQueryMutation, {
    ...{ id, onStale, draft },
    fields: fieldsOf(id, { answer: 'The answer', explanation: 'The reason', on: 'The day' }),
    onDone: () => onDone(`Answered: ${query.title}, ${writtenDay(query.on)}. ${done[answer]}.`),
  });
  const { answer, explanation, on } = form.draft;
  return (
    <>
      <p>{query.sentence}</p>
      {mayAnswer && (
        <FoldedForm
          title={
            <>
              Answer
              <VisuallyHidden>
                {' '}
                about {query.title}, {writtenDay(query.on)}
              </VisuallyHidden>
            </>
          }
          form={form}
          present="it was answered; look at what is recorded."
          button="Keep the answer"
          working="Keeping it"
          onSubmit={() =>
            void form.send(
              {
                ...{ query: query.id, answer },
                ...(answer === 'ACCEPT' && { explanation }),
                ...(answer === 'CORRECT' && { on }),
              },
              missingFrom(id, {
                explanation: answer === 'ACCEPT' && explanation === '' && 'Choose why it is right',
                on: answer === 'CORRECT' && on === '' && 'Enter the day on which it happened',
              }),
            )
          }
        >
          <DraftSelect form={form} name="answer" label="What about it" options={answers} />
          {answer === 'ACCEPT' && (
            <DraftSelect
              form={form}
              name="explanation"
              label="Why it is right"
              options={choicesOf(explanations, 'choose')}
            />
          )}
          {answer === 'CORRECT' && (
            <DraftText form={form} name="on" label="It happened on" kind="day" />
          )}
        </FoldedForm>
      )}
    </>
  );
}
