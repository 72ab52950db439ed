import { handleEvents, toFetchHandler } from "deck-sdk/webhooks";

/** What the platform gives: Cloudflare's names, other platforms have the like. */
interface Environment {
  readonly DECK_WEBHOOK_SECRET: string;
}
interface ExecutionContext {
  waitUntil(work: Promise<unknown>): void;
}

const events = handleEvents({
  on: {
    "storage.created": (event) => {
      console.log(`File ${event.data.id} was stored.`);
    },
  },
  fallback: () => {},
});

export default {
  fetch(request: Request, env: Environment, context: ExecutionContext): Promise<Response> {
    const receive = toFetchHandler(events, {
      secret: env.DECK_WEBHOOK_SECRET,
      answerWithin: 0, // answer at once, and work on behind the answer
      waitUntil: (work) => context.waitUntil(work),
    });
    return receive(request);
  },
};
