import type { Config } from "./generator/options.ts";

export default {
  input: "spec/v2.json",
  overlays: ["spec/overlays/deck.yaml"],
  output: "generated",
  package: { name: "deck-sdk" },
  events: {
    page: "spec/docs/events-reference.md",
    envelope: "ListEventData",
    signature: "standard-webhooks",
  },
} satisfies Config;
