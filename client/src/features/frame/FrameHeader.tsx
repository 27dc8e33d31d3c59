import { useEffect, useId, useState } from 'react';
import { Link, NavLink, useLocation } from 'react-router';
import { Menu } from '../../components/Menu.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import type { ResultOf } from '../../graphql/graphql.ts';
import type { ViewerQuery } from '../access/viewer-query.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { AppearanceMenu } from './AppearanceMenu.tsx';
import { Mark } from './Mark.tsx';
import { placeOf, sectionsFor } from './sections.ts';

type Signed = ResultOf<typeof ViewerQuery>;

/** Product name, consortium switch, sections, appearance and account. One menu on a phone. */
export function FrameHeader(props: { readonly signed: Signed | undefined }) {
  const { signed } = props;
  const [open, setOpen] = useState(false);
  const location = useLocation();
  const id = useId();

  // biome-ignore lint/correctness/useExhaustiveDependencies: any new address closes the menu.
  useEffect(() => setOpen(false), [location]);

  return (
    <header className="header">
      <div className="header__bar">
        <Link to="/" className="header__name">
          <Mark />
          Sufficiency Exchange
        </Link>
        <button
          type="button"
          className="header__toggle"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          Menu
        </button>
        <div id={id} className="header__menu" data-open={open}>
          {signed && <ConsortiumNavigation signed={signed} />}
          <div className="header__tools">
            <AppearanceMenu />
            {signed && <AccountMenu viewer={signed.viewer} />}
            {!signed && location.pathname !== '/sign-in' && (
              <Link to="/sign-in" className="header__sign-in">
                Sign in
              </Link>
            )}
          </div>
        </div>
      </div>
    </header>
  );
}

function ConsortiumNavigation({ signed }: { readonly signed: Signed }) {
  const { pathname } = useLocation();
  const place = placeOf(
    pathname,
    signed.consortia.map(({ code }) => code),
  );
  const code = place.consortium ?? signed.viewer.consortia[0]?.code ?? signed.consortia[0]?.code;
  const current = signed.consortia.find((consortium) => consortium.code === code);
  // Who is about to choose a consortium has none yet.
  const isChoosing = pathname === '/' && signed.viewer.consortia.length === 0;
  if (!current || isChoosing) return null;

  return (
    <>
      <Menu
        className="header__consortium"
        label={
          <>
            <VisuallyHidden>Consortium: </VisuallyHidden>
            {current.name}
          </>
        }
      >
        <ul>
          {signed.consortia.map(({ id, code: other, name }) => (
            <li key={id}>
              <Link
                to={`/${other}/${place.section?.path ?? 'overview'}`}
                aria-current={other === current.code ? 'true' : undefined}
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </Menu>
      <nav className="header__sections" aria-label="Sections">
        <ul>
          {sectionsFor(signed.viewer.permissions).map(({ path, title }) => (
            <li key={path}>
              <NavLink to={`/${current.code}/${path}`}>{title}</NavLink>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
