import { explanations, labelIn } from '@sufficiency/shared/fostering/enquiry-codes.ts';
import { writtenDay } from '../indicators/london-day.ts';
import type { EnquiryQueryAsked } from './enquiry-queries.ts';
import { answerTexts } from './enquiry-words.ts';

/** What was asked about an enquiry and answered: nothing that was held is forgotten. */
export function AnsweredQueries({ queries }: { readonly queries: readonly EnquiryQueryAsked[] }) {
  const answered = queries.flatMap(({ answer, ...query }) =>
    answer ? [{ ...query, answer }] : [],
  );
  if (answered.length === 0) return null;
  return (
    <section className="section" aria-labelledby="enquiry-answered">
      <h2 id="enquiry-answered">Asked and answered</h2>
      <ul className="lines">
        {answered.map(({ id, sentence, answer, answeredAt, explanation }) => (
          <li key={id}>
            {sentence} Answered{answeredAt === null ? '' : ` on ${writtenDay(answeredAt)}`}:{' '}
            {answerTexts[answer]}
            {explanation === null ? '' : ` (${labelIn(explanations, explanation)})`}.
          </li>
        ))}
      </ul>
    </section>
  );
}
