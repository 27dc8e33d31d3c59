import { useMutation } from 'urql';
import { Button } from '../../components/Button.tsx';
import { Menu } from '../../components/Menu.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { describeFailure } from '../../graphql/errors.ts';
import type { ResultOf } from '../../graphql/graphql.ts';
import { graphql } from '../../graphql/graphql.ts';
import { roleTitle } from '../access/role-title.ts';
import { useSession } from '../access/Session.tsx';
import type { ViewerQuery } from '../access/viewer-query.ts';

const SignOutMutation = graphql(`
  mutation SignOut {
    signOut
  }
`);

/** Who is signed in, and the way out. */
export function AccountMenu(props: { readonly viewer: ResultOf<typeof ViewerQuery>['viewer'] }) {
  const { account, organisation, role } = props.viewer;
  const session = useSession();
  const [result, signOut] = useMutation(SignOutMutation);

  const leave = async () => {
    const { error } = await signOut({});
    if (!error || describeFailure(error).kind === 'signed-out') session.end();
  };

  return (
    <Menu
      align="end"
      className="header__account"
      label={
        <>
          <VisuallyHidden>Account: </VisuallyHidden>
          {organisation}
        </>
      }
    >
      <p className="menu__text">
        <strong>{roleTitle(role)}</strong>
        <br />
        {organisation}
        <br />
        <span className="menu__small">{account}</span>
      </p>
      {result.error && (
        <p className="menu__text" role="alert">
          Could not sign you out. {describeFailure(result.error).message}
        </p>
      )}
      <Button
        kind="secondary"
        size="small"
        working={result.fetching ? 'Signing out' : undefined}
        onClick={() => void leave()}
      >
        Sign out
      </Button>
    </Menu>
  );
}
