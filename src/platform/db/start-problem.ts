/**
 * A reason why the product cannot start which its operator can remove. Shown as one line, without
 * a stack, with exit code 1. The message carries both languages; `zh` and `en` carry one each.
 */
export class StartProblem extends Error {
  readonly zh: string;
  readonly en: string;

  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh} / ${en}`, options);
    this.name = 'StartProblem';
    this.zh = zh;
    this.en = en;
  }
}
