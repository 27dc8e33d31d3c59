const titles: Readonly<Record<string, string>> = {
  placements: 'Children looked after and placements',
  providers: 'Homes and providers',
  fostering: 'Fostering',
  costs: 'Costs',
  beds: 'Beds',
  demand: 'Demand',
};

/** A dataset as a heading; one that is new to this page keeps its own name. */
export const datasetTitle = (dataset: string): string => titles[dataset] ?? dataset;
