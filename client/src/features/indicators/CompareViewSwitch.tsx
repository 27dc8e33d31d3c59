import { Link } from 'react-router';
import type { CompareState, CompareView } from './compare-state.ts';
import { compareViews } from './compare-state.ts';

const titles: Readonly<Record<CompareView, string>> = {
  matrix: 'All figures',
  trend: 'Trend',
  dots: 'Dot plot',
};

/** Goes from one way of showing the comparison to another; each has its own address. */
export function CompareViewSwitch(props: {
  readonly view: CompareView;
  readonly addressOf: (change: Partial<CompareState>) => string;
}) {
  return (
    <nav className="switch" aria-label="Ways to show the comparison">
      <ul>
        {compareViews.map((view) => (
          <li key={view}>
            <Link
              to={props.addressOf({ view })}
              aria-current={view === props.view ? 'page' : undefined}
              preventScrollReset
            >
              {titles[view]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
