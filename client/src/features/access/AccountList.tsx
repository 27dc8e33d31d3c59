import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import type { ConsortiumAccounts, ListedAccount } from './account-groups.ts';
import { consortiumTitle } from './account-groups.ts';

/** Accounts under their organisations. Each is one button that signs in. */
export function AccountList(props: {
  readonly groups: readonly ConsortiumAccounts[];
  /** The account being signed in to, if any. */
  readonly working: string | undefined;
  readonly onChoose: (account: string) => void;
}) {
  return props.groups.map(({ consortium, organisations }) => (
    <section className="section" key={consortium ?? 'none'}>
      <h2>{consortium === null ? 'Outside the consortia' : consortiumTitle(consortium)}</h2>
      <div className="accounts">
        {organisations.map(({ organisation, accounts }) => (
          <section className="accounts__organisation" key={organisation}>
            <h3>{organisation}</h3>
            <ul>
              {accounts.map((listed) => (
                <li key={listed.account}>
                  <AccountButton
                    listed={listed}
                    isWorking={props.working === listed.account}
                    onChoose={props.onChoose}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  ));
}

/** The few accounts to begin with, before the list of all. */
export function StartHere(props: {
  readonly accounts: readonly ListedAccount[];
  readonly working: string | undefined;
  readonly onChoose: (account: string) => void;
}) {
  if (props.accounts.length === 0) return null;
  return (
    <section className="section start-here" aria-labelledby="start-here">
      <h2 id="start-here">Start here</h2>
      <div className="accounts">
        {props.accounts.map((listed) => (
          <section className="accounts__organisation" key={listed.account}>
            <h3>{listed.organisation}</h3>
            <AccountButton
              listed={listed}
              isWorking={props.working === listed.account}
              onChoose={props.onChoose}
            />
          </section>
        ))}
      </div>
    </section>
  );
}

function AccountButton(props: {
  readonly listed: ListedAccount;
  readonly isWorking: boolean;
  readonly onChoose: (account: string) => void;
}) {
  const { account, organisation, role, purpose } = props.listed;
  return (
    <button type="button" className="account" onClick={() => props.onChoose(account)}>
      <span className="account__role">{props.isWorking ? 'Signing in…' : role}</span>
      {/* The name a screen reader lists must tell forty commissioners apart. */}
      <VisuallyHidden>, {organisation}. </VisuallyHidden>
      <span className="account__purpose">{purpose}</span>
      <span className="account__name">{account}</span>
    </button>
  );
}
