let isHeard = false;

/** Writes to the standard output of the process. Whoever reads it may stop early, as `head` does. */
export function writeOut(text: string): void {
  if (!isHeard) process.stdout.on("error", passUnlessClosed);
  isHeard = true;
  process.stdout.write(text);
}

function passUnlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
