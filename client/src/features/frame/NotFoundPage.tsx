import { Link } from 'react-router';
import { Page } from '../../components/Page.tsx';

/** For addresses that no page has. */
export function NotFoundPage() {
  return (
    <Page title="There is no such page" width="text">
      <p>If you typed the address, check it. If you followed a link, it may be out of date.</p>
      <p>
        <Link to="/">Start from the overview</Link>
      </p>
    </Page>
  );
}
