import { paper } from './chart-palette.ts';
import { wrapped } from './chart-text.ts';
import { tableFile } from './table-file.ts';

/** What a downloaded picture says around the chart, so that it can stand alone. */
export interface ChartWords {
  readonly title: string;
  readonly subtitle: string;
  readonly source: string;
}

const namespace = 'http://www.w3.org/2000/svg';
const font = 'Source Sans 3, Source Sans Pro, Helvetica, Arial, sans-serif';
const edge = 16;

/**
 * The chart as a file of its own: title, subtitle and source around the picture, on white. Colours
 * are those of paper whatever the screen shows, because the picture's attributes hold those.
 */
export function standaloneSvg(picture: SVGSVGElement, words: ChartWords): SVGSVGElement {
  const width = picture.width.baseVal.value;
  const height = picture.height.baseVal.value;
  const room = width;
  const parts = [
    { lines: wrapped(words.title, room, 20), size: 20, weight: '700', colour: paper.text },
    { lines: wrapped(words.subtitle, room, 15), size: 15, weight: '400', colour: paper.muted },
  ];

  const svg = make('svg', { xmlns: namespace, 'font-family': font });
  svg.append(make('rect', { width: '100%', height: '100%', fill: paper.ground }));
  let y = edge;
  for (const part of parts) y = appendLines(svg, part, y) + 6;

  const chart = picture.cloneNode(true);
  if (chart instanceof SVGSVGElement) {
    chart.removeAttribute('class');
    chart.setAttribute('x', String(edge));
    chart.setAttribute('y', String(y));
    svg.append(chart);
  }
  const source = { lines: wrapped(words.source, room, 13), size: 13, weight: '400' };
  y = appendLines(svg, { ...source, colour: paper.muted }, y + height + 8) + edge;

  svg.setAttribute('width', String(width + 2 * edge));
  svg.setAttribute('height', String(y));
  svg.setAttribute('viewBox', `0 0 ${width + 2 * edge} ${y}`);
  return svg;
}

/** The text of an SVG file. */
export function svgFile(svg: SVGSVGElement): Blob {
  return new Blob([new XMLSerializer().serializeToString(svg)], { type: 'image/svg+xml' });
}

/**
 * The picture as PNG, at twice its size so that it prints sharply.
 *
 * @throws Error the browser could not draw it.
 */
export async function pngFile(svg: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(
    new XMLSerializer().serializeToString(svg),
  )}`;
  await image.decode();

  const canvas = document.createElement('canvas');
  canvas.width = svg.width.baseVal.value * 2;
  canvas.height = svg.height.baseVal.value * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('The browser gave no picture.'));
    }, 'image/png');
  });
}

/** Hands a file to the person, as if they had followed a link to it. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Hands a table to the person as a CSV file. `name`: the file's, without its ending. */
export function saveCsv(rows: readonly (readonly string[])[], name: string): void {
  // Excel reads UTF-8 only behind a byte order mark.
  saveFile(new Blob(['\uFEFF', tableFile(rows)], { type: 'text/csv' }), `${name}.csv`);
}

function make<Name extends 'svg' | 'rect' | 'text'>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    // The serialiser writes the namespace itself; a second one would be a fault in the file.
    if (key !== 'xmlns') element.setAttribute(key, value);
  }
  return element;
}

function appendLines(
  svg: SVGSVGElement,
  part: {
    readonly lines: readonly string[];
    readonly size: number;
    readonly weight: string;
    readonly colour: string;
  },
  top: number,
): number {
  let y = top;
  for (const line of part.lines) {
    y += part.size * 1.25;
    const text = make('text', {
      x: String(edge),
      y: String(y),
      'font-size': String(part.size),
      'font-weight': part.weight,
      fill: part.colour,
    });
    text.textContent = line;
    svg.append(text);
  }
  return y;
}
