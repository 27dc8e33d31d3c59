import { useId, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { useMutation, useQuery } from 'urql';
import { FieldText } from '../../components/Field.tsx';
import { Notification } from '../../components/Notification.tsx';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { describeFailure } from '../../graphql/errors.ts';
import { graphql } from '../../graphql/graphql.ts';
import { AccountList, StartHere } from './AccountList.tsx';
import type { ListedAccount } from './account-groups.ts';
import { groupAccounts, startHere } from './account-groups.ts';
import { roleTitle } from './role-title.ts';
import { useSession } from './Session.tsx';
import type { SignInReason } from './sign-in-address.ts';
import { safeAddress } from './sign-in-address.ts';
import './sign-in.scss';

const SignInPageQuery = graphql(`
  query SignInPage {
    platform {
      demonstration
      accounts {
        account
        organisation
        role
        purpose
        consortium
      }
    }
  }
`);

const SignInMutation = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      account
    }
  }
`);

/** Where a session begins. In a demonstration: a list of everybody one can be. */
export function SignInPage() {
  const [result, ask] = useQuery({ query: SignInPageQuery });

  return (
    <Page
      title="Sign in"
      width="wide"
      lead={
        <p>
          Neighbouring authorities share here what they know about homes for children in care: who
          has places, how recruitment of foster carers is going, how they compare.
        </p>
      }
    >
      <Reason />
      <QueryState
        result={result}
        title="the ways to sign in"
        retry={ask}
        lines={12}
        isEmpty={({ platform }) => platform.accounts.length === 0}
        empty={
          <p>
            Nobody can sign in here yet: whoever runs this platform has still to connect it to your
            organisation’s accounts.
          </p>
        }
      >
        {({ platform }) => (
          <AccountChoice
            accounts={platform.accounts.map((listed) => ({
              ...listed,
              role: roleTitle(listed.role),
            }))}
          />
        )}
      </QueryState>
    </Page>
  );
}

const reasons: Readonly<Record<SignInReason, string>> = {
  ended: 'Your session has ended. Sign in again to go on where you were.',
  needed: 'Sign in to see the page you asked for.',
  'signed-out': 'You have signed out.',
};

/** Says why a person is here, if they did not come by themselves. */
function Reason() {
  const state: unknown = useLocation().state;
  const [address] = useSearchParams();
  const asked = address.has('to');
  const reason = reasonFrom(state);
  if (reason === null || (reason === 'needed' && !asked)) return null;

  return (
    <Notification tone={reason === 'signed-out' ? 'good' : 'warn'} role="status">
      <p>{reasons[reason]}</p>
    </Notification>
  );
}

function reasonFrom(state: unknown): SignInReason | null {
  if (typeof state !== 'object' || state === null || !('reason' in state)) return null;
  const { reason } = state;
  return reason === 'ended' || reason === 'needed' || reason === 'signed-out' ? reason : null;
}

function AccountChoice({ accounts }: { readonly accounts: readonly ListedAccount[] }) {
  const session = useSession();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const [search, setSearch] = useState('');
  const [{ error, fetching, operation }, signIn] = useMutation(SignInMutation);
  const id = useId();

  const found = groupAccounts(accounts, search);
  const count = found
    .flatMap(({ organisations }) => organisations)
    .reduce((sum, own) => sum + own.accounts.length, 0);

  const choose = async (account: string) => {
    const { data } = await signIn({ input: { account } });
    if (!data) return;
    session.begin();
    await navigate(safeAddress(address.get('to')), { replace: true });
  };

  const working = fetching ? operation?.variables.input.account : undefined;
  const onChoose = (account: string) => void choose(account);

  return (
    <>
      {error && (
        <Notification tone="bad" role="alert" title="You are not signed in">
          <p>
            {describeFailure(error).message} {describeFailure(error).advice}
          </p>
        </Notification>
      )}
      <p className="sign-in__how">
        <strong>Choose who to be.</strong> One press signs you in; no password is needed in a
        demonstration.
      </p>
      <search className="sign-in__search">
        <FieldText
          id={id}
          type="search"
          label="Find an account"
          hint="By organisation, role or what they come for"
          value={search}
          autoComplete="off"
          onChange={(event) => setSearch(event.target.value)}
        />
        <p role="status" className="sign-in__count">
          {search.trim() === '' ? `${accounts.length} accounts` : `${count} found`}
        </p>
      </search>
      {search.trim() === '' && (
        <StartHere accounts={startHere(accounts)} working={working} onChoose={onChoose} />
      )}
      {found.length === 0 && (
        <p className="empty">No account matches “{search}”. Try an authority’s name.</p>
      )}
      <AccountList groups={found} working={working} onChoose={onChoose} />
    </>
  );
}
