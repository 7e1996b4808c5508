/** Whether a process of this machine still runs, by its id. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false; // the answer: no such process
  }
}
