import { BarPlot } from '../../components/charts/BarPlot.tsx';
import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { Tag } from '../../components/Tag.tsx';
import { useConsortium } from '../access/ConsortiumGate.tsx';
import type { DropOut } from './drop-out-query.ts';
import type { ShownPart } from './funnel-words.ts';
import { monthsInWords } from './funnel-words.ts';

/** Why households were lost, by Ofsted’s codes, and who withdrew. */
export function DropOutReasons(props: {
  readonly shown: ShownPart<DropOut>;
  readonly months: readonly string[];
}) {
  const { part, title } = props.shown;
  const { code } = useConsortium();
  const reasons = part.reasons.toSorted((one, other) => other.withdrawn - one.withdrawn);
  const [first] = reasons;
  return (
    <section className="section" aria-label="Why households are lost">
      <ChartFrame
        words={{
          title: `Why enquiries were withdrawn, ${title}`,
          subtitle: `Enquiries of ${monthsInWords(props.months)} withdrawn so far, by Ofsted’s codes`,
          source: 'Source: events of enquiries as they were recorded.',
        }}
        summary={
          first && first.withdrawn > 0
            ? `Most often: ${first.title.toLowerCase()} (${first.withdrawn} of ${part.withdrawn}).`
            : 'Nobody has withdrawn.'
        }
        notes={() => part.synthetic && <Tag tone="warn">synthetic</Tag>}
        fileName={`fostering-lost-by-reason-${code}`}
        table={<ReasonTable reasons={reasons} />}
      >
        {(width) => (
          <BarPlot
            width={width}
            format={String}
            rows={reasons.map((reason) => ({
              id: reason.code ?? 'none',
              name: reason.title,
              bars: [
                {
                  value: reason.withdrawn,
                  kind: 'chosen' as const,
                  title: `${reason.title}: ${reason.withdrawn}`,
                },
              ],
              mark: null,
              text: String(reason.withdrawn),
            }))}
          />
        )}
      </ChartFrame>
    </section>
  );
}

function ReasonTable({ reasons }: { readonly reasons: DropOut['reasons'] }) {
  return (
    <table className="table">
      <caption className="govuk-visually-hidden">Withdrawn by reason</caption>
      <thead>
        <tr>
          <th scope="col">Code</th>
          <th scope="col">Reason</th>
          <th scope="col" className="table__number">
            Withdrawn
          </th>
          <th scope="col" className="table__number">
            By the household
          </th>
          <th scope="col" className="table__number">
            By the service
          </th>
        </tr>
      </thead>
      <tbody>
        {reasons.map(({ code, title, withdrawn, byHousehold, byService }) => (
          <tr key={code ?? 'none'}>
            <td>{code ?? '–'}</td>
            <th scope="row">{title}</th>
            <td className="table__number">{withdrawn}</td>
            <td className="table__number">{byHousehold}</td>
            <td className="table__number">{byService}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
