/** True for a segment of a path that says a version and names nothing: `v2`, `v1.1`. */
export function isVersion(segment: string): boolean {
  return /^v\d+(?:\.\d+)*$/i.test(segment);
}
