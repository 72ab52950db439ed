import type { Node } from "../../spec/node.ts";

/** One media type of a body as the document has it, whatever the version of OpenAPI. */
export interface MediaNode {
  readonly mediaType: string;
  readonly schema: Node | undefined;
  /** OpenAPI 3.2: the schema of each item of a stream. */
  readonly itemSchema: Node | undefined;
  readonly encoding: Node | undefined;
  /** OpenAPI 3.2: the same for the parts that have a place instead of a name, and for all others of them. */
  readonly prefixEncoding?: Node | undefined;
  readonly itemEncoding?: Node | undefined;
  readonly node: Node;
  /** Swagger 2.0 `type: file`: bytes, whatever the media type. */
  readonly isFile?: boolean;
  /** What arrives as an answer: nothing in the SDK takes forms apart. */
  readonly isAnswer?: boolean;
}
