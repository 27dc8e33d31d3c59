import type { ReleaseFigure } from '@sufficiency/shared/disclosure/release-tables.ts';
import { consortiumArea } from '@sufficiency/shared/disclosure/release-tables.ts';
import type { DataSymbol } from '@sufficiency/shared/indicators/symbols.ts';
import { figuresOf } from '@sufficiency/shared/returns/derive.ts';
import type { Payment } from './price-rule.ts';
import { moneyMayBeReleased } from './price-rule.ts';
import type { ContributedReturn, ReleaseSources } from './release-contents.ts';
import { cellKey } from './release-contents.ts';

/** Money as it may be released, before what it is divided by is looked at. */
export interface ReleasedMoney {
  /** In whole pounds; null exactly where `symbol` is set. */
  readonly value: number | null;
  readonly symbol: DataSymbol | null;
}

type Sources = Pick<ReleaseSources, 'dataset' | 'period'>;

/**
 * Money of one authority: never told. Whose prices they are is not in a return, so nobody could show that no provider's
 * price can be worked out of it.
 */
export const moneyOfOne = (
  sources: Sources,
  indicator: string,
  from: ContributedReturn,
): ReleasedMoney => ({ value: null, symbol: paidBy(sources, indicator, [from]) ? 'c' : 'x' });

/** Money of all members together, where no organisation can estimate another's part of it. */
export function moneyOfAll(
  sources: ReleaseSources,
  { indicator, figure }: { indicator: string; figure: Extract<ReleaseFigure, { kind: 'money' }> },
): ReleasedMoney {
  const isAverage = figure.formula.kind === 'ratio';
  const paid = paidBy(sources, indicator, sources.returns);
  if (!paid) return { value: null, symbol: 'x' };
  if (isSuppressed(sources, indicator)) return { value: null, symbol: 'c' };
  if (isAverage && paid.children === 0) return { value: null, symbol: 'z' };
  if (
    !moneyMayBeReleased(paid.payments, sources.insiders) ||
    !mayFollow(sources, indicator, paid)
  ) {
    return { value: null, symbol: 'c' };
  }
  const pounds = paid.payments.reduce((sum, each) => sum + each.pounds, 0);
  return { value: Math.round(isAverage ? pounds / paid.children : pounds), symbol: null };
}

/** Whether a publisher suppressed what it says of the same: all others’ figures and the sum would tell it. */
const isSuppressed = ({ published }: ReleaseSources, indicator: string) =>
  published.some((figure) => figure.indicator === indicator && figure.symbol === 'c');

/** What each authority paid, and for how many children all did. */
interface Paid {
  readonly payments: readonly Payment[];
  readonly children: number;
}

/** Null where it is not known of one of them. */
function paidBy(
  { dataset, period }: Sources,
  indicator: string,
  returns: readonly ContributedReturn[],
): Paid | null {
  const payments: Payment[] = [];
  let children = 0;
  for (const { authority, organisation, tables } of returns) {
    const figure = figuresOf({ dataset, authority, period, tables }).find(
      (one) => one.indicator === indicator,
    );
    const own = figure?.numerator ?? figure?.value ?? null;
    if (own === null) return null;
    payments.push({ authority, organisation, pounds: own });
    children += figure?.denominator ?? 0;
  }
  return { payments, children };
}

/** Whether the difference from every earlier release, which everybody can work out, could be released itself. */
function mayFollow(sources: ReleaseSources, indicator: string, now: Paid): boolean {
  const key = cellKey({ table: indicator, codes: '', area: consortiumArea });
  return sources.earlier
    .filter(({ shown }) => typeof shown.get(key) === 'number')
    .every(({ returns }) => {
      const before = paidBy(sources, indicator, returns)?.payments ?? [];
      const less = before.map((payment) => ({ ...payment, pounds: -payment.pounds }));
      const changes = [...Map.groupBy([...now.payments, ...less], keyOf).values()].flatMap(
        ([payment, ...more]) =>
          payment
            ? { ...payment, pounds: more.reduce((sum, each) => sum + each.pounds, payment.pounds) }
            : [],
      );
      return (
        changes.every(({ pounds }) => pounds === 0) || moneyMayBeReleased(changes, sources.insiders)
      );
    });
}

const keyOf = ({ organisation, authority }: Payment) => `${organisation} ${authority}`;
