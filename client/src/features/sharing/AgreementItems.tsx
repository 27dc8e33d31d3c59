import { datasets } from '@sufficiency/shared/indicators/indicator.ts';
import { AgreementGrid } from './AgreementGrid.tsx';
import { SharingLegend, SharingLevelMark } from './SharingLevelMark.tsx';
import type { SharingItem } from './sharing-queries.ts';
import { recipients } from './sharing-words.ts';

/** What each signed party lets each kind of recipient see of each dataset. */
export function AgreementItems(props: { readonly items: readonly SharingItem[] }) {
  const shared = datasets.filter((dataset) => props.items.some((item) => item.dataset === dataset));
  const columns = [...recipients, 'PUBLIC' as const].filter((recipient) =>
    props.items.some((item) => item.recipient === recipient),
  );
  return (
    <>
      <p className="section__note">
        Each party that has signed lets the others, as far as they have signed too, see this of its
        own data.
      </p>
      <AgreementGrid
        label="What is shared with whom"
        className="agreement-items"
        datasets={shared}
        recipients={columns}
      >
        {(dataset, recipient) => (
          <ItemCell
            item={props.items.find(
              (item) => item.dataset === dataset && item.recipient === recipient,
            )}
          />
        )}
      </AgreementGrid>
      <SharingLegend />
    </>
  );
}

function ItemCell({ item }: { readonly item: SharingItem | undefined }) {
  return (
    <>
      <SharingLevelMark level={item?.level ?? 'NONE'} />
      {item && item.level !== 'NONE' && (
        <span className="table__note">{conditionsOf(item).join('; ')}</span>
      )}
    </>
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
