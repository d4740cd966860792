// What a call leaves behind in promises that nobody awaits.

/** The reasons of the promises that a call left broken and unhandled; in Node.js each would end the process. */
export async function rejectionsLeftBy(call: () => void): Promise<unknown[]> {
  const others = process.listeners("unhandledRejection");
  const left: unknown[] = [];
  process.removeAllListeners("unhandledRejection");
  process.on("unhandledRejection", (reason) => left.push(reason));
  try {
    call();
  } finally {
    // Node.js reports them once the promises of the moment have run.
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.removeAllListeners("unhandledRejection");
    for (const listener of others) process.on("unhandledRejection", listener);
  }
  return left;
}
