import { ApiError } from "./api-error.js";
import type { Decode } from "./operation.js";

/** JSON, or undefined when there is no body. What an error answer holds instead of JSON is text. */
export const readJson: Decode = (response, request) =>
  response.text().then((text): unknown => {
    try {
      return text ? JSON.parse(text) : undefined;
    } catch (cause) {
      if (!response.ok) return text;
      throw new ApiError(request, response, text, { cause });
    }
  });
