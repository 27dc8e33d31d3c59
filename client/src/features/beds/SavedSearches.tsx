import { useState } from 'react';
import { Link } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { Button } from '../../components/Button.tsx';
import { Notification } from '../../components/Notification.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { describeFailure } from '../../graphql/errors.ts';
import { savedAsked } from './saved-search.ts';
import type { VacanciesInput } from './vacancy-address.ts';
import { vacancySearch } from './vacancy-address.ts';
import {
  DeleteSearchMutation,
  RecordReferralMutation,
  SaveSearchMutation,
  VacancySearchesQuery,
} from './vacancy-queries.ts';

/** Keeps this search, notes that it was made, and leads to those that were kept: all of it in bands. */
export function SavedSearches(props: {
  readonly input: VacanciesInput;
  readonly onDone: (said: string) => void;
}) {
  const { input, onDone } = props;
  const [{ data }] = useQuery({ query: VacancySearchesQuery });
  const [{ fetching: isSaving }, save] = useMutation(SaveSearchMutation);
  const [{ fetching: isNoting }, note] = useMutation(RecordReferralMutation);
  const [, forget] = useMutation(DeleteSearchMutation);
  const [problem, setProblem] = useState<string | null>(null);
  const said = (
    { error }: { readonly error?: Parameters<typeof describeFailure>[0] | undefined },
    sentence: string,
  ) => {
    const failure = error ? describeFailure(error) : null;
    setProblem(failure && `${failure.message} ${failure.advice}`);
    if (!failure) onDone(sentence);
  };
  const searches = data?.vacancySearches ?? [];
  return (
    <section className="saved-searches" aria-label="Keep this search">
      {problem !== null && (
        <Notification tone="bad" role="alert">
          <p>{problem}</p>
        </Notification>
      )}
      <div className="actions">
        <Button
          kind="secondary"
          size="small"
          working={isSaving ? 'Saving' : undefined}
          onClick={async () => {
            const result = await save({ input: { search: input } });
            const label = result.data?.saveVacancySearch.label;
            said(result, `Saved: ${label}. Days, prices and frameworks are not kept.`);
          }}
        >
          Save this search
        </Button>
        <Button
          kind="secondary"
          size="small"
          working={isNoting ? 'Noting' : undefined}
          onClick={async () =>
            said(
              await note({ input: { search: input } }),
              'Noted, in bands, with how many homes there were. Say later what became of it under Referrals.',
            )
          }
        >
          Note this search as a referral
        </Button>
      </div>
      {searches.length > 0 && (
        <details>
          <summary>Saved searches ({searches.length})</summary>
          <ul>
            {searches.map((search) => (
              <li key={search.id}>
                <Link className="govuk-link" to={vacancySearch(savedAsked(search))}>
                  {search.label}
                </Link>{' '}
                <Button
                  kind="quiet"
                  size="small"
                  onClick={async () =>
                    said(await forget({ input: { id: search.id } }), `Forgotten: ${search.label}.`)
                  }
                >
                  Forget<VisuallyHidden> {search.label}</VisuallyHidden>
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
