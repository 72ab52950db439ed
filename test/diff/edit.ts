/** Any JSON object; edits know where they go. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Document = any;
export type Edit = (document: Document) => Document;

/** A document and edits of it, each with a place of its own. */
export interface Suite {
  readonly name: string;
  readonly base: Document;
  readonly edits: readonly Edit[];
}

/** Makes an edit of what changes the document in place. */
export function edit(change: (document: Document) => void): Edit {
  return (document) => {
    const copy: Document = structuredClone(document);
    change(copy);
    return copy;
  };
}

export function answer(schema: object): object {
  return { description: "An answer.", content: { "application/json": { schema } } };
}
