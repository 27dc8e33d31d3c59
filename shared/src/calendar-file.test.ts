import { expect, test } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const now = new Date('2026-11-22T12:00:00.000Z');
const deadline = {
  id: 'placements-2026-10@sufficiency-exchange',
  day: '2026-11-10',
  title: 'Placements return for October 2026 is due',
  description: 'One; two, three\\four\nfive',
};

test('a calendar file has a whole day and a reminder for each deadline', () => {
  const lines = calendarFile('Returns', [deadline], now).split('\r\n');

  expect(lines.slice(0, 3)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Sufficiency Exchange//Deadlines//EN',
  ]);
  expect(lines).toContain('DTSTART;VALUE=DATE:20261110');
  expect(lines).toContain('DTSTAMP:20261122T120000Z');
  expect(lines).toContain('UID:placements-2026-10@sufficiency-exchange');
  expect(lines).toContain('TRIGGER:-P3D');
  expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
});

test('its texts are escaped', () => {
  expect(calendarFile('Returns', [deadline], now)).toContain(
    'DESCRIPTION:One\\; two\\, three\\\\four\\nfive\r\n',
  );
});

test('its lines are folded at 75 octets, never within a letter', () => {
  const name = 'Ünïcödé '.repeat(20);

  const text = calendarFile(name, [], now);

  const lengths = text.split('\r\n').map((line) => new TextEncoder().encode(line).length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain(`X-WR-CALNAME:${name}\r\n`);
});
