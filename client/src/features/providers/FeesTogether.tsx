import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import { FigureText } from '../overview/FigureText.tsx';
import type { Fees } from './fees-queries.ts';

/** What members pay together for a kind of care: from a release, or why there is none. */
export function FeesTogether({ members }: { readonly members: Fees['members'] }) {
  if (members.length === 0) return null;
  return (
    <section className="section" aria-labelledby="fees-together">
      <h2 id="fees-together">What members pay together</h2>
      <dl className="facts">
        {members.map(({ indicator, period, figure }) => (
          <div key={indicator.id}>
            <dt>{indicator.title}</dt>
            <dd>
              <FigureText figure={figure} /> {figure.symbol === null && 'a week, '}
              {periodInWords(period)}
              <span className="table__note">
                {figure.symbol === null && 'You may see it: '}
                {figure.why.replace(/\.?$/, '.')}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
