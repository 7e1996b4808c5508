/** The order of test files on two workers: what takes longest goes first, so that no long one runs alone at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** @param longest parts of paths, the longest first */
export const longestFirst = (longest: readonly string[]) =>
  class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      const place = ({ moduleId }: TestSpecification) => {
        const at = longest.findIndex((part) => moduleId.includes(part));
        return at === -1 ? longest.length : at;
      };
      return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
    }
  };
