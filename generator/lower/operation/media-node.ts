import type { Node } from "../../spec/node.ts";

/** One media type of a body as the document has it, whatever the version of OpenAPI. */
export interface MediaNode {
  readonly mediaType: string;
  readonly schema: Node | undefined;
  /** OpenAPI 3.2: the schema of each item of a stream. */
  readonly itemSchema: Node | undefined;
  readonly encoding: Node | undefined;
  readonly node: Node;
  /** Swagger 2.0 `type: file`: bytes, whatever the media type. */
  readonly isFile?: boolean;
  /** What arrives as an answer: nothing in the SDK takes forms apart. */
  readonly isAnswer?: boolean;
}
