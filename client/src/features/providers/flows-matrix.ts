import type { FlowCell, Flows, OwnUse, PublishedFlow } from './flows-queries.ts';
import { count, counted } from './market-words.ts';
import { joined } from './service-words.ts';

/** A row of the matrix: where placements are, and a cell for each who placed. */
export interface FlowRow {
  readonly id: string;
  readonly name: string;
  /** In the order of the columns. */
  readonly cells: readonly FlowCell[];
}

const elsewhere: Readonly<Record<FlowCell['hostKind'], string>> = {
  MEMBER: '',
  ELSEWHERE: 'Elsewhere in England',
  NOT_KNOWN: 'Outside England, or not said',
};

/** Authorities that place, each once, in the order of the cells. */
export const placingOf = (cells: readonly FlowCell[]): readonly FlowCell['placing'][] => [
  ...new Map(cells.map(({ placing }) => [placing.code, placing])).values(),
];

/** Cells by where placements are: members first, then elsewhere. */
export function flowRows(cells: readonly FlowCell[]): readonly FlowRow[] {
  const order = placingOf(cells).map(({ code }) => code);
  const rows = Map.groupBy(cells, ({ host, hostKind }) => host?.code ?? hostKind);
  return [...rows].map(([id, found]) => ({
    id,
    name: found[0]?.host?.name ?? elsewhere[found[0]?.hostKind ?? 'NOT_KNOWN'],
    cells: found.toSorted(
      (one, other) => order.indexOf(one.placing.code) - order.indexOf(other.placing.code),
    ),
  }));
}

/** All placements of one authority: the sum of its column; null where any of it is not seen. */
export function placedBy(cells: readonly FlowCell[], code: string): number | null {
  const values = cells
    .filter(({ placing }) => placing.code === code)
    .map(({ placements }) => placements.value);
  return values.some((value) => value === null)
    ? null
    : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** Why cells are not seen, each reason once. */
export const reasonsOf = (cells: readonly FlowCell[]): readonly string[] => [
  ...new Set(
    cells.flatMap(({ placements }) => (placements.value === null ? [placements.why] : [])),
  ),
];

/** What crosses boundaries and how own places are used, in a sentence before any figure. */
export function flowsSentence(
  { published, ownUse }: Pick<Flows, 'published' | 'ownUse'>,
  name: string,
): string {
  return [publishedSentence(published, name), ...ownUse.flatMap(ownUseSentence)].join(' ');
}

const numberOf = ({ value }: { readonly value: number | null }) => value ?? 0;

function publishedSentence(published: readonly PublishedFlow[], name: string): string {
  const known = published.filter(({ net }) => net.value !== null);
  const [most] = known.toSorted((one, other) => numberOf(other.net) - numberOf(one.net));
  const least = known.toSorted((one, other) => numberOf(one.net) - numberOf(other.net))[0];
  if (!most || !least) return `Nothing is published of placements across boundaries in ${name}.`;
  const parts = [
    ...(numberOf(most.net) > 0
      ? [
          `${most.authority.name} hosts ${counted(numberOf(most.net), 'child', 'children')} more of other authorities than it places in others’ areas`,
        ]
      : []),
    ...(numberOf(least.net) < 0
      ? [
          `${least.authority.name} places ${counted(-numberOf(least.net), 'child', 'children')} more in others’ areas than it hosts`,
        ]
      : []),
  ];
  return parts.length === 0
    ? 'Members host as many children of others as they place in others’ areas.'
    : `${joined(parts)} (31 March ${most.period}).`;
}

const ownUseSentence = ({ authority, ownPlacements, places, share }: OwnUse): string[] =>
  share.value === null || places === null || ownPlacements.symbol !== null
    ? []
    : [
        `${authority.name} uses ${ownPlacements.text} of the ${count(places)} places in its own area’s children’s homes, ${share.text}.`,
      ];
