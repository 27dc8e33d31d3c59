/** A day by which something is to be done. */
export interface Deadline {
  /** Names it for ever: who imports it again gets it once. */
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly title: string;
  readonly description: string;
}

/** Text of a property, as RFC 5545 escapes it. */
const escaped = (text: string) =>
  text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');

/** Longer lines are folded. Unit: octets. */
const longestLine = 75;

/** A line in pieces of at most 75 octets, never within a letter; each further piece begins with a space. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > longestLine) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += letter;
    octets += size;
  }
  return [...pieces, piece].join('\r\n');
}

const dense = (text: string) => text.replaceAll(/[-:]/g, '');

/** How long before a deadline people are reminded. */
const reminder = '-P3D';

/**
 * Deadlines as an iCalendar file (RFC 5545): whole days, each with a reminder three days before.
 *
 * @param now when it is made.
 */
export function calendarFile(name: string, deadlines: readonly Deadline[], now: Date): string {
  const stamp = `${dense(now.toISOString().slice(0, 19))}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sufficiency Exchange//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...deadlines.flatMap(({ id, day, title, description }) => [
      'BEGIN:VEVENT',
      `UID:${id}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${dense(day)}`,
      `SUMMARY:${escaped(title)}`,
      `DESCRIPTION:${escaped(description)}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escaped(title)}`,
      `TRIGGER:${reminder}`,
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
