/** What was not seen is not answered for. */
import { Refusal } from './http/problem.ts';

/**
 * @param code of the refusal, in the words of the room
 * @returns what throws it when somebody changed a thing after the caller looked at it
 */
export const refusingUnseen =
  (code: string) =>
  ({ changedAt }: { changedAt: string }, seen: string): void => {
    if (changedAt !== seen) throw new Refusal(code, {}, 409);
  };
