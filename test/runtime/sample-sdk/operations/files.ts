import {
  chosenBody,
  jsonBody,
  rawBody,
  textBody,
} from "../../../../templates/runtime/body.js";
import {
  call,
  type Call,
  type CallOptions,
  type Failure,
  type Operation,
  type Success,
  type UndocumentedStatus,
} from "../../../../templates/runtime/call.js";
import {
  decodeByType,
  readBlob,
  readNothing,
  readText,
} from "../../../../templates/runtime/decode.js";
import { readJson } from "../../../../templates/runtime/read-json.js";
import {
  type Bytes,
  type FilePart,
  multipartBody,
} from "../../../../templates/runtime/multipart.js";
import { fillPath } from "../../../../templates/runtime/path.js";
import {
  commaSeparated,
  deepObject,
  writeQuery,
} from "../../../../templates/runtime/query-styles.js";
import { urlencodedBody } from "../../../../templates/runtime/urlencoded.js";
import type { Client } from "../client.js";

export interface FileInfo {
  id: string;
  size: number;
}

export interface UploadFilesParams {
  body: {
    avatar: Bytes | FilePart;
    attachments?: readonly (Bytes | FilePart)[];
    tags?: readonly string[];
    meta?: { origin: string };
  };
}

export type UploadFilesResult =
  Success<201, FileInfo> | Failure<UndocumentedStatus, unknown>;

/** `POST /files` (multipart) */
export function uploadFiles(
  client: Client,
  params: UploadFilesParams,
  options?: CallOptions,
): Call<FileInfo, UploadFilesResult> {
  return call(client, uploadFilesOperation, params, options);
}

const uploadFilesOperation: Operation = {
  name: "uploadFiles",
  method: "POST",
  path: "/files",
  write: [multipartBody],
  parts: { avatar: { contentType: "image/png, image/jpeg" } },
};

export interface PutFileParams {
  file_id: string;
  body: Bytes;
}

export type PutFileResult =
  Success<204, undefined> | Failure<UndocumentedStatus, unknown>;

/** `PUT /files/{file_id}` (bytes, on a server of its own) */
export function putFile(
  client: Client,
  params: PutFileParams,
  options?: CallOptions,
): Call<undefined, PutFileResult> {
  return call(client, putFileOperation, params, options);
}

const putFileOperation: Operation = {
  name: "putFile",
  method: "PUT",
  path: "/files/{file_id}",
  baseUrl: "https://uploads.deck.co",
  write: [fillPath, rawBody],
  decode: readNothing,
};

export interface GetFileParams {
  file_id: string;
}

export type GetFileResult =
  Success<200, Blob> | Failure<UndocumentedStatus, unknown>;

/** `GET /files/{file_id}` (bytes) */
export function getFile(
  client: Client,
  params: GetFileParams,
  options?: CallOptions,
): Call<Blob, GetFileResult> {
  return call(client, getFileOperation, params, options);
}

const getFileOperation: Operation = {
  name: "getFile",
  method: "GET",
  path: "/files/{file_id}",
  write: [fillPath],
  accept: "application/octet-stream",
  decode: readBlob,
};

export type GetReportResult =
  Success<200, FileInfo[] | string> | Failure<UndocumentedStatus, unknown>;

/** `GET /report` (JSON or CSV, as the server likes) */
export function getReport(
  client: Client,
  params?: Record<string, never>,
  options?: CallOptions,
): Call<FileInfo[] | string, GetReportResult> {
  return call(client, getReportOperation, params, options);
}

const getReportOperation: Operation = {
  name: "getReport",
  method: "GET",
  path: "/report",
  accept: "application/json, text/csv",
  decode: decodeByType,
  decoders: { "application/json": readJson, "text/csv": readText },
};

export interface SearchFilesParams {
  /** Members become `filter[size]=1`. */
  filter?: { size?: number; kind?: string };

  include?: readonly string[];

  /** The query parameter `name`; the path has one of the same name. */
  query_name?: string;
}

export type SearchFilesResult =
  Success<200, FileInfo[]> | Failure<UndocumentedStatus, unknown>;

/** `GET /search` */
export function searchFiles(
  client: Client,
  params?: SearchFilesParams,
  options?: CallOptions,
): Call<FileInfo[], SearchFilesResult> {
  return call(client, searchFilesOperation, params, options);
}

const searchFilesOperation: Operation = {
  name: "searchFiles",
  method: "GET",
  path: "/search",
  write: [writeQuery],
  styledQuery: [
    { name: "filter", style: deepObject },
    { name: "include", style: commaSeparated },
    { name: "name", key: "query_name", style: commaSeparated },
  ],
};

export interface SubmitFormParams {
  body: { grant_type: string; scope?: readonly string[]; extra?: object };
}

export type SubmitFormResult =
  Success<200, { access_token: string }> | Failure<UndocumentedStatus, unknown>;

/** `POST /form` (urlencoded, without credentials) */
export function submitForm(
  client: Client,
  params: SubmitFormParams,
  options?: CallOptions,
): Call<{ access_token: string }, SubmitFormResult> {
  return call(client, submitFormOperation, params, options);
}

const submitFormOperation: Operation = {
  name: "submitForm",
  method: "POST",
  path: "/form",
  write: [urlencodedBody],
  parts: { extra: { style: deepObject } },
  authorize: null,
};

export type SaveNoteParams =
  | { body: { text: string }; contentType?: "application/json" }
  | { body: string; contentType: "text/plain" }
  | { body: Bytes; contentType: "application/octet-stream" };

export type SaveNoteResult =
  Success<200, FileInfo> | Failure<UndocumentedStatus, unknown>;

/** `POST /notes` (several media types) */
export function saveNote(
  client: Client,
  params: SaveNoteParams,
  options?: CallOptions,
): Call<FileInfo, SaveNoteResult> {
  return call(client, saveNoteOperation, params, options);
}

const saveNoteOperation: Operation = {
  name: "saveNote",
  method: "POST",
  path: "/notes",
  write: [chosenBody],
  bodies: {
    "application/json": jsonBody,
    "text/plain": textBody,
    "application/octet-stream": rawBody,
  },
};
