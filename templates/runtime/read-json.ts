import { ApiError } from "./api-error.js";
import type { Decode } from "./operation.js";

/** JSON, or undefined when there is no body. */
export const readJson: Decode = async (response, request) => {
  const text = await response.text();
  try {
    return text ? JSON.parse(text) : undefined;
  } catch (cause) {
    throw new ApiError(request, response, text, { cause });
  }
};
