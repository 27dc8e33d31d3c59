import { judgementTitles } from '@sufficiency/shared/providers/judgements.ts';
import type { ReactNode } from 'react';
import { writtenDay } from '../indicators/london-day.ts';
import { dateWords } from './date-words.ts';
import { extensionInWords } from './extension-words.ts';
import type { Framework } from './framework-queries.ts';
import { count, servicesInWords, termInWords, valueInWords } from './market-words.ts';

/** What is public about a framework, and where it is from. */
export function FrameworkFacts({ framework }: { readonly framework: Framework }) {
  const { buyers, value, noticeMonths, decisionLeadMonths } = framework;
  const { conditionJudgement, condition, extensions, dates, source, sourceUrl } = framework;
  return (
    <section className="section" aria-labelledby="framework-facts">
      <h2 id="framework-facts">Facts</h2>
      <dl className="facts">
        <Fact name="Reference">{framework.reference}</Fact>
        <Fact name="Buys">{servicesInWords(framework.services)}</Fact>
        <Fact name="Led by">{leadOf(framework)}</Fact>
        <Fact name="Who may call off">
          {buyers.length === 0 ? 'Not published' : buyers.map(({ name }) => name).join(', ')}
        </Fact>
        <Fact name="Term">{termInWords(framework.startsOn, framework.endsOn)}</Fact>
        <Fact name="Extensions">
          {extensions.length > 0 &&
            extensions.map((option) => (
              <span key={option.nth} className="lines__line">
                {extensionInWords(option)}
              </span>
            ))}
        </Fact>
        <Fact name="With every extension">
          {framework.lastPossibleEnd && `until ${writtenDay(framework.lastPossibleEnd)}`}
        </Fact>
        <Fact name="Open to new providers">{framework.openToNew ? 'Yes' : 'No'}</Fact>
        <Fact name="Dates">{dates.length > 0 && <Dates dates={dates} />}</Fact>
        <Fact name="Value over its whole term">{value !== null && valueInWords(value)}</Fact>
        <Fact name="Notice">{noticeMonths !== null && `${noticeMonths} months`}</Fact>
        <Fact name="Lead time for what follows">
          {decisionLeadMonths !== null && `${decisionLeadMonths} months`}
        </Fact>
        <Fact name="Least judgement">
          {conditionJudgement !== null && judgementTitles[conditionJudgement]}
        </Fact>
        <Fact name="Conditions">{condition}</Fact>
        <Fact name="Homes on it, as printed">
          {framework.printedHomes !== null && count(framework.printedHomes)}
        </Fact>
        <Fact name="Open Contracting id">{framework.ocid}</Fact>
        <Fact name="Entered by">{framework.holder}</Fact>
        <Fact name="Source">
          {source}{' '}
          {sourceUrl !== null && (
            <a href={sourceUrl} rel="noreferrer">
              To the source
            </a>
          )}
        </Fact>
      </dl>
    </section>
  );
}

/** Who leads it in the source’s words, and today’s name of that authority where it is another. */
const leadOf = ({ lead, leadText }: Framework) =>
  lead === null || lead.name === leadText ? leadText : `${leadText} (${lead.name})`;

function Dates({ dates }: Pick<Framework, 'dates'>) {
  return dates.map(({ kind, on, note }) => (
    <span key={`${kind} ${on}`} className="lines__line">
      {dateWords[kind]} on {writtenDay(on)}
      {note !== null && `: ${note}`}
    </span>
  ));
}

function Fact(props: { readonly name: string; readonly children: ReactNode }) {
  const { name, children } = props;
  if (children === null || children === false) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
