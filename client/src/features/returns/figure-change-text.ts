const number = new Intl.NumberFormat('en-GB', {
  maximumFractionDigits: 2,
  signDisplay: 'exceptZero',
});

/** A change with its sign: “+12”, “−£30”, “+1.5 points”, “0”; “–” where there is none to tell. */
export function changeText(change: number | null, unit: string): string {
  if (change === null) return '–';
  const text = number.format(change).replace('-', '−');
  if (change === 0) return text;
  if (unit.startsWith('GBP')) return text.replace(/^([+−])/, '$1£');
  return unit === 'percent' ? `${text} ${Math.abs(change) === 1 ? 'point' : 'points'}` : text;
}
