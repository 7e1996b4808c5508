/** How many deeds a second several writers get done. */

export const writers = 4;

/** Several writers at once for some seconds. @returns deeds a second */
export async function rate(deed: (i: number) => Promise<void>, seconds = 5): Promise<number> {
  let done = 0;
  const until = performance.now() + seconds * 1000;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let i = writer; performance.now() < until; i += writers) {
        await deed(i);
        done += 1;
      }
    }),
  );
  return (done * 1000) / (performance.now() - start);
}
