import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import { TableRegion } from '../../components/TableRegion.tsx';
import { SharingLegend, SharingLevelMark } from './SharingLevelMark.tsx';
import type { SharingItem } from './sharing-queries.ts';
import { datasetHeading, recipients, recipientTitle } from './sharing-words.ts';

/** What each signed party lets each kind of recipient see of each dataset. */
export function AgreementItems(props: { readonly items: readonly SharingItem[] }) {
  const byDataset = Map.groupBy(
    datasets.flatMap((dataset) => props.items.filter((item) => item.dataset === dataset)),
    ({ dataset }) => dataset,
  );
  const columns = [...recipients, 'PUBLIC' as const].filter((recipient) =>
    props.items.some((item) => item.recipient === recipient),
  );
  return (
    <>
      <p className="section__note">
        Each party that has signed lets the others, as far as they have signed too, see this of its
        own data.
      </p>
      <TableRegion label="What is shared with whom" className="table-region--whole">
        <table className="table agreement-items">
          <caption className="govuk-visually-hidden">What is shared with whom</caption>
          <thead>
            <tr>
              <th scope="col">Dataset</th>
              {columns.map((recipient) => (
                <th key={recipient} scope="col">
                  {recipientTitle[recipient]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...byDataset].map(([dataset, items]) => (
              <tr key={dataset}>
                <th scope="row">{datasetHeading(dataset)}</th>
                {columns.map((recipient) => (
                  <ItemCell
                    key={recipient}
                    item={items.find((item) => item.recipient === recipient)}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      <SharingLegend />
    </>
  );
}

function ItemCell({ item }: { readonly item: SharingItem | undefined }) {
  return (
    <td>
      <SharingLevelMark level={item?.level ?? 'NONE'} />
      {item && item.level !== 'NONE' && (
        <span className="table__note">{conditionsOf(item).join('; ')}</span>
      )}
    </td>
  );
}

/** How fine, how small, how rounded and how far back. */
function conditionsOf(item: SharingItem): string[] {
  const { granularity, minimumCount, rounding, historyMonths } = item;
  return [
    `by ${granularity}`,
    minimumCount > 0 ? `counts from ${minimumCount}` : 'every count',
    ...(rounding > 1 ? [`to the nearest ${rounding}`] : []),
    historyMonths > 0 ? `${historyMonths} months back` : 'the present only',
  ];
}
