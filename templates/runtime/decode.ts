import { matches } from "./body.js";
import type { Decode } from "./operation.js";

export const readText: Decode = (response) => response.text();

/** The body as a `Blob`, which knows its media type. */
export const readBlob: Decode = (response) => response.blob();

/** The body as a stream of bytes, unread. The caller reads or cancels it. */
export const readStream: Decode = (response) => response.body;

/** Nothing is expected, so what there is is thrown away. */
export const readNothing: Decode = async (response) => {
  await response.body?.cancel();
};

/** Decodes as the answer's content type says; one that is not documented is read as the first that is. */
export const decodeByType: Decode = (response, request) => {
  const decoders = Object.entries(request.operation.decoders ?? {});
  const header = response.headers.get("content-type") ?? "";
  const type = header.split(";")[0]!.trim();
  const found = decoders.find(([range]) => matches(range, type)) ?? decoders[0];
  return found?.[1](response, request);
};
