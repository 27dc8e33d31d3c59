import { useId, useState } from 'react';
import { Menu } from '../../components/Menu.tsx';
import type { Appearance } from './appearance.ts';
import { appearances, applyAppearance, keptAppearance } from './appearance.ts';

const names: Readonly<Record<Appearance, string>> = {
  device: 'As on this device',
  light: 'Light',
  dark: 'Dark',
};

/** Chooses light, dark, or what the device prefers; kept on this device. */
export function AppearanceMenu() {
  const [chosen, setChosen] = useState(keptAppearance);
  const name = useId();

  return (
    <Menu label="Appearance" align="end">
      <fieldset className="menu__choices">
        <legend className="govuk-visually-hidden">Appearance</legend>
        {appearances.map((appearance) => (
          <label key={appearance}>
            <input
              type="radio"
              name={name}
              checked={appearance === chosen}
              onChange={() => {
                applyAppearance(appearance);
                setChosen(appearance);
              }}
            />
            {names[appearance]}
          </label>
        ))}
      </fieldset>
    </Menu>
  );
}
