import type { Node } from "../../spec/node.ts";
import type { Spec } from "../../spec/spec.ts";

/** A document as its clients and its server meet it: nothing but what travels, each thing with its place. */
export interface Wire {
  readonly spec: Spec;
  /** By method and path with the names of its parameters left out: `GET /pets/{}`. */
  readonly operations: ReadonlyMap<string, WireOperation>;
  /** Requests that the API sends: webhooks by name, callbacks by operation and name. */
  readonly incoming: ReadonlyMap<string, WireOperation>;
  readonly schemes: ReadonlyMap<string, Node>;
  readonly servers: readonly WireServer[];
  readonly security: WireSecurity;
  /** What the SDK calls the types of components, where that is known. */
  readonly typeNames: ReadonlyMap<string, string>;
}

export interface WireOperation {
  readonly key: string;
  /** Its place in the entry document: `#/paths/~1pets/get`. */
  readonly id: string;
  /** What the SDK calls it; for webhooks their name. */
  readonly name: string;
  readonly operationId: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly node: Node;
  readonly parameters: readonly WireParameter[];
  readonly body: WireBody | undefined;
  /** By status as written, ranges in upper case: `200`, `4XX`, `default`. */
  readonly responses: ReadonlyMap<string, WireResponse>;
  /** Undefined where the document's own holds. */
  readonly security: WireSecurity | undefined;
  readonly servers: readonly WireServer[];
}

export interface WireParameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** How its value is written, in words that tell two ways apart: `form, exploded`. */
  readonly style: string;
  /** The schema, or the parameter itself in Swagger 2.0; undefined if it has none. */
  readonly schema: Node | undefined;
  readonly node: Node;
}

export interface WireBody {
  readonly required: boolean;
  readonly contents: ReadonlyMap<string, WireContent>;
  readonly node: Node;
}

export interface WireContent {
  readonly mediaType: string;
  readonly schema: Node | undefined;
  readonly node: Node;
}

export interface WireResponse {
  readonly status: string;
  readonly contents: ReadonlyMap<string, WireContent>;
  /** By name in lower case (RFC 9110, section 5.1). */
  readonly headers: ReadonlyMap<string, WireHeader>;
  readonly node: Node;
}

export interface WireHeader {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Node | undefined;
  readonly node: Node;
}

/** Any one of the alternatives will do; one without schemes says that credentials are not needed. */
export interface WireSecurity {
  readonly alternatives: readonly WireAlternative[];
  readonly node: Node;
}

export interface WireAlternative {
  /** Scopes by scheme. */
  readonly scopes: ReadonlyMap<string, readonly string[]>;
  readonly node: Node;
}

export interface WireServer {
  readonly url: string;
  /** The variables as JSON, to be compared. */
  readonly variables: string;
  readonly node: Node;
}
