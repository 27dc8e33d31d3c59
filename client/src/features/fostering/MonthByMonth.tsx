import { writtenMonth } from '../returns/return-months.ts';
import { FigureSection } from './FigureSection.tsx';
import type { FosteringFunnel } from './funnel-query.ts';
import { monthsAlone } from './funnel-words.ts';

/** Of authorities whose months are not added up, as releases have them: what each month says. */
export function MonthByMonth({ funnel }: { readonly funnel: FosteringFunnel }) {
  return monthsAlone(funnel).map(({ group, stages }) => (
    <FigureSection
      key={group.key}
      title={`${group.title}, month by month`}
      note="Released figures are rounded, and small ones kept back (c): months are not added up. Each month and stage is of different households."
      head="Month"
      columns={stages.map(({ stage }) => stage.title)}
      rows={funnel.months.map((month, nth) => ({
        id: month,
        name: writtenMonth(month),
        synthetic: stages.some(({ months }) => months[nth]?.synthetic === true),
        cells: stages.map(({ stage, months }) => (
          <span key={stage.code} title={months[nth]?.why}>
            {months[nth]?.text}
          </span>
        )),
      }))}
      symbols={stages.flatMap(({ months }) => months.map(({ symbol }) => symbol))}
    />
  ));
}
