import type { ChartWords } from '../../components/charts/chart-download.ts';
import type { ComparedRow, ComparedView, Subject } from './comparison-model.ts';
import { nameInSentence } from './comparison-model.ts';
import { inWords, listed } from './in-words.ts';
import type { ReleasedPart } from './released.ts';
import { syntheticNote } from './synthetic.ts';

/** Title, statistic, unit, area and source of a chart, enough for the picture to stand alone. */
export function chartWords(
  view: ComparedView,
  row: ComparedRow,
  drawn: readonly Subject[],
  period: string,
): ChartWords {
  const { title, unit, periodBasis, source } = row.indicator;
  const names = view.authorities.map(({ name }) => name);
  const area = names.length > 6 ? `${inWords(names.length)} authorities` : listed(names);
  const against = drawn.map(nameInSentence);
  return {
    title: `${title}, ${period}`,
    subtitle: `${capitalised(unit)}, ${periodBasis}. ${area}${
      against.length === 0 ? '' : `, against ${listed(against)}`
    }${row.synthetic ? `. ${syntheticNote}` : ''}`,
    source: `Source: ${source}${sourceNote[row.released]}`,
  };
}

const sourceNote: Readonly<Record<ReleasedPart, string>> = {
  all: ', as released',
  some: ', some as released',
  none: '',
};

const capitalised = (text: string) =>
  text.startsWith('GBP') ? text : text.charAt(0).toUpperCase() + text.slice(1);
