import { ApiError } from "./api-error.js";
import type { Decode, OutgoingRequest } from "./operation.js";

/** JSON, or undefined when there is no body. */
export const readJson: Decode = async (response, request) =>
  parseJson(await response.text(), response, request);

/** The value that a body stands for; what an error answer holds instead of JSON is text. */
export function parseJson(
  text: string,
  response: Response,
  request: OutgoingRequest,
): unknown {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch (cause) {
    if (!response.ok) return text;
    throw new ApiError(request, response, text, { cause });
  }
}
