/** What Deckhand may fetch. Documents name addresses, and a document may come from anybody. */
export interface NetworkPolicy {
  /** False: nothing is fetched. Default true. */
  readonly enabled: boolean;
  /** Origins of the documents that the user named. All that these lead to has to stay there. */
  readonly named: readonly string[];
  /**
   * Origins that may be fetched besides: `https://api.example.com`, whatever its address is; `https://*.example.com`
   * and `*`, as long as the addresses are public. Default none.
   */
  readonly allow: readonly string[];
  /** Headers that are sent to one origin and to no other, by origin. Default none. */
  readonly credentials: ReadonlyMap<string, Credential>;
  /** Of one document, after decompression. Bytes. Default 64 MiB. */
  readonly maxBytes: number;
  /** For one request, its body included. Milliseconds. Default 30,000. */
  readonly timeout: number;
  /** For all that a command fetches. Milliseconds. Default 600,000. */
  readonly totalTimeout: number;
  /** When `totalTimeout` is over, as `Date.now()` has it; undefined before the command has begun. */
  readonly deadline: number | undefined;
  /** Default 5. */
  readonly maxRedirects: number;
  /** Documents that one entry document may bring in from the network. Default 1,000. */
  readonly maxDocuments: number;
  /** How many documents may lead from the entry document to one that is fetched. Default 20. */
  readonly maxDepth: number;
  /** How often a request is sent again after 429, 5xx or a broken connection. Default 3. */
  readonly retries: number;
  /** Before the first repetition; doubles each time. Milliseconds. Default 500. */
  readonly retryDelay: number;
  /** The longest time to wait, whatever `Retry-After` asks for. Milliseconds. Default 20,000. */
  readonly maxRetryDelay: number;
}

export interface Credential {
  readonly header: string;
  readonly value: string;
}

export const defaultNetworkPolicy: NetworkPolicy = {
  enabled: true,
  named: [],
  allow: [],
  credentials: new Map(),
  maxBytes: 64 * 1024 * 1024,
  timeout: 30_000,
  totalTimeout: 600_000,
  deadline: undefined,
  maxRedirects: 5,
  maxDocuments: 1000,
  maxDepth: 20,
  retries: 3,
  retryDelay: 500,
  maxRetryDelay: 20_000,
};

/** The policy with one more document that the user named. The clock starts with the first one. */
export function naming(policy: NetworkPolicy, url: URL): NetworkPolicy {
  const deadline = policy.deadline ?? Date.now() + policy.totalTimeout;
  if (url.protocol === "file:") return { ...policy, deadline };
  return { ...policy, deadline, named: [...policy.named, url.origin] };
}

/** True for what `allow` understands: an origin, one with `*` for the first part of its host, or `*` alone. */
export function isOriginPattern(text: string): boolean {
  if (text === "*") return true;
  const plain = text.replace("://*.", "://x.");
  return /^https?:\/\/[^*]+$/.test(plain) && URL.canParse(plain) && new URL(plain).origin === plain;
}
