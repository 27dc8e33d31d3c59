import type { ReactNode } from 'react';
import { Suspense } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { useQuery } from 'urql';
import { FailureBoundary } from '../../components/FailureBoundary.tsx';
import { useScrollPosition } from '../../components/use-scroll-position.ts';
import { useSession } from '../access/Session.tsx';
import { PlatformQuery, ViewerQuery } from '../access/viewer-query.ts';
import { useIsOnItsWay } from './AppRouter.tsx';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { FailurePage } from './FailurePage.tsx';
import { FrameBreadcrumbs } from './FrameBreadcrumbs.tsx';
import { FrameHeader } from './FrameHeader.tsx';
import { PageOnItsWay } from './PageOnItsWay.tsx';

/** What stays in place on every page: banner, header, breadcrumbs, footer, word from the server. */
export function Frame() {
  const session = useSession();
  const { pathname } = useLocation();
  useScrollPosition();
  const isOpen = session.status === 'open' && pathname !== '/sign-in';
  const [{ data: known }] = useQuery({ query: PlatformQuery });
  const [{ data }] = useQuery({ query: ViewerQuery, pause: !isOpen });
  const signed = isOpen ? data : undefined;

  return (
    <div className="frame">
      <a href="#main" className="govuk-skip-link">
        Skip to main content
      </a>
      {known?.platform.demonstration && <DemonstrationBanner />}
      <FrameHeader signed={signed} />
      <FrameBreadcrumbs consortia={signed?.consortia ?? []} />
      <PageOnItsWay />
      <Main>
        {/* Around the boundary that each page has anew: a page stays until the code of the next one is here. */}
        <Suspense fallback={<div className="frame__waiting" />}>
          <FailureBoundary key={pathname} fallback={(error) => <FailurePage error={error} />}>
            <Outlet />
          </FailureBoundary>
        </Suspense>
      </Main>
      <FrameFooter />
      <ConnectionNotice />
    </div>
  );
}

/** Says that it is about to be another page as soon as it is. */
function Main(props: { readonly children: ReactNode }) {
  return (
    <main id="main" className="frame__main" tabIndex={-1} aria-busy={useIsOnItsWay()}>
      {props.children}
    </main>
  );
}

function DemonstrationBanner() {
  return (
    <section className="demonstration" aria-label="Demonstration">
      <p>
        <strong>Demonstration.</strong> Published figures are real; in-year figures, agreements,
        people and organisations’ accounts are invented.
      </p>
    </section>
  );
}

function FrameFooter() {
  return (
    <footer className="footer">
      <p className="footer__name">
        Sufficiency Exchange: what neighbouring authorities know about homes for children in care.
      </p>
      <ul className="footer__links">
        <li>
          <Link to="/about-the-data">About the data</Link>
        </li>
        <li>
          <Link to="/accessibility">Accessibility</Link>
        </li>
      </ul>
    </footer>
  );
}
