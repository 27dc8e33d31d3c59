import type { RangeRow } from '../../components/charts/range-plot-types.ts';
import type { FeeBand, PriceBand } from './fees-queries.ts';
import { counted, price } from './market-words.ts';

/** Prices of one kind in a band: tendered, or paid. */
export interface FeeLine {
  readonly id: string;
  readonly band: FeeBand;
  readonly kind: 'tendered' | 'paid';
  readonly prices: PriceBand;
}

/** Every kind of price that is known, band by band: what was tendered first. */
export const feeLines = (bands: readonly FeeBand[]): readonly FeeLine[] =>
  bands.flatMap((band) =>
    (['tendered', 'paid'] as const).flatMap((kind) => {
      const prices = band[kind];
      const id = [band.lot.id, band.need ?? '', kind].join(' ');
      return prices === null ? [] : [{ id, band, kind, prices }];
    }),
  );

/** Lots of which a release tells what all members pay together. */
export const membersFees = (bands: readonly FeeBand[]): readonly FeeBand[] =>
  bands.filter(({ members }) => members.symbol === null);

/** A lot and the need within it: “Lot 2: Shared”. */
export const bandName = ({ lot, need }: Pick<FeeBand, 'lot' | 'need'>): string =>
  `Lot ${lot.number}: ${lot.title}${need === null ? '' : `, ${need}`}`;

/** Lowest to highest, as a person reads it. */
const rangeText = ({ lowest, highest }: PriceBand): string =>
  lowest === highest ? price(lowest) : `${price(lowest)} to ${price(highest)}`;

/** Rows of the picture of one framework’s fees. */
export const rangeRows = (lines: readonly FeeLine[]): readonly RangeRow[] =>
  lines.map(({ id, band, kind, prices }) => ({
    id,
    name: `${bandName(band)}, ${kind}`,
    kind: kind === 'paid' ? 'chosen' : 'other',
    lowest: prices.lowest,
    highest: prices.highest,
    median: prices.median,
    mean: prices.mean,
    limit: band.lot.maximumWeeklyPrice,
    text: rangeText(prices),
  }));

/** Frameworks of which prices are known, in their order: first those by which something is paid. */
export function pricedFrameworks(lines: readonly FeeLine[]): readonly FeeBand['framework'][] {
  const known = new Map(lines.map(({ band }) => [band.framework.id, band.framework]));
  const isPaid = (id: string) =>
    lines.some(({ band, kind }) => kind === 'paid' && band.framework.id === id);
  return [...known.values()].toSorted(
    (one, other) => Number(isPaid(other.id)) - Number(isPaid(one.id)),
  );
}

/** How much is known of own fees, in a sentence before any figure. */
export function feesSentence(bands: readonly FeeBand[]): string {
  const released = membersFees(bands).length;
  const told =
    released === 0 ? '' : ` What members pay together is released of ${counted(released, 'lot')}.`;
  return `${ownSentence(bands)}${told}`;
}

function ownSentence(bands: readonly FeeBand[]): string {
  const lines = feeLines(bands);
  if (lines.length === 0) {
    return 'No price of your own organisation is recorded here. Prices of others are never shown, whatever an agreement says.';
  }
  const paid = lines.filter(({ kind }) => kind === 'paid');
  const [most] = paid.toSorted((one, other) => other.prices.count - one.prices.count);
  const frameworks = counted(pricedFrameworks(lines).length, 'framework');
  const began = `Your organisation knows prices of ${frameworks}`;
  if (!most) return `${began}, and pays none of them yet. Nobody else’s prices are shown.`;
  const { band, prices } = most;
  return `${began}. Most that it called off is on lot ${band.lot.number} of ${band.framework.reference}, “${band.lot.title}”: ${counted(prices.count, 'placement')} at ${rangeText(prices)} a week, ${price(prices.median)} in the middle. Nobody else’s prices are shown.`;
}

/** What the picture says, in one sentence. */
export const rangesSentence = (lines: readonly FeeLine[]): string =>
  lines
    .map(
      ({ band, kind, prices }) =>
        `${bandName(band)}, ${kind}: ${rangeText(prices)}, ${price(prices.median)} in the middle.`,
    )
    .join(' ');
