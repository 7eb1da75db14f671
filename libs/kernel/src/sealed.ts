import { inspect } from 'node:util';

const SEAL = '[sealed]';

/**
 * Protected content on its way between its sealed part and the reader entitled to it.
 * Prints, logs and serialises as `[sealed]`; only `reveal` gives the content, so that a search for that word finds every place that does.
 */
export class Sealed<T> {
  readonly #content: T;

  private constructor(content: T) {
    this.#content = content;
  }

  static of<T>(content: T): Sealed<T> {
    return new Sealed(content);
  }

  reveal(): T {
    return this.#content;
  }

  toString(): string {
    return SEAL;
  }

  toJSON(): string {
    return SEAL;
  }

  [inspect.custom](): string {
    return SEAL;
  }
}
