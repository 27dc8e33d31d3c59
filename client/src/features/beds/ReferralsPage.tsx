import { Link, useNavigate, useSearchParams } from 'react-router';
import { useQuery } from 'urql';
import { FieldSelect } from '../../components/Field.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { useSaid } from '../../components/use-said.ts';
import { WhatWasSaid } from '../../components/WhatWasSaid.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { useViewer } from '../access/SessionGate.tsx';
import { BedsPages } from './BedsPages.tsx';
import { ReferralCounts } from './ReferralCounts.tsx';
import { ReferralTable } from './ReferralTable.tsx';
import type { ReferralGrouping } from './referral-counts.ts';
import { groupings } from './referral-counts.ts';
import { ReferralNotesQuery } from './referral-queries.ts';
import { outcomes, outcomeTitles, referralsSentence } from './referral-words.ts';

const pageSize = 50;

/** What one’s own organisation looked for, and what became of it. */
export function ReferralsPage() {
  const { name } = useConsortium();
  const { permissions } = useViewer();
  return (
    <Page title="Referrals" context={name} width="wide" subpages={<BedsPages />}>
      {permissions.includes('beds:find') ? (
        <Referrals />
      ) : (
        <p className="page__lead">
          Notes of searches for a home are read by the organisation that made them: by those of it
          who find homes.
        </p>
      )}
    </Page>
  );
}

function Referrals() {
  const { code } = useConsortium();
  const { organisation } = useViewer();
  const { place, say, sentence } = useSaid();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const after = address.get('after');
  const outcome = outcomes.find((one) => one === address.get('outcome'));
  const by = groupingOf(address.get('by'));
  const [result, ask] = useQuery({
    query: ReferralNotesQuery,
    variables: {
      ...{ consortium: code, first: pageSize, after },
      outcomes: outcome === undefined ? null : [outcome],
    },
    requestPolicy: 'cache-and-network',
  });
  const again = () => ask({ requestPolicy: 'network-only' });
  return (
    <QueryState result={result} title="referrals" lines={14} retry={again}>
      {({ referralNotes, all, open, consortium }) => (
        <>
          <p className="page__lead">{referralsSentence(all.totalCount, open.totalCount)}</p>
          <WhatWasSaid place={place} sentence={sentence} />
          <p>
            A note holds what was asked in bands, never an age, a day or a place below an authority,
            and nothing about a child. Notes are {organisation}’s alone, and each is deleted after
            twelve months.
          </p>
          <ReferralCounts by={by} addressOf={(next) => `?${addressWith(address, { by: next })}`} />
          <h2 className="section">Notes of searches</h2>
          <form className="market-filters" aria-label="Narrow the list">
            <FieldSelect
              id="referrals-outcome"
              label="What became of it"
              options={[
                { value: '', text: 'any' },
                ...outcomes.map((value) => ({ value, text: outcomeTitles[value] })),
              ]}
              value={outcome ?? ''}
              onChange={({ target: { value } }) =>
                void navigate(`?${addressWith(address, { outcome: value, after: '' })}`, {
                  replace: true,
                  preventScrollReset: true,
                })
              }
            />
          </form>
          {referralNotes.edges.length === 0 ? (
            <p className="empty">
              There is none. A search is noted on the page that makes it:{' '}
              <Link to={`/${code}/beds`}>find a home</Link>.
            </p>
          ) : (
            <ReferralTable
              notes={referralNotes.edges.map(({ node }) => node)}
              areas={consortium?.members ?? []}
              onStale={again}
              onDone={say}
            />
          )}
          {referralNotes.pageInfo.hasNextPage && (
            <p>
              <Link
                rel="next"
                to={`?${addressWith(address, { after: referralNotes.pageInfo.endCursor ?? '' })}`}
              >
                Earlier searches
              </Link>
            </p>
          )}
        </>
      )}
    </QueryState>
  );
}

const groupingOf = (text: string | null): ReferralGrouping =>
  text !== null && Object.hasOwn(groupings, text) ? (text as ReferralGrouping) : 'MONTH';

/** The address with some choices changed; an empty one is left out. */
function addressWith(address: URLSearchParams, choices: Readonly<Record<string, string>>): string {
  const all = { ...Object.fromEntries(address), ...choices };
  return `${new URLSearchParams(Object.entries(all).filter(([, value]) => value !== ''))}`;
}
