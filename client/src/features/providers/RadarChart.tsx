import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { termInWords } from './market-words.ts';
import { RadarTimeline } from './RadarTimeline.tsx';
import { dateLetter, dateWord, termTitle } from './radar.ts';
import type { Radar, RadarDate } from './radar-queries.ts';

/** Frameworks and block contracts on one line of time, with the days on which something is due. */
export function RadarChart({ radar }: { readonly radar: Radar }) {
  const { code, name } = useConsortium();
  const kinds = new Set(radar.items.flatMap(({ dates }) => dates.map(({ kind }) => kind)));
  return (
    <section className="section">
      <ChartFrame
        words={{
          title: 'Frameworks and block contracts over time',
          subtitle: `Terms of those that members of ${name} lead or buy by, ${writtenDay(radar.from)} to ${writtenDay(radar.until)}`,
          source:
            'Source: notices and strategies that each framework’s page names; block contracts from their authorities.',
        }}
        summary={radar.sentence}
        notes={() => (
          <>
            Full bars are terms as they stand, outlined ones what extensions would add. Letters:{' '}
            {[...kinds].map((kind) => `${dateLetter[kind]} ${dateWord[kind]}`).join(', ')}.
          </>
        )}
        fileName={`recommissioning-${code}`}
        table={<TermTable radar={radar} />}
      >
        {(width) => <RadarTimeline radar={radar} width={width} />}
      </ChartFrame>
    </section>
  );
}

function TermTable({ radar }: { readonly radar: Radar }) {
  const on = (dates: readonly RadarDate[]) =>
    dates.map((date) => `${dateWord[date.kind]}: ${writtenDay(date.on)}`).join('; ');
  return (
    <table className="table table--stack">
      <caption className="govuk-visually-hidden">Terms and dates</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Term</th>
          <th scope="col">Days on which something is due</th>
        </tr>
      </thead>
      <tbody>
        {radar.items.map((item) => (
          <tr key={`${item.kind} ${item.framework?.id ?? item.contract?.id}`}>
            <th scope="row">{termTitle(item)}</th>
            <td data-label="Term">{termInWords(item.startsOn, item.endsOn)}</td>
            <td data-label="Due" className="table__wide">
              {on(item.dates)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
