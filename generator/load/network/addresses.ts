import ipaddr from "ipaddr.js";

/**
 * True for an IP address that is not an ordinary public one (IANA special-purpose registries, RFC 6890): this computer,
 * its networks, the metadata services of clouds. IPv6 that carries IPv4 is judged by what it carries: mapped and
 * compatible (RFC 4291), NAT64 (RFC 6052) and 6to4 (RFC 3056) addresses.
 */
export function isSpecialAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return true;
  const address = ipaddr.process(text);
  if (!(address instanceof ipaddr.IPv6)) return address.range() !== "unicast";
  const carried = carriedIpv4(address);
  return carried === undefined ? address.range() !== "unicast" : isSpecialAddress(carried);
}

/** Hosts behind NAT64 reach every IPv4 address through `64:ff9b::/96`, so those are not special by themselves. */
function carriedIpv4(address: ipaddr.IPv6): string | undefined {
  const bytes = address.toByteArray();
  if (address.match(ipaddr.IPv6.parse("64:ff9b::"), 96)) return bytes.slice(12).join(".");
  return address.range() === "6to4" ? bytes.slice(2, 6).join(".") : undefined;
}
