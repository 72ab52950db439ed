export * from "./client.js";
export * from "./operations/agents.js";
export * from "./operations/events.js";
export * from "./operations/files.js";
export * from "./operations/params.js";
export * from "./operations/streams.js";
export { ApiError } from "../../../templates/runtime/api-error.js";
export { ConnectionError } from "../../../templates/runtime/connection-error.js";
export {
  type ErrorOf,
  isErrorOf,
} from "../../../templates/runtime/error-of.js";
export { PagingError } from "../../../templates/runtime/paging-error.js";
export { TimeoutError } from "../../../templates/runtime/timeout-error.js";
export { logging } from "../../../templates/runtime/logging.js";
export { compose } from "../../../templates/runtime/middleware.js";
export { mockFetch } from "../../../templates/runtime/mock.js";
export { isTransient } from "../../../templates/runtime/retry.js";
