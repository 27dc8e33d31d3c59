import type { SharingLevel } from './sharing-queries.ts';
import { levelMeaning, levels, levelWord } from './sharing-words.ts';

/** A level as a shape and its word: one, two or three steps filled, or a dash for nothing. */
export function SharingLevelMark(props: { readonly level: SharingLevel }) {
  return (
    <span className={`level level--${props.level.toLowerCase()}`}>
      <LevelShape level={props.level} />
      <span className="level__word">{levelWord[props.level]}</span>
    </span>
  );
}

function LevelShape({ level }: { readonly level: SharingLevel }) {
  const filled = levels.indexOf(level);
  return (
    <svg className="level__shape" viewBox="0 0 22 14" width="22" height="14" aria-hidden="true">
      {filled === 0 ? (
        <path className="level__dash" d="M4 8 H18" />
      ) : (
        [1, 2, 3].map((step) => (
          <rect
            key={step}
            className={step <= filled ? 'level__step level__step--on' : 'level__step'}
            x={step * 7 - 6.25}
            y={10.25 - step * 3}
            width="5.5"
            height={step * 3 + 2.5}
          />
        ))
      )}
    </svg>
  );
}

/** Says what the levels mean, from most to least. */
export function SharingLegend() {
  return (
    <dl className="sharing-legend">
      {levels.toReversed().map((level) => (
        <div key={level}>
          <dt>
            <SharingLevelMark level={level} />
          </dt>
          <dd>{levelMeaning[level]}</dd>
        </div>
      ))}
    </dl>
  );
}
