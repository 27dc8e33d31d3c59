import './charts.scss';
import type { ReactNode } from 'react';
import { useId, useRef, useState } from 'react';
import { Button } from '../Button.tsx';
import type { ChartWords } from './chart-download.ts';
import { pngFile, saveCsv, saveFile, standaloneSvg, svgFile } from './chart-download.ts';
import { cellsOf } from './table-file.ts';
import { useWidth } from './use-width.ts';

/**
 * Everything a chart needs around its picture: what it shows, in what statistic, unit and area, in
 * one sentence; its figures as a table; and files to take away.
 */
export function ChartFrame(props: {
  readonly words: ChartWords;
  /** The picture in one sentence, for everyone. */
  readonly summary: string;
  /** What marks and lines mean beyond their own labels, and what the axis leaves out. */
  readonly notes: (width: number) => ReactNode;
  /** Name of downloaded files, without an ending. */
  readonly fileName: string;
  /** Where the server gives the figures as CSV; absent where its table is all there is: then the file is made of that. */
  readonly csvAddress?: string;
  readonly table: ReactNode;
  readonly children: (width: number) => ReactNode;
}) {
  const { words, summary, notes, table } = props;
  const [holder, width] = useWidth<HTMLDivElement>(640);
  const id = useId();

  return (
    <figure className="chart" aria-labelledby={`${id}-title`}>
      <figcaption>
        <h2 id={`${id}-title`} className="chart__title">
          {words.title}
        </h2>
        <p className="chart__subtitle">{words.subtitle}</p>
        <p className="chart__summary">{summary}</p>
      </figcaption>
      <div ref={holder} className="chart__holder">
        {props.children(width)}
      </div>
      <p className="chart__notes">{notes(width)}</p>
      <p className="chart__source">{words.source}</p>
      <details className="chart__table">
        <summary>Figures in this chart</summary>
        {table}
      </details>
      <ChartDownloads
        words={words}
        fileName={props.fileName}
        {...(props.csvAddress !== undefined && { csvAddress: props.csvAddress })}
        picture={() => holder.current?.querySelector('svg') ?? null}
        figures={() => holder.current?.closest('figure')?.querySelector('table') ?? null}
      />
    </figure>
  );
}

function ChartDownloads(props: {
  readonly words: ChartWords;
  readonly fileName: string;
  readonly csvAddress?: string;
  readonly picture: () => SVGSVGElement | null;
  readonly figures: () => HTMLTableElement | null;
}) {
  const { words, fileName, csvAddress } = props;
  const [problem, setProblem] = useState('');
  const isBusy = useRef(false);

  const save = async (kind: 'svg' | 'png') => {
    const picture = props.picture();
    if (!picture || isBusy.current) return;
    isBusy.current = true;
    try {
      const svg = standaloneSvg(picture, words);
      saveFile(kind === 'svg' ? svgFile(svg) : await pngFile(svg), `${fileName}.${kind}`);
      setProblem('');
    } catch {
      setProblem('The browser could not make the picture. Take the SVG instead.');
    } finally {
      isBusy.current = false;
    }
  };

  const saveFigures = () => {
    const table = props.figures();
    if (table) saveCsv(cellsOf(table), fileName);
  };

  return (
    <div className="chart__downloads">
      <span className="chart__downloads-label">Take this chart away:</span>
      {csvAddress === undefined ? (
        <Button kind="quiet" size="small" onClick={saveFigures}>
          CSV of its figures
        </Button>
      ) : (
        <a className="govuk-link" href={csvAddress} download>
          CSV of its figures
        </a>
      )}
      <Button kind="quiet" size="small" onClick={() => void save('png')}>
        PNG picture
      </Button>
      <Button kind="quiet" size="small" onClick={() => void save('svg')}>
        SVG picture
      </Button>
      <span role="status">{problem}</span>
    </div>
  );
}
