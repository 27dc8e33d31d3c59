import type { ReactNode } from 'react';
import { Fragment, useState } from 'react';
import type { Home } from './homes-queries.ts';

interface FormOfHome {
  readonly home: Home;
  readonly onStale: () => void;
  readonly onDone: (said: string) => void;
}

/**
 * Keeps a form of a home as somebody began it, whatever comes live meanwhile: it names the version that was seen when they
 * began, so that they are told of what changed since, and nothing typed is lost. Once told, they change what stands there now.
 */
export function HeldForm(
  props: FormOfHome & { readonly children: (form: FormOfHome) => ReactNode },
) {
  const { home, onStale, onDone } = props;
  const [began, setBegan] = useState<{ readonly at: number; readonly seen: number | null } | null>(
    null,
  );
  return (
    <div onChange={() => setBegan(began ?? { at: home.version, seen: home.version })}>
      <Fragment key={began?.at ?? home.version}>
        {props.children({
          home: { ...home, version: began?.seen ?? home.version },
          onStale: () => {
            setBegan(began && { ...began, seen: null });
            onStale();
          },
          onDone: (said) => {
            setBegan(null);
            onDone(said);
          },
        })}
      </Fragment>
    </div>
  );
}
