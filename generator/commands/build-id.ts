/**
 * Tells builds of Deckhand apart, whatever their version says: the build puts a module in its place that exports a hash
 * of all that Deckhand is made from. From source there is none, and then no result is remembered.
 */
export const buildId: string | undefined = undefined;
