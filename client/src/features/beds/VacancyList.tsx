import { provisionTitles } from '@sufficiency/shared/providers/provision-types.ts';
import { Link } from 'react-router';
import { Tag } from '../../components/Tag.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { counted } from '../returns/return-words.ts';
import { confirmedWords, homeName } from './home-words.ts';
import type { VacancyAsked } from './vacancy-address.ts';
import { vacancySearch } from './vacancy-address.ts';
import type { FoundVacancies, Vacancy } from './vacancy-queries.ts';
import { basisWords, milesWords, priceWords } from './vacancy-sentences.ts';

/** Homes with a place, best first: what fits, what does not, and why each stands where it does. */
export function VacancyList(props: {
  readonly vacancies: FoundVacancies;
  readonly asked: VacancyAsked;
}) {
  const { vacancies, asked } = props;
  const { edges, notShown } = vacancies;
  return (
    <section className="section">
      <h2>Homes, best first</h2>
      {edges.length === 0 && (
        <p className="empty">
          Ask for less, or look in the areas of other members. Homes are here that your authority
          runs, whose block it has, that are on a framework it buys from, or that offer places to
          anybody.
        </p>
      )}
      <ol className="vacancies">
        {edges.map(({ node }) => (
          <VacancyItem key={node.home.id} vacancy={node} asked={asked} />
        ))}
      </ol>
      {notShown.length > 0 && (
        <p className="section__note">
          No agreement shows you homes in {notShown.map(({ name }) => name).join(', ')}.
        </p>
      )}
    </section>
  );
}

function VacancyItem(props: { readonly vacancy: Vacancy; readonly asked: VacancyAsked }) {
  const { vacancy, asked } = props;
  const { home, rank, places, stale } = vacancy;
  const { code } = useConsortium();
  // Since the search the home may have filled: it stays where it stands, and says so.
  const isGone = home.counts.accepting === 0;
  return (
    <li className="vacancy" value={rank}>
      <h3 className="vacancy__title">
        <Link className="govuk-link" to={`/${code}/beds/homes/${encodeURIComponent(home.id)}`}>
          {homeName(home)}
        </Link>{' '}
        {isGone ? (
          <Tag tone="bad">no longer free</Tag>
        ) : (
          <Tag tone="good">{counted(places, 'place')} free</Tag>
        )}{' '}
        {stale && <Tag tone="warn">stale</Tag>} {home.synthetic && <Tag tone="warn">synthetic</Tag>}
      </h3>
      <p>
        {provisionTitles[home.provisionType]} in {home.authority?.name}
        {home.provider && `, ${home.provider.name}`}. {basisWords(vacancy)}
        {priceWords(vacancy)}
        {milesWords(vacancy)}. {confirmedWords(home)}.
      </p>
      <Fits title="Does not fit" fits={vacancy.doesNotFit} className="vacancy__misses" />
      <Fits title="Not known" fits={vacancy.notKnown} />
      <Fits title="Fits" fits={vacancy.fits} />
      <details className="vacancy__why">
        <summary>
          Why it ranks here<VisuallyHidden>: {homeName(home)}</VisuallyHidden>
        </summary>
        <ul>
          {vacancy.why.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </details>
      <p className="vacancy__leave">
        <Link
          className="govuk-link"
          preventScrollReset
          to={vacancySearch({ ...asked, without: [...asked.without, home.id] })}
        >
          Leave out<VisuallyHidden> {homeName(home)}</VisuallyHidden>
        </Link>
      </p>
    </li>
  );
}

function Fits(props: {
  readonly title: string;
  readonly fits: Vacancy['fits'];
  readonly className?: string;
}) {
  const { title, fits, className } = props;
  if (fits.length === 0) return null;
  return (
    <p className={className}>
      <strong>{title}:</strong> {fits.map(({ text }) => text).join(' ')}
    </p>
  );
}
