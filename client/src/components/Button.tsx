import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { classNames } from './class-names.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

type Kind = 'primary' | 'secondary' | 'warning' | 'quiet';

const kinds: Readonly<Record<Kind, string | false>> = {
  primary: false,
  secondary: 'govuk-button--secondary',
  warning: 'govuk-button--warning',
  quiet: 'button--quiet',
};

/**
 * A button. `working` says what it is doing and keeps it from being pressed twice, without taking
 * the focus away as `disabled` would.
 */
export function Button({
  kind = 'primary',
  size = 'normal',
  working,
  children,
  className,
  onClick,
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & {
  readonly kind?: Kind;
  readonly size?: 'normal' | 'small';
  /** What is being done, for example “Saving”; undefined when at rest. */
  readonly working?: string | undefined;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(
        'govuk-button',
        kinds[kind],
        size === 'small' && 'button--small',
        className,
      )}
      aria-disabled={working === undefined ? undefined : true}
      onClick={(event) => {
        if (working === undefined) onClick?.(event);
        else event.preventDefault();
      }}
    >
      {working === undefined ? children : `${working}…`}
      {working !== undefined && (
        <VisuallyHidden>
          <span role="status">{working}</span>
        </VisuallyHidden>
      )}
    </button>
  );
}
