import type { WholeReturn } from './return-queries.ts';
import { stepTitle } from './return-sentence.ts';
import { writtenMoment } from './return-words.ts';

/** What happened to a version, the first thing first. */
export function ReturnSteps({ steps }: { readonly steps: WholeReturn['steps'] }) {
  if (steps.length === 0) return null;
  return (
    <section className="section" aria-labelledby="return-steps">
      <h2 id="return-steps">What happened</h2>
      <ol className="lines">
        {steps.map(({ action, account, organisation, note, at }) => (
          <li key={`${at} ${action}`}>
            <strong>{stepTitle(action)}</strong>
            <span className="table__note">
              <time dateTime={at}>{writtenMoment(at)}</time>, {account} of {organisation}
            </span>
            {note !== null && <span className="return-steps__note">{note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
