/** The policy does not allow a request, or what came as its answer. The message fits behind "because". */
export class Refused extends Error {
  override readonly name = "Refused";
}

/** What an error of the network says to people. */
export function reasonOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return "its host name could not be resolved";
    case "ECONNREFUSED":
      return "the connection was refused";
    case "ECONNRESET":
    case "EPIPE":
    case "ERR_STREAM_PREMATURE_CLOSE":
      return "the connection broke";
    case "ENETUNREACH":
    case "EHOSTUNREACH":
      return "there is no way to its host";
    case "Z_BUF_ERROR":
    case "Z_DATA_ERROR":
      return "its compression is broken";
    default:
      return message === "" ? (code ?? "of a network error") : message;
  }
}
