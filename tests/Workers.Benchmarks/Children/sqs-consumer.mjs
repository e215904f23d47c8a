// sqs-consumer as its documentation says it is fastest: batches, its own batched deletes, no pause between polls, and as many
// consumers on one client as our engine has loops. It takes turns as our own child process does.
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { SQSClient } from '@aws-sdk/client-sqs';
import { Consumer } from 'sqs-consumer';

const [endpoint, queueUrl, loops, workTakes] = process.argv.slice(2);
const sqs = new SQSClient({ endpoint, region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
let handled = 0;
let reached = () => {};

async function handle(messages) {
  for (const message of messages) {
    JSON.parse(message.Body);
  }

  if (workTakes > 0) {
    await delay(Number(workTakes));
  }

  handled += messages.length;
  reached();
  return messages;
}

const consumers = Array.from({ length: Number(loops) }, () => Consumer.create({
  sqs, queueUrl, batchSize: 10, waitTimeSeconds: 1, pollingWaitTimeMs: 0, handleMessageBatch: handle,
}).on('error', (error) => console.error(error.message)));

function whenHandled(count) {
  return new Promise((resolve) => {
    reached = () => handled >= count && resolve({ handled, time: performance.now(), cpu: cpuMicroseconds() });
    reached();
  });
}

function cpuMicroseconds() {
  const { user, system } = process.cpuUsage();
  return user + system;
}

for await (const line of createInterface({ input: process.stdin })) {
  const [before, messages] = [handled, Number(line)];
  const tenth = Math.floor(messages / 10);
  consumers.forEach((consumer) => consumer.start());
  const early = await whenHandled(before + tenth);
  const late = await whenHandled(before + messages - tenth);
  const { cpu } = await whenHandled(before + messages);
  consumers.forEach((consumer) => consumer.stop());
  while (consumers.some((consumer) => consumer.status.isPolling)) {
    await delay(10);
  }

  console.log(JSON.stringify({
    messages: late.handled - early.handled,
    seconds: (late.time - early.time) / 1000,
    cpuMicroseconds: late.cpu - early.cpu,
    cpuSinceStart: cpu,
  }));
}
