/** A period that some of the indicators have. */
export interface PeriodToChoose {
  readonly label: string;
  /** How many of the indicators have it. */
  readonly count: number;
}

/** Labels of all periods of some indicators, the latest first. */
export function periodChoices(
  indicators: readonly {
    readonly periods: readonly { readonly label: string; readonly endsOn: string }[];
  }[],
): readonly PeriodToChoose[] {
  const periods = indicators.flatMap((indicator) => indicator.periods);
  return [...Map.groupBy(periods, ({ label }) => label)]
    .map(([label, same]) => ({ label, count: same.length, endsOn: same[0]?.endsOn ?? '' }))
    .toSorted(
      (one, other) =>
        other.endsOn.localeCompare(one.endsOn) || other.label.localeCompare(one.label),
    )
    .map(({ label, count }) => ({ label, count }));
}
