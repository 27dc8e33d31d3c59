import { ChartFrame } from '../../components/charts/ChartFrame.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { writtenDay } from '../indicators/london-day.ts';
import { JudgementTimeline } from './JudgementTimeline.tsx';
import { judgementPicture, judgementsSentence } from './judgement-picture.ts';
import type { Service, ServiceJudgement } from './service-queries.ts';
import { judgementShort, serviceName } from './service-words.ts';

const kinds = {
  ASSURANCE: 'Assurance visit',
  EMERGENCY: 'Emergency inspection',
  FULL: 'Full inspection',
  MONITORING: 'Monitoring inspection',
} as const satisfies Readonly<Record<ServiceJudgement['kind'], string>>;

/** What inspections judged, over time: a picture where any gave an overall judgement, and all of them as a table. */
export function ServiceJudgements({ service }: { readonly service: Service }) {
  const { judgements } = service;
  const picture = judgementPicture(judgements);
  const sentence = judgementsSentence(judgements);
  if (!picture) {
    return (
      <>
        <h2>Judgements over time</h2>
        <p>{sentence}</p>
        {judgements.length > 0 && <InspectionTable service={service} />}
      </>
    );
  }
  return (
    <ChartFrame
      words={{
        title: 'Judgements over time',
        subtitle: `Overall judgements of ${serviceName(service)} by day of inspection${service.synthetic ? '. Synthetic: made up for a demonstration' : ''}`,
        source: service.synthetic
          ? 'Source: made up for a demonstration'
          : 'Source: Ofsted, register and inspection files, Open Government Licence v3.0',
      }}
      summary={sentence}
      notes={() => 'Best on top. Inspections that gave no overall judgement are in the table only.'}
      fileName={`judgements-${service.urn}`}
      table={<InspectionTable service={service} />}
    >
      {(width) => <JudgementTimeline picture={picture} width={Math.min(width, 720)} />}
    </ChartFrame>
  );
}

function InspectionTable({ service }: { readonly service: Service }) {
  return (
    <TableRegion label="Inspections">
      <table className="table table--stack">
        <caption className="govuk-visually-hidden">Inspections, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Inspected</th>
            <th scope="col">What it was</th>
            <th scope="col">Overall</th>
            <th scope="col">Help and protection</th>
            <th scope="col">Leaders and managers</th>
            <th scope="col">Published</th>
            {service.synthetic && <th scope="col">Status</th>}
          </tr>
        </thead>
        <tbody>
          {service.judgements.map((one) => (
            <tr key={`${one.inspectedOn} ${one.kind}`}>
              <th scope="row">{writtenDay(one.inspectedOn)}</th>
              <td data-label="What it was">{kinds[one.kind]}</td>
              <td data-label="Overall">{judged(one.overall)}</td>
              <td data-label="Help and protection">{judged(one.protection)}</td>
              <td data-label="Leaders and managers">{judged(one.leadership)}</td>
              <td data-label="Published">
                {one.publishedOn === null ? 'Not known' : writtenDay(one.publishedOn)}
              </td>
              {service.synthetic && <td data-label="Status">synthetic</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

const judged = (judgement: ServiceJudgement['overall']) =>
  judgement === null ? 'Not judged' : judgementShort(judgement);
