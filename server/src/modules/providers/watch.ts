import { dayInWords } from '@sufficiency/shared/days.ts';
import { periodInWords } from '@sufficiency/shared/indicators/period-words.ts';
import type { Judgement } from '@sufficiency/shared/providers/judgements.ts';
import {
  judgements,
  judgementsAtLeast,
  judgementTitles,
} from '@sufficiency/shared/providers/judgements.ts';
import type { ProvisionType } from '@sufficiency/shared/providers/provision-types.ts';
import { provisionTitles } from '@sufficiency/shared/providers/provision-types.ts';

export type NotificationKind = 'JUDGEMENT_BREAKS_CONDITION' | 'JUDGEMENT_FELL';

/** A judgement that a newer register changed, and what it is to the viewer's organisation. */
export interface JudgedChangeRow {
  readonly change_id: number;
  readonly urn: string;
  readonly before: string | null;
  readonly after: string | null;
  /** The day the newer register speaks for: `YYYY-MM-DD`. */
  readonly vintage: string;
  /** When it was loaded. */
  readonly recorded_at: Date;
  readonly provision_type: ProvisionType;
  /** Null where Ofsted keeps it back. */
  readonly service_name: string | null;
  readonly provider: string | null;
  readonly area: string;
  readonly synthetic: boolean;
  /** A framework that has it, which the organisation may call off; null: it only has placements there. */
  readonly framework_id: string | null;
  readonly framework_reference: string | null;
  readonly condition_judgement: Judgement | null;
  /** The organisation that holds the framework, and the authority that leads it. */
  readonly holder_id: string | null;
  readonly lead_authority_code: string | null;
  /** The organisation's own in its newest month; 0 where it has none. */
  readonly placements: number;
  /** Label of that month; null where it has recorded none at all. */
  readonly month: string | null;
}

/** Something the product tells an organisation. */
export interface Notification {
  /** Of this organisation's, the same whenever it is asked for. */
  readonly id: string;
  readonly kind: NotificationKind;
  readonly createdAt: Date;
  readonly title: string;
  readonly sentence: string;
  readonly urn: string;
  readonly frameworkId: string | null;
  readonly placements: number;
  readonly synthetic: boolean;
  /** When this account read it; null until then. */
  readonly readAt: Date | null;
}

const isJudgement = (text: string | null): text is Judgement =>
  (judgements as readonly (string | null)[]).includes(text);

/** True on the scale of supported accommodation: the two are never compared. */
const isSupported = (judgement: Judgement) =>
  judgementsAtLeast('SERIOUS_WEAKNESSES').includes(judgement);

/** True where a judgement is on a condition's scale and below it. */
export const breaksCondition = (condition: Judgement, judgement: Judgement): boolean =>
  isSupported(condition) === isSupported(judgement) &&
  !judgementsAtLeast(condition).includes(judgement);

/** The least judgement that worries nobody, on each scale. */
const usual = (judgement: Judgement): Judgement =>
  isSupported(judgement) ? 'CONSISTENTLY_STRONG' : 'GOOD';

/** True where one judgement is below another of its scale, or the first there is. */
const isWorse = (after: Judgement, before: string | null) =>
  !isJudgement(before) || breaksCondition(before, after);

/**
 * What an organisation is told of judgements that fell: once for each framework whose condition one breaks; and once
 * where it has placements and no such framework. Newest first.
 */
export function notificationsOf(
  rows: readonly JudgedChangeRow[],
  readAt: ReadonlyMap<string, Date>,
): Notification[] {
  const breaking = rows.filter(breaksItsFramework);
  const told = new Set(breaking.map(({ change_id }) => change_id));
  const others = rows.filter(
    (row) => row.framework_id === null && !told.has(row.change_id) && isBelowUsual(row),
  );
  return [...breaking, ...others]
    .map((row) => notificationOf(row, readAt))
    .sort(
      (one, other) =>
        other.createdAt.getTime() - one.createdAt.getTime() || one.id.localeCompare(other.id),
    );
}

const breaksItsFramework = ({
  framework_id,
  condition_judgement,
  before,
  after,
}: JudgedChangeRow) =>
  framework_id !== null &&
  condition_judgement !== null &&
  isJudgement(after) &&
  breaksCondition(condition_judgement, after) &&
  isWorse(after, before);

const isBelowUsual = ({ before, after, placements }: JudgedChangeRow) =>
  placements > 0 &&
  isJudgement(after) &&
  breaksCondition(usual(after), after) &&
  isWorse(after, before);

function notificationOf(row: JudgedChangeRow, readAt: ReadonlyMap<string, Date>): Notification {
  const id = `${row.change_id}:${row.framework_id ?? 'placements'}`;
  const kind = row.framework_id === null ? 'JUDGEMENT_FELL' : 'JUDGEMENT_BREAKS_CONDITION';
  return {
    id,
    kind,
    createdAt: row.recorded_at,
    title: `${titleOf(row.after)}: ${nameOf(row)}`,
    sentence: [judgedInWords(row), conditionInWords(row), placementsInWords(row)]
      .filter((part) => part !== '')
      .join(' '),
    urn: row.urn,
    frameworkId: row.framework_id,
    placements: row.placements,
    synthetic: row.synthetic,
    readAt: readAt.get(id) ?? null,
  };
}

const titleOf = (judgement: string | null) =>
  isJudgement(judgement) ? judgementTitles[judgement] : 'Not judged';

const nameOf = ({ service_name, provision_type, urn }: JudgedChangeRow) =>
  service_name ?? `${provisionTitles[provision_type]} ${urn}`;

function judgedInWords(row: JudgedChangeRow): string {
  const owner = row.provider ? ` of ${row.provider}` : '';
  const was =
    row.before === null ? 'it had no judgement before' : `it was “${titleOf(row.before)}”`;
  return `${nameOf(row)}${owner} in ${row.area} is judged “${titleOf(row.after)}”, by the register of ${dayInWords(row.vintage)}; ${was}.`;
}

const conditionInWords = ({ framework_reference, condition_judgement }: JudgedChangeRow) =>
  framework_reference !== null && condition_judgement !== null
    ? `${framework_reference} asks for “${titleOf(condition_judgement)}” or better.`
    : '';

function placementsInWords({ placements, month }: JudgedChangeRow): string {
  if (month === null) return 'You have recorded no placements with providers.';
  const when = periodInWords(month);
  if (placements === 0) return `You had no placement there in ${when}.`;
  return `You had ${placements} ${placements === 1 ? 'placement' : 'placements'} there in ${when}.`;
}
