import { isRecord } from "../json-value.ts";
import type { Source } from "../source.ts";
import type { Version } from "./spec.ts";

/**
 * The version of OpenAPI that a document is written in. A 3.x that is newer than this program is read as the newest it
 * knows; loading has refused what is no OpenAPI document at all.
 */
export function versionOf({ value }: Source): Version {
  if (!isRecord(value)) return "3.1";
  if (value["swagger"] !== undefined) return "2.0";
  const minor = /^3\.(\d+)/.exec(String(value["openapi"]))?.[1];
  if (minor === "0") return "3.0";
  return minor === undefined || minor === "1" ? "3.1" : "3.2";
}
