/** What Deckhand may fetch. Documents name addresses, and a document may come from anybody. */
export interface NetworkPolicy {
  /** False: nothing is fetched. Default true. */
  readonly enabled: boolean;
  /**
   * Lets references lead to loopback, private, link-local and metadata addresses. Default false. An entry document
   * that the user named by such an address is always fetched, and its references may stay on its origin.
   */
  readonly allowPrivate: boolean;
  /** Origins (`https://api.example.com`) that may be fetched although they are private. */
  readonly trustedOrigins: readonly string[];
  /** Of one document, after decompression. Bytes. Default 64 MiB. */
  readonly maxBytes: number;
  /** For one document, redirects included. Milliseconds. Default 30,000. */
  readonly timeout: number;
  /** Default 5. */
  readonly maxRedirects: number;
  /** Documents that one entry document may bring in from the network. Default 1,000. */
  readonly maxDocuments: number;
}

export const defaultNetworkPolicy: NetworkPolicy = {
  enabled: true,
  allowPrivate: false,
  trustedOrigins: [],
  maxBytes: 64 * 1024 * 1024,
  timeout: 30_000,
  maxRedirects: 5,
  maxDocuments: 1000,
};

/** The policy with one more origin trusted: the one that the user named. */
export function trusting(policy: NetworkPolicy, url: URL): NetworkPolicy {
  if (url.protocol === "file:") return policy;
  return { ...policy, trustedOrigins: [...policy.trustedOrigins, url.origin] };
}

export function isTrusted(policy: NetworkPolicy, url: URL): boolean {
  return policy.allowPrivate || policy.trustedOrigins.includes(url.origin);
}
