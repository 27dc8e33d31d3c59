import { badInput } from '@sufficiency/shared/errors.ts';
import { isPlainText } from '@sufficiency/shared/indicators/comparison-input.ts';

/** Problems shown in one refusal; more would not be read. */
const shown = 5;

/** What is wrong with an input, found in one pass: each problem names the path of the field it is about. */
export class InputProblems {
  readonly #found: { readonly path: string; readonly message: string }[] = [];

  /** `message` completes the sentence “`path` …”. */
  add(path: string, message: string): void {
    this.#found.push({ path, message });
  }

  /** As `add`, to be handed on. */
  readonly found = (path: string, message: string): void => this.add(path, message);

  /** The trimmed text; a problem where it is empty, overlong or no plain text. */
  text(path: string, text: string, longest = 300): string {
    const trimmed = text.trim();
    if (trimmed.length === 0 || trimmed.length > longest || !isPlainText(trimmed)) {
      this.add(path, `must be a plain text of 1 to ${longest} characters`);
    }
    return trimmed;
  }

  /** As `text`; null where nothing is given. */
  optionalText(path: string, text: string | null | undefined, longest = 1_000): string | null {
    return text == null || text.trim() === '' ? null : this.text(path, text, longest);
  }

  /** The same number; a problem where it is not within the bounds. */
  within(path: string, value: number | null | undefined, [least, most]: readonly [number, number]) {
    if (value != null && !(value >= least && value <= most)) {
      this.add(path, `must be from ${least} to ${most}`);
    }
    return value ?? null;
  }

  /** A problem where a last day lies before the first. Days are `YYYY-MM-DD`. */
  term(path: string, startsOn: string | null | undefined, endsOn: string | null | undefined): void {
    if (startsOn != null && endsOn != null && endsOn < startsOn) {
      this.add(path, `must not be before the start on ${startsOn}`);
    }
  }

  /** @throws DomainError BAD_USER_INPUT anything was found; says what, with its path. */
  refuse(): void {
    const [first] = this.#found;
    if (!first) return;
    const sentences = this.#found.slice(0, shown).map(({ path, message }) => `${path} ${message}.`);
    const more = this.#found.length - shown;
    if (more > 0) sentences.push(`There are ${more} more problems.`);
    throw badInput(sentences.join(' '), { path: first.path, problems: this.#found.length });
  }
}
