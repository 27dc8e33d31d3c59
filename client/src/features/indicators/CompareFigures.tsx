import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useMediaQuery } from '../../components/use-media-query.ts';
import type { CompareChoices } from './compare-query.ts';
import type { CompareState } from './compare-state.ts';
import type { ComparedRow, ComparedView } from './comparison-model.ts';
import { sortedAuthorities, subjectNames } from './comparison-model.ts';
import { figureInput } from './figure-input.ts';
import { loadCharts } from './load-charts.ts';
import { Matrix } from './Matrix.tsx';
import { MatrixList } from './MatrixList.tsx';
import type { FigureAddress } from './pressed-figure.ts';
import type { ChangeCompare } from './use-compare-state.ts';

// Pictures weigh as much as everything else on the page together: they come when they are asked for.
const CompareCharts = lazy(async () => {
  const { CompareCharts: Component } = await loadCharts();
  return { default: Component };
});

// What explains a figure comes when one is pressed.
const FigurePanel = lazy(async () => ({
  default: (await import('./FigurePanel.tsx')).FigurePanel,
}));

/** The figures in the way the address asks for, and the panel that explains one of them. */
export function CompareFigures(props: {
  readonly consortium: string;
  readonly choices: CompareChoices;
  readonly view: ComparedView;
  /** The row in front: on a narrow screen, in charts, in the opening sentence. */
  readonly focus: ComparedRow;
  readonly state: CompareState;
  /** The state as pressed last, before figures follow it. */
  readonly pressed: CompareState;
  readonly change: ChangeCompare;
}) {
  const { consortium, choices, view, focus, state, pressed, change } = props;
  const [opened, setOpened] = useState<FigureAddress | null>(null);
  const isNarrow = useMediaQuery('(max-width: 39.99rem)');
  const authorities = useMemo(() => sortedAuthorities(view, state.sort), [view, state.sort]);
  const highlight = highlighted(view, choices, state);
  const figures = { view, authorities, highlight, onOpen: setOpened };
  const onSort = useCallback((sort: CompareState['sort']) => change({ sort }), [change]);

  return (
    <>
      {state.view !== 'matrix' && (
        <Suspense fallback={<p className="loading__words">Loading the picture…</p>}>
          <CompareCharts
            {...{ consortium, view, authorities, state, pressed, change }}
            row={focus}
            // A picture has an accent, whoever looks at it.
            highlight={highlight ?? view.authorities[0]?.code ?? null}
          />
        </Suspense>
      )}
      {state.view === 'matrix' && isNarrow && (
        <MatrixList
          {...figures}
          focus={focus}
          pressed={pressed}
          sort={state.sort}
          onFocus={(indicator) => change({ focus: indicator })}
          onSort={onSort}
        />
      )}
      {state.view === 'matrix' && !isNarrow && (
        <Matrix {...figures} state={state} onSort={onSort} />
      )}
      {opened && (
        <Suspense fallback={null}>
          <OpenedFigure
            {...{ consortium, choices, view, state, change }}
            opened={opened}
            onClose={() => setOpened(null)}
          />
        </Suspense>
      )}
    </>
  );
}

/** The authority to highlight: the one chosen, else the reader's own; null if neither is shown. */
function highlighted(
  { authorities }: ComparedView,
  { viewer }: CompareChoices,
  { highlight }: CompareState,
): string | null {
  const codes = authorities.map(({ code }) => code);
  if (highlight !== null && codes.includes(highlight)) return highlight;
  const own = viewer.authorities.find(({ code }) => codes.includes(code));
  return own?.code ?? null;
}

function OpenedFigure(props: {
  readonly consortium: string;
  readonly choices: CompareChoices;
  readonly view: ComparedView;
  readonly state: CompareState;
  readonly opened: FigureAddress;
  readonly change: ChangeCompare;
  readonly onClose: () => void;
}) {
  const { consortium, choices, view, state, opened, change, onClose } = props;
  const names = useMemo(() => subjectNames(choices), [choices]);
  const row = view.rows.find(({ indicator }) => indicator.key === opened.indicator);
  const subject = [...view.authorities, ...view.comparators, ...view.neighbours].find(
    ({ id }) => id === opened.subject,
  );
  const indicator = choices.indicators.find(({ key }) => key === opened.indicator);
  if (!row || !subject || !indicator) return null;

  return (
    <FigurePanel
      figure={{
        title: row.indicator.title,
        period: row.period,
        rank: row.cells.get(subject.id)?.rank ?? null,
        ranked: row.ranked,
        warnings: row.warnings,
      }}
      subject={subject}
      names={names}
      input={figureInput(consortium, state, { indicator, code: subject.code, period: row.period })}
      onTrend={() => {
        onClose();
        change({
          view: 'trend',
          focus: row.indicator.key,
          periods: Math.max(state.periods, indicator.collected ? 13 : 5),
          ...(subject.code !== null && { highlight: subject.code }),
        });
      }}
      onClose={onClose}
    />
  );
}
