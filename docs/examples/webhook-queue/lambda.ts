import { handleEvents, parseEvent } from "deck-sdk/webhooks";

const handle = handleEvents({
  on: {
    "task_run.completed": (event) => {
      console.log(`Run ${event.data.id} is complete.`);
    },
  },
  fallback: () => {},
});

interface SqsEvent {
  readonly Records: readonly { readonly messageId: string; readonly body: string }[];
}

interface BatchResponse {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/** An Amazon SQS queue as the event destination: nothing is signed, the queue's own permissions protect it. */
export async function handler({ Records }: SqsEvent): Promise<BatchResponse> {
  const failed: string[] = [];
  for (const record of Records) {
    if (!(await isHandled(record))) failed.push(record.messageId);
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

/** What fails stays in the queue and comes again, until the queue's own limit sends it to the dead letters. */
async function isHandled(record: SqsEvent["Records"][number]): Promise<boolean> {
  try {
    const { failures } = await handle(parseEvent(record));
    return failures.length === 0;
  } catch (error) {
    console.error(`Message ${record.messageId} is no event.`, error);
    return false;
  }
}
