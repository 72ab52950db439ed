/** npm's rules for names of new packages, and no word that npm could take for an option, a folder or an address. */
export function isPackageName(name: string): boolean {
  const form = /^(?:@[a-z0-9~][\w.~-]*\/)?[a-z0-9~][\w.~-]*$/;
  return name.length <= 214 && form.test(name) && name === name.toLowerCase();
}

/** `deck-sdk@1.2.0`, `@deck/sdk@1.2.0` and `deck-sdk@next` and their two halves; undefined for anything else. */
export function splitSpecifier(
  text: string,
): { readonly name: string; readonly version: string } | undefined {
  const cut = text.lastIndexOf("@");
  const [name, version] = [text.slice(0, cut), text.slice(cut + 1)];
  return isPackageName(name) && /^[\w.+-]+$/.test(version) ? { name, version } : undefined;
}
