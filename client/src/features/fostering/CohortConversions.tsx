import { Button } from '../../components/Button.tsx';
import { saveCsv } from '../../components/charts/chart-download.ts';
import { FigureTable } from '../../components/FigureTable.tsx';
import { TableRegion } from '../../components/TableRegion.tsx';
import { FigureSection } from './FigureSection.tsx';
import type { FunnelCohort } from './funnel-query.ts';
import type { ShownPart } from './funnel-words.ts';
import { countText, shareText } from './funnel-words.ts';

type Conversion = FunnelCohort['conversions'][number];

/** How many of those who reached one stage reached a later one: stage by stage, and between every two of them. */
export function CohortConversions(props: {
  readonly shown: ShownPart<FunnelCohort>;
  readonly fileName: string;
}) {
  const { part, title } = props.shown;
  const { conversions, stages } = part;
  const all = `From each stage to each later one, ${title}`;
  const of = new Map(conversions.map((one) => [`${one.from.code} ${one.to.code}`, one]));
  const between = (from: FunnelCohort['stages'][number] | undefined, to: typeof from) => (
    <ConversionText conversion={of.get(`${from?.stage.code} ${to?.stage.code}`)} />
  );
  return (
    <FigureSection
      title={`From stage to stage, ${title}`}
      note="Share of those who reached the one stage that have reached the other so far, how many of how many that is, and what the share becomes at most, if all go on who still may."
      synthetic={part.synthetic}
      head="Stage"
      columns={['Households', 'Of those at the stage before', 'Of all who enquired']}
      rows={stages.slice(1).map((to, index) => ({
        id: to.stage.code,
        name: to.stage.title,
        cells: [countText(to.households), between(stages[index], to), between(stages[0], to)],
      }))}
    >
      <details className="section__more">
        <summary>Between every two stages</summary>
        <TableRegion label={`Table: ${all}`}>
          <FigureTable
            label={all}
            head="From"
            columns={stages.slice(1).map(({ stage }) => stage.title)}
            rows={stages.slice(0, -1).map((from) => ({
              id: from.stage.code,
              name: from.stage.title,
              cells: stages.slice(1).map((to) => between(from, to)),
            }))}
          />
        </TableRegion>
        <Button
          kind="quiet"
          size="small"
          onClick={() => saveCsv(conversionCells(conversions), props.fileName)}
        >
          CSV of every two stages
        </Button>
      </details>
    </FigureSection>
  );
}

const conversionCells = (conversions: readonly Conversion[]): string[][] => [
  ['from', 'to', 'reached', 'of', 'share', 'still open', 'share at most'],
  ...conversions.map(({ from, to, reached, of, share, open, shareAtMost }) => [
    ...[from.title, to.title, String(reached), String(of)],
    ...[String(share ?? ''), String(open), String(shareAtMost ?? '')],
  ]),
];

function ConversionText({ conversion }: { readonly conversion: Conversion | undefined }) {
  if (!conversion) return null;
  const { share, reached, of, open, shareAtMost } = conversion;
  return (
    <>
      {shareText(share)}{' '}
      <span className="table__note">
        {countText(reached)} of {countText(of)}
      </span>{' '}
      {open > 0 && shareAtMost !== null && (
        <span className="table__note">at most {shareText(shareAtMost).replace(' ', '\u00a0')}</span>
      )}
    </>
  );
}
