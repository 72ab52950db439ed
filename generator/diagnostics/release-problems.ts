import { entry } from "./entry.ts";

/** What stops `deckhand release`, in the order in which it looks. */
export const releaseProblems = {
  "registry-failed": entry<{ what: string; reason: string }>({
    severity: "error",
    exit: 5,
    message: ({ what, reason }) => `${what}: ${reason}.`,
    help: () =>
      "Nothing was published or written. npm's own configuration counts (.npmrc, scopes, proxies); `npm ping` tries it.",
  }),
};
