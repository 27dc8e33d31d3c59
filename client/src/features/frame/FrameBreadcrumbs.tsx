import { Link, useLocation } from 'react-router';
import { placeOf } from './sections.ts';

const pagesOutside: Readonly<Record<string, string>> = {
  '/accessibility': 'Accessibility',
  '/about-the-data': 'About the data',
};

/** Where this page is: consortium, then section. */
export function FrameBreadcrumbs(props: {
  readonly consortia: readonly { readonly code: string; readonly name: string }[];
}) {
  const { pathname } = useLocation();
  const codes = props.consortia.map(({ code }) => code);
  const { consortium: code, section, isWithin } = placeOf(pathname, codes);
  const consortium = props.consortia.find((known) => known.code === code);

  const parent = consortium
    ? { to: `/${consortium.code}/overview`, title: consortium.name }
    : { to: '/', title: 'Sufficiency Exchange' };
  const title = section?.title ?? pagesOutside[pathname];

  // Without a known place the row stays, empty: the page below must not jump when it is known.
  return (
    <nav className="breadcrumbs" aria-label="Breadcrumb">
      {title !== undefined && (
        <ol>
          <li>
            <Link to={parent.to}>{parent.title}</Link>
          </li>
          {isWithin && consortium && section ? (
            <li>
              <Link to={`/${consortium.code}/${section.path}`}>{title}</Link>
            </li>
          ) : (
            <li aria-current="page">{title}</li>
          )}
        </ol>
      )}
    </nav>
  );
}
