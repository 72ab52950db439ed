import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { handleEvents, toNodeHandler } from "deck-sdk/webhooks";

const events = handleEvents({
  on: {
    "credential.verified": (event) => {
      console.log(`Credential ${event.data.id} works.`);
    },
    "task_run.*": (event, { outOfOrder }) => {
      // A later event about this run was here before: the run is further on already.
      if (outOfOrder) return;
      console.log(`Run ${event.data.id}: ${event.type}.`);
    },
    "*.failed": (event) => {
      console.log(`Somebody should look at ${event.data.object} ${event.data.id}.`);
    },
  },
  fallback: (event) => {
    console.log(`Nothing to do for ${event.type}.`);
  },
});

/** While a secret is being rotated, deliveries are signed with either. */
const secrets = [process.env["DECK_WEBHOOK_SECRET"], process.env["DECK_WEBHOOK_SECRET_OLD"]];

const receive = toNodeHandler(events, {
  secret: secrets.filter((secret) => secret !== undefined),
  onError: (error, { handler }) => {
    console.error(handler === undefined ? "Refused:" : `Handler ${handler}:`, error);
  },
});

const server = createServer((request, response) => {
  if (request.url === "/webhooks/deck") return receive(request, response);
  response.writeHead(404).end();
});

server.listen(Number(process.env["PORT"] ?? 3000), () => {
  console.log(`Listening on port ${(server.address() as AddressInfo).port}.`);
});
