import { entry } from "./entry.ts";

/** What is wrong with documentation sites and with the pages of one: `deckhand pull` and `deckhand extract`. */
export const pullProblems = {
  "page-left-out": entry<{ page: string; reason: string; kept: string | undefined }>({
    severity: "warning",
    message: ({ page, reason, kept }) =>
      `The page ${page} can not be used: ${reason}${kept === undefined ? "" : `; its copy in "${kept}" stays`}.`,
    help: ({ kept }) =>
      kept === undefined
        ? "Nothing of it is in the document; with --strict this stops the run."
        : "Delete the copy to let it go; with --strict this stops the run.",
  }),
  "page-vanished": entry<{ page: string; path: string }>({
    severity: "warning",
    message: ({ page, path }) =>
      `The index no longer lists ${page}; "${path}" stays, because the configuration names it.`,
    help: () => "Name another page in the configuration, or find out where it went.",
  }),
  "pages-elsewhere": entry<{ origin: string; count: number }>({
    severity: "info",
    message: ({ origin, count }) =>
      `The index lists ${count === 1 ? "a page" : `${count} pages`} of ${origin}, which may not be fetched.`,
    help: ({ origin }) => `To read them, add "${origin}" to \`network.allow\` or --allow.`,
  }),
  "document-elsewhere": entry<{ document: string; origin: string }>({
    severity: "warning",
    message: ({ document }) =>
      `The index lists the OpenAPI document ${document}, whose origin may not be fetched.`,
    help: ({ origin }) => `To take it, add "${origin}" to \`network.allow\` or --allow.`,
  }),
  "too-many-pages": entry<{ index: string; count: number; limit: number }>({
    severity: "error",
    exit: 5,
    message: ({ index, count, limit }) =>
      `The index ${index} lists ${count} pages, more than the ${limit} that may be fetched.`,
    help: () => "Raise `network.maxDocuments`, or name an index that lists fewer.",
  }),
  "several-documents": entry<{ index: string; documents: readonly string[] }>({
    severity: "error",
    exit: 2,
    message: ({ index, documents }) =>
      `The index ${index} is about several OpenAPI documents: ${documents.join(", ")}.`,
    help: ({ documents }) =>
      `Choose one in the source, as in \`document: "${documents[0] ?? ""}"\`.`,
  }),
  "document-not-listed": entry<{ index: string; document: string; documents: readonly string[] }>({
    severity: "error",
    exit: 2,
    message: ({ index, document }) =>
      `The index ${index} knows no OpenAPI document whose address ends in "${document}".`,
    help: ({ documents }) =>
      documents.length === 0
        ? "Remove `document` from the source."
        : `It knows ${documents.join(", ")}.`,
  }),
  "index-without-api": entry<{ index: string; count: number }>({
    severity: "error",
    message: ({ index, count }) =>
      `The index ${index} leads to no OpenAPI document, neither whole nor in pieces: ${count} of its pages were read.`,
    help: () => "Name the index of the API reference, or the address of the document itself.",
  }),
  "excerpt-differs": entry<{ what: string; other: string }>({
    severity: "warning",
    message: ({ what, other }) =>
      `The page shows another "${what}" than the document, which is taken: see ${other}.`,
    help: () => "Nothing to do, unless the document is older than the page.",
  }),
  "interrupted-pull": entry<{ folder: string }>({
    severity: "error",
    exit: 5,
    message: ({ folder }) =>
      `A pull was interrupted while it was writing in "${folder}", so old and new documents stand side by side.`,
    help: () => "Run `deckhand pull`; before it asks the network, it finishes what was begun.",
  }),
  "edited-since-pull": entry<{ path: string }>({
    severity: "error",
    exit: 5,
    message: ({ path }) =>
      `"${path}" was edited since it was pulled, so the newer one does not replace it.`,
    help: () =>
      "Move the change into an overlay (docs/overlays.md), then delete the file and pull again.",
  }),
  "reference-left-out": entry<{ ref: string; reason: string; kept: string | undefined }>({
    severity: "warning",
    message: ({ ref, reason, kept }) =>
      `The document refers to ${ref}, which can not be had: ${reason}${kept === undefined ? "" : `; its copy in "${kept}" stays`}.`,
    help: () =>
      "What refers there is typed as unknown until it can; with --strict this stops the run.",
  }),
  "events-page-found": entry<{ path: string }>({
    severity: "info",
    message: ({ path }) =>
      `"${path}" lists event types; \`events: { page: "${path}" }\` in the configuration types them.`,
    help: () => "docs/events.md says what comes of it.",
  }),
  "excerpt-conflict": entry<{ what: string; other: string }>({
    severity: "error",
    message: ({ what, other }) =>
      `The pages disagree about "${what}": this is not what ${other} says.`,
    help: () =>
      "Fetch the pages again on one day, or leave the older one out (`ignore` in docs/pull.md).",
  }),
  "excerpt-wording": entry<{ what: string; other: string }>({
    severity: "warning",
    message: ({ what, other }) =>
      `The page describes "${what}" in other words than ${other}, which are taken.`,
    help: () => "Nothing to do: programs see no difference.",
  }),
  "excerpt-own-root": entry<{ what: string; other: string }>({
    severity: "info",
    message: ({ what, other }) =>
      `The page has other "${what}" than ${other}; they are written to its operations.`,
    help: () =>
      "Nothing to do, unless the page is of another API: `ignore` leaves it out (docs/pull.md).",
  }),
  "excerpt-misnamed": entry<{ announced: string }>({
    severity: "warning",
    message: ({ announced }) =>
      `The first line of this block announces "${announced}", which is not in it.`,
    help: () => "What the block shows is taken; see whether the page is the right one.",
  }),
} as const;
