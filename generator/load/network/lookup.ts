import { lookup as dnsLookup, type LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import { isSpecialAddress } from "./addresses.ts";
import { Refused } from "./refused.ts";

/**
 * The system's look-up, refusing a name as soon as one of its addresses is not public. The connection is made to the
 * very addresses that were judged here, so a name that means something else a moment later gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, "");
    if (addresses.some(({ address }) => isSpecialAddress(address)))
      return callback(new Refused("its address is private, loopback or otherwise not public"), "");
    const [first] = addresses as [LookupAddress, ...LookupAddress[]];
    return options.all === true
      ? callback(null, addresses)
      : callback(null, first.address, first.family);
  });
};
