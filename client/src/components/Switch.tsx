import { Link } from 'react-router';
import './switch.scss';

/** Goes from one way of showing a thing to another; each has its own address. */
export function Switch(props: {
  readonly label: string;
  readonly chosen: string;
  readonly options: readonly {
    readonly value: string;
    readonly title: string;
    readonly to: string;
  }[];
}) {
  return (
    <nav className="switch" aria-label={props.label}>
      <ul>
        {props.options.map(({ value, title, to }) => (
          <li key={value}>
            <Link
              to={to}
              aria-current={value === props.chosen ? 'page' : undefined}
              preventScrollReset
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
