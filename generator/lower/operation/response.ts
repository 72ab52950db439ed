import type { Content, Direction, Header, Response } from "../../model.ts";
import { isSuccess } from "../../responses.ts";
import type { Node } from "../../spec/node.ts";
import { STRING } from "../algebra/basics.ts";
import { mediaOf } from "./body.ts";
import { lowerContents } from "./content.ts";
import type { Answer, Context } from "../context.ts";
import { lowerDocs } from "../docs.ts";
import { followTo } from "../follow-to.ts";
import { BODY_KEYWORDS, reportMisspelt } from "../keywords.ts";
import { checkObject, checkShape, PAYLOAD, reportMisplaced } from "../shapes.ts";
import { kindOfMedia } from "./media.ts";
import type { MediaNode } from "./media-node.ts";
import { lowerSchema } from "../schema/schema.ts";
import { textOf } from "./text-of.ts";

/** `responses` of an operation, in document order (OpenAPI 3.1, 4.8.16). Keys that are no status are reported. */
export function lowerResponses(
  context: Context,
  operation: Node,
  produces: readonly string[],
  direction: Direction,
): readonly Response[] {
  const responses: Response[] = [];
  for (const member of operation.get("responses")?.members() ?? []) {
    if (member.key.startsWith("x-")) continue;
    const status = parseStatus(member.key);
    checkObject(context.diagnostics, member);
    const node = followTo(context, member, "responses");
    if (status === undefined)
      context.diagnostics.report("invalid-status", member, { status: member.key });
    if (status === undefined || node === undefined) continue;
    const fails = direction === "response" && isFailure(status);
    const types = fails ? produces.filter(isText) : produces;
    const read = (): Answer => lowerAnswer(context, node, types, direction);
    const isShared = node !== member && produces.length === 0 && direction === "response";
    const answer = isShared ? context.answers.get(node.value, read) : read();
    const response = responseOf(status, answer);
    responses.push(fails ? asFailure(response) : response);
  }
  return responses;
}

/** Member by member: spread, they would be half of what reading an operation leaves behind. */
function responseOf(
  { status, range }: Pick<Response, "status" | "range">,
  { contents, headers, docs }: Answer,
): Response {
  return { status, range, contents, headers, docs };
}

function isFailure(status: Pick<Response, "status" | "range">): boolean {
  return status.status !== "default" && !isSuccess(status);
}

/** Swagger 2.0 has one list for all answers of an operation, and nobody says that it could not be done in a PDF. */
function isText(mediaType: string): boolean {
  return kindOfMedia(mediaType) !== "binary";
}

/** The body of a failure is read as JSON, or else as text: what is in it is wanted, not its bytes. */
function asFailure(response: Response): Response {
  if (!response.contents.some(({ kind }) => kind === "binary")) return response;
  const contents = response.contents.map((content): Content =>
    content.kind === "binary" ? { ...content, kind: "text", schema: STRING } : content,
  );
  return { ...response, contents };
}

function lowerAnswer(
  context: Context,
  node: Node,
  produces: readonly string[],
  direction: Direction,
): Answer {
  checkShape(context.diagnostics, node, PAYLOAD);
  reportMisspelt(context.diagnostics, node, BODY_KEYWORDS);
  return {
    contents: lowerContents(context, mediaNodes(context, node, produces, direction), direction),
    headers: lowerHeaders(context, node),
    docs: lowerDocs(node),
  };
}

/** `200`, `4XX` (as its first digit) or `default`. */
function parseStatus(key: string): Pick<Response, "status" | "range"> | undefined {
  if (key === "default") return { status: "default", range: false };
  if (/^[1-5]\d\d$/.test(key)) return { status: Number(key), range: false };
  return /^[1-5]XX$/i.test(key) ? { status: Number(key[0]), range: true } : undefined;
}

function mediaNodes(
  context: Context,
  node: Node,
  produces: readonly string[],
  direction: Direction,
): readonly MediaNode[] {
  const isAnswer = direction === "response";
  const schema = node.get("schema");
  if (context.spec.version !== "2.0") {
    if (schema !== undefined) reportMisplaced(context, schema, "content");
    return mediaOf(context, node, isAnswer);
  }
  const content = node.get("content");
  if (content !== undefined) reportMisplaced(context, content, "schema");
  if (schema === undefined) return [];
  const isFile = context.spec.follow(schema)?.string("type") === "file";
  const fallback = isFile ? "application/octet-stream" : "application/json";
  const types =
    produces.length > 0 && !isFile
      ? produces
      : [produces.find((type) => !type.includes("json")) ?? fallback];
  return types.map((mediaType) => ({
    mediaType,
    schema,
    itemSchema: undefined,
    encoding: undefined,
    node,
    isFile,
    isAnswer,
  }));
}

function lowerHeaders(context: Context, response: Node): readonly Header[] {
  return (response.get("headers")?.members() ?? []).flatMap((member) => {
    const node = followTo(context, member, "headers");
    // OpenAPI 3.1, 4.8.17: "If a response header is defined with the name Content-Type, it shall be ignored."
    if (node === undefined || member.key.toLowerCase() === "content-type") return [];
    const schema = context.spec.version === "2.0" ? node : node.get("schema");
    return [
      {
        name: member.key,
        schema:
          schema === undefined
            ? STRING
            : textOf(context, lowerSchema(context, schema, { direction: "response", as: "json" })),
        required: node.boolean("required") === true,
        docs: lowerDocs(node),
      },
    ];
  });
}
