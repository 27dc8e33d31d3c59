import { dataSymbols, symbolMeaning } from '@sufficiency/shared/indicators/symbols.ts';
import { useQuery } from 'urql';
import { Page } from '../../components/Page.tsx';
import { QueryState } from '../../components/QueryState.tsx';
import { graphql } from '../../graphql/graphql.ts';
import { SessionGate } from '../access/SessionGate.tsx';
import { otherSources, sourcesOf } from './sources.ts';
import './about.scss';

const AboutDataQuery = graphql(`
  query AboutData {
    indicators {
      id
      key
      title
      dataset
      source
      licence
      periodBasis
      periods {
        label
      }
    }
  }
`);

/** Where the figures come from, under which licence, and what the letters in them mean. */
export function AboutDataPage() {
  return (
    <SessionGate>
      <Page
        title="About the data"
        width="text"
        lead={
          <p>
            Figures are shown as published where there is a published figure; otherwise they are
            worked out, and the panel of each figure in Compare shows how. The panel also says unit,
            period, source and vintage: the day the publisher’s file speaks for, which is not the
            day it was published.
          </p>
        }
      >
        <h2>Symbols in place of figures</h2>
        <dl className="symbols">
          {dataSymbols.map((symbol) => (
            <div key={symbol}>
              <dt>{symbol}</dt>
              <dd>{symbolMeaning[symbol]}</dd>
            </div>
          ))}
        </dl>
        <h2>Sources and licences</h2>
        <Sources />
      </Page>
    </SessionGate>
  );
}

function Sources() {
  const [result, ask] = useQuery({ query: AboutDataQuery });
  return (
    <QueryState
      result={result}
      title="the list of sources"
      retry={ask}
      isEmpty={({ indicators }) => indicators.length === 0}
      empty={<p>No figures have been loaded yet.</p>}
    >
      {({ indicators }) => (
        <ul className="sources">
          {[...sourcesOf(indicators), ...otherSources].map(({ source, licence, titles }) => (
            <li key={source}>
              <h3>{source}</h3>
              <p>{licence}</p>
              <p className="sources__titles">{titles.join(' · ')}</p>
            </li>
          ))}
        </ul>
      )}
    </QueryState>
  );
}
