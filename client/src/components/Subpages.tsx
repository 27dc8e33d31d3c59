import { NavLink } from 'react-router';
import './subpages.scss';

interface SubpageLink {
  readonly to: string;
  readonly title: string;
}

/** Leads from one page of a section to another. */
export function Subpages(props: {
  readonly label: string;
  /** The section’s own page, whose address the others begin with. */
  readonly first: SubpageLink;
  readonly others: readonly SubpageLink[];
}) {
  const { label, first, others } = props;
  return (
    <nav className="subpages" aria-label={label}>
      <ul>
        <li>
          <NavLink end to={first.to}>
            {first.title}
          </NavLink>
        </li>
        {others.map(({ to, title }) => (
          <li key={to}>
            <NavLink to={to}>{title}</NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
