import { Page } from '../../components/Page.tsx';

/** What can be expected of the platform by people who use it in different ways, and its known limits. */
export function AccessibilityPage() {
  return (
    <Page
      title="Accessibility"
      width="text"
      lead={
        <p>
          Everything here is meant to work for everybody who needs it: by keyboard, with a screen
          reader, enlarged, in print, in the dark.
        </p>
      }
    >
      <h2>What you can do</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>Reach and use every part with a keyboard alone; the part in focus is marked.</li>
        <li>Enlarge the page to 400%, or use it on a screen 320 pixels wide.</li>
        <li>Read every chart as a table, and as a sentence.</li>
        <li>
          Tell figures apart without colour: better and worse, provisional and suppressed are always
          words or letters too.
        </li>
        <li>
          Use your device’s dark, high-contrast and reduced-motion settings, or choose light or dark
          under “Appearance”.
        </li>
        <li>Print any page; tables print whole.</li>
      </ul>
      <h2>How it was checked</h2>
      <p>
        The platform is built to the Web Content Accessibility Guidelines, version 2.2, level AA.
        Each page is tested by machine with every change, and one journey is tested by keyboard
        alone. It has not yet been tested by people who use assistive technology every day, so this
        statement claims no more than that.
      </p>
      <h2>Known limits</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>Wide tables scroll sideways within the page on narrow screens.</li>
        <li>Sources outside the platform, such as published spreadsheets, vary.</li>
      </ul>
      <h2>If something does not work for you</h2>
      <p>
        Tell whoever runs the platform at your organisation or its hub: what you wanted to do, on
        which page, and with what equipment. Ask them for the figures in another form meanwhile.
      </p>
    </Page>
  );
}
