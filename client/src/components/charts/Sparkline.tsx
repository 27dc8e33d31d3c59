import './charts.scss';
import type { SparkValue } from './sparkline-path.ts';
import { sparkPath, sparkPoints } from './sparkline-path.ts';

const size = { width: 56, height: 20, inset: 3 };

/**
 * A word-sized line of a few values, oldest first, with a dot on the last. It only repeats what
 * figures and words say, so screen readers pass over it.
 */
export function Sparkline(props: { readonly values: readonly SparkValue[] }) {
  const points = sparkPoints(props.values, size);
  const last = points.at(-1) ?? null;
  if (points.filter((point) => point !== null).length < 2) return null;

  return (
    <svg
      className="sparkline"
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
      aria-hidden="true"
      focusable="false"
    >
      <path className="sparkline__line" d={sparkPath(points)} />
      {last !== null && <circle className="sparkline__end" cx={last.x} cy={last.y} r={2.2} />}
    </svg>
  );
}
