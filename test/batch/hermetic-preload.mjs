// Preloaded into a run that must be hermetic: another time, other chance, and no network at all.
import dns from "node:dns";
import net from "node:net";

const REAL = Date;
const THEN = REAL.UTC(2040, 1, 29);

globalThis.Date = class extends REAL {
  constructor(...given) {
    super(...(given.length === 0 ? [THEN] : given));
  }
  static now() {
    return THEN;
  }
};
Math.random = () => 0.5;

function refuse() {
  throw new Error("a hermetic run asked for the network");
}
globalThis.fetch = refuse;
net.Socket.prototype.connect = refuse;
dns.lookup = refuse;
dns.promises.lookup = refuse;
