import { writtenMonth } from '../returns/return-months.ts';
import type { AuthorityCapacity, CapacityMonth } from './capacity-query.ts';
import { monthsInWords } from './funnel-words.ts';

type Flow = 'approved' | 'deregistered' | 'net';

/** What came, went or was left over in all months; null where one of them is not known. Unit: households. */
export function overMonths(months: readonly CapacityMonth[], flow: Flow): number | null {
  const values = months.flatMap((month) => month[flow].value ?? []);
  return values.length === months.length ? values.reduce((sum, value) => sum + value, 0) : null;
}

/** A count, x where it is not known. */
export const countText = (count: number | null): string => (count === null ? 'x' : String(count));

/** A change with its sign, x where it is not known. */
export function changeText(change: number | null): string {
  if (change === null) return 'x';
  return change > 0 ? `+${change}` : String(change).replace('-', '−');
}

/** Whether an authority gained or lost households, and how full its places are, in a sentence. */
export function capacitySentence({ authority, months }: AuthorityCapacity): string {
  const [approved, gone] = [overMonths(months, 'approved'), overMonths(months, 'deregistered')];
  const last = months.at(-1);
  const when = monthsInWords(months.map(({ month }) => month));
  const flow =
    approved === null || gone === null
      ? `What came and went in ${when} is not known of every month.`
      : `${approved} households were approved in ${when} and ${gone} deregistered: ${balance(approved - gone)}.`;
  if (!last) return `${authority.name}: no month was asked for.`;
  const stock =
    last.households.value === null
      ? ''
      : ` At the end of ${writtenMonth(last.month)} there were ${last.households.text}.`;
  return `${authority.name}: ${flow}${stock}${last.utilisation === null ? '' : ` ${last.utilisation}`}`;
}

function balance(net: number): string {
  if (net === 0) return 'as many as before';
  return net > 0 ? `${net} more` : `${-net} fewer`;
}

/** What an authority’s last month is made of. */
export const basisText: Readonly<Record<CapacityMonth['basis'], string>> = {
  HOUSEHOLDS: 'households one by one',
  COUNTS: 'counts of returns or releases',
  NONE: 'nothing to be seen',
};

interface DeregisteredTable {
  readonly types: readonly { readonly code: string; readonly title: string }[];
  readonly rows: readonly {
    readonly reason: string;
    readonly title: string;
    readonly counts: readonly number[];
    readonly all: number;
  }[];
}

type Gone = NonNullable<AuthorityCapacity['details']>['deregistered'];

/** Households deregistered: a row for each reason, a column for each type. */
export function deregisteredTable(gone: Gone): DeregisteredTable {
  const types = [
    ...new Map(gone.map((one) => [one.householdType, one.householdTypeTitle])).entries(),
  ].map(([code, title]) => ({ code, title }));
  const reasons = [...new Map(gone.map((one) => [one.reason, one.reasonTitle])).entries()];
  const rows = reasons.map(([reason, title]) => {
    const ofIt = gone.filter((one) => one.reason === reason);
    const counts = types.map(({ code }) =>
      ofIt
        .filter(({ householdType }) => householdType === code)
        .reduce((sum, { households }) => sum + households, 0),
    );
    return { reason, title, counts, all: counts.reduce((sum, count) => sum + count, 0) };
  });
  return { types, rows: rows.toSorted((one, other) => other.all - one.all) };
}
