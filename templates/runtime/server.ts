/**
 * The URL of a server, `https://{region}.example.com`, whose variables have these
 * values (OpenAPI "Server Object"). What has none stays in its braces.
 */
export function serverUrl(
  template: string,
  defaults: object,
  given: object = {},
): string {
  return template.replace(
    /\{([^{}]+)\}/g,
    (whole, name: string) => own(given, name) ?? own(defaults, name) ?? whole,
  );
}

function own(values: object, name: string): string | undefined {
  return Object.hasOwn(values, name)
    ? (values as Record<string, string | undefined>)[name]
    : undefined;
}
