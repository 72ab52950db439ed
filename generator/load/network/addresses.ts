import { BlockList, isIP } from "node:net";

/**
 * Addresses that a document from anywhere must not make us call: this computer, its networks, and the metadata
 * services of clouds (IANA special-purpose registries, RFC 6890).
 */
const special = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const) {
  special.addSubnet(network, prefix, "ipv4");
}
for (const [network, prefix] of [
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001:db8::", 32],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const) {
  special.addSubnet(network, prefix, "ipv6");
}

/** True for an IP address that is not an ordinary public one. IPv6 that carries IPv4 is judged by what it carries. */
export function isSpecialAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return true;
  if (family === 4) return special.check(address, "ipv4");
  const carried = carriedIpv4(address);
  return carried === undefined ? special.check(address, "ipv6") : isSpecialAddress(carried);
}

/** IPv4-mapped and IPv4-compatible (RFC 4291), NAT64 (RFC 6052) and 6to4 (RFC 3056) addresses hold an IPv4 address. */
function carriedIpv4(address: string): string | undefined {
  const groups = expandIpv6(address);
  const head = groups
    .slice(0, 6)
    .map((group) => group.toString(16))
    .join(":");
  const carriers = ["0:0:0:0:0:0", "0:0:0:0:0:ffff", "64:ff9b:0:0:0:0"];
  if (carriers.includes(head)) return dotted(groups[6], groups[7]);
  return groups[0] === 0x2002 ? dotted(groups[1], groups[2]) : undefined;
}

/** The eight groups as numbers; the URL parser writes any spelling in its one canonical form. */
function expandIpv6(address: string): number[] {
  const canonical = new URL(`http://[${address.replace(/%.*$/, "")}]/`).hostname.slice(1, -1);
  const [front = "", back] = canonical.split("::");
  const before = parseGroups(front);
  if (back === undefined) return before;
  const after = parseGroups(back);
  return [
    ...before,
    ...Array.from({ length: 8 - before.length - after.length }, () => 0),
    ...after,
  ];
}

function parseGroups(part: string): number[] {
  return part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16));
}

function dotted(high = 0, low = 0): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}
