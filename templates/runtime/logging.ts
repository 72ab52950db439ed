import type { Middleware } from "./client.js";

export interface LoggingOptions {
  /** Takes a line for each attempt. Default: `console.info`. */
  readonly write?: (line: string) => void;
  /** Whether request headers are told too. Default: false. */
  readonly headers?: boolean;
  /** Milliseconds on a clock. Default: `performance.now`. */
  readonly now?: () => number;
}

/**
 * A middleware that writes a line per attempt: `GET https://... 200 in 34 ms`.
 *
 * Values of the query and of headers that sound secret are shown as `…`;
 * credentials it never sees, because they are put on after it.
 */
export function logging(options: LoggingOptions = {}): Middleware {
  const { write = console.info, now = () => performance.now() } = options;
  return async (request, next) => {
    const start = now();
    const { method, url, headers } = request;
    const told = options.headers ? ` ${headerText(headers)}` : "";
    const line = (end: string) =>
      `${method} ${redactUrl(url)} ${end} in ${Math.round(now() - start)} ms${told}`;
    try {
      const response = await next(request);
      write(line(`${response.status}`));
      return response;
    } catch (error) {
      write(line(error instanceof Error ? error.name : "failed"));
      throw error;
    }
  };
}

function redactUrl(url: string): string {
  return url
    .replace(/\/\/[^/?#]*@/, "//…@")
    .replace(/([?&](?:[^=&#]*=)?)[^&#]*/g, "$1…");
}

function headerText(headers: Readonly<Record<string, string>>): string {
  const secret =
    /auth|cookie|credential|key|pass|secret|session|signature|token/i;
  const pairs = Object.entries(headers).map(
    ([name, value]) => `${name}: ${secret.test(name) ? "…" : value}`,
  );
  return `{ ${pairs.join(", ")} }`;
}
