import { Switch } from '../../components/Switch.tsx';
import type { CompareState, CompareView } from './compare-state.ts';
import { compareViews } from './compare-state.ts';

const titles: Readonly<Record<CompareView, string>> = {
  matrix: 'All figures',
  trend: 'Trend',
  dots: 'Dot plot',
};

/** Goes from one way of showing the comparison to another; each has its own address. */
export function CompareViewSwitch(props: {
  readonly view: CompareView;
  readonly addressOf: (change: Partial<CompareState>) => string;
}) {
  return (
    <Switch
      label="Ways to show the comparison"
      chosen={props.view}
      options={compareViews.map((view) => ({
        value: view,
        title: titles[view],
        to: props.addressOf({ view }),
      }))}
    />
  );
}
