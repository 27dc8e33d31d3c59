import './charts.scss';

const size = { width: 96, height: 12 };

/**
 * A word-sized bar that is filled as far as a share goes. It only repeats the percentage beside it,
 * so screen readers pass over it.
 */
export function ShareBar(props: {
  /** Unit: percent. */
  readonly share: number;
}) {
  const { width, height } = size;
  return (
    <svg
      className="share-bar"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      <rect className="share-bar__whole" x={0.5} y={0.5} width={width - 1} height={height - 1} />
      <rect
        className="share-bar__part"
        width={(width * Math.min(100, Math.max(0, props.share))) / 100}
        height={height}
      />
    </svg>
  );
}
