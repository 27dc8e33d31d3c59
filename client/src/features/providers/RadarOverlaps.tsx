import { Link } from 'react-router';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { contractAddress, frameworkAddress } from './market-address.ts';
import { termInWords } from './market-words.ts';
import type { Radar } from './radar-queries.ts';

/** Block contracts that run beside a framework their provider is on. */
export function RadarOverlaps({ overlaps }: { readonly overlaps: Radar['overlaps'] }) {
  const { code } = useConsortium();
  return (
    <section className="section" aria-labelledby="radar-overlaps">
      <h2 id="radar-overlaps">Block beside framework</h2>
      <p className="section__note">
        {overlaps.length === 0
          ? 'No block contract that you see runs beside a framework that its provider is on.'
          : 'Where a provider has a block contract and is on a framework too, one can replace the other, or both can be let together.'}
      </p>
      <ul className="lines">
        {overlaps.map(({ framework, contract, from, until, sentence }) => (
          <li key={`${framework.id} ${contract.id}`}>
            <Tag tone="warn">overlap</Tag> {sentence}
            <span className="table__note">
              {termInWords(from, until)}.{' '}
              <Link to={contractAddress(code, contract.id)}>{contract.reference}</Link> and{' '}
              <Link to={frameworkAddress(code, framework.id)}>{framework.title}</Link>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
