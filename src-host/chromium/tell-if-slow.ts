/** Says what is being waited for when it takes long: a start that hangs would leave no word of it. */

/** Far longer than a busy machine takes, in ms. */
const PATIENCE = 30_000;

/** As `work`. `describe` completes “It still waits for …”, and is asked each time that this is said. */
export async function tellIfSlow<T>(work: Promise<T>, describe: () => string): Promise<T> {
  const begun = Date.now();
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - begun) / 1000);
    console.error(`After ${seconds} seconds it still waits for ${describe()}.`);
  }, PATIENCE);
  timer.unref();
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
